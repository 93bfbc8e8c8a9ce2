import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** Answers a request, or does to its connection what it likes. */
export type Answering = (request: Received, response: ServerResponse, times: number) => void;

/** A server on loopback that answers as a partner should not, or should. */
export interface PartnerServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** From now on it answers so; `times` counts from 1. */
  answer(answering: Answering): void;
  stop(): Promise<void>;
}

export async function startPartnerServer(): Promise<PartnerServer> {
  let answering: Answering = (_, response) => response.destroy();
  let received: Received[] = [];
  const server = createServer((request, response) => {
    void read(request).then((message) => {
      received.push(message);
      answering(message, response, received.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/centres/de-brug`,
    get received() {
      return received;
    },
    answer(next) {
      received = [];
      answering = next;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return { method: request.method ?? '', path: request.url ?? '', headers, body: Buffer.concat(parts) };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
}

/** Answers with an error of the contract. */
export function sendError(response: ServerResponse, status: number, code: string, more: object = {}): void {
  sendJson(response, status, { error: { code, message: code, requestId: 'x', ...more } });
}
