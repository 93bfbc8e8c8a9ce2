import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes of one answer's body, as it is and as it would travel. */
export interface Weight {
  readonly path: string;
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

interface Packed {
  readonly body: Buffer;
  readonly gzip: number;
  readonly brotli: Buffer;
}

/** A web server as a centre has it before Foyer: it knows the pages, compresses, and asks the rest of who stands behind. */
export interface Front {
  readonly url: string;
  /** Bodies sent since this was last asked, the pages themselves left out. */
  take(): readonly Weight[];
  stop(): void;
}

export interface FrontOptions {
  /** A page, or a file of one, by its path. */
  file(path: string): { readonly type: string; readonly body: string | Buffer } | undefined;
  /** Origin of the server behind. */
  behind(): string;
}

export async function openFront({ file, behind }: FrontOptions): Promise<Front> {
  const weights: Weight[] = [];
  const packed = new Map<string, Packed>();

  /** Packs a body once: what takes time is not to be on the clock twice. */
  function pack(path: string, body: Buffer): Packed {
    const known = packed.get(path);
    if (known?.body.equals(body)) return known;
    const found = { body, gzip: gzipSync(body, { level: 9 }).length, brotli: brotliCompressSync(body) };
    packed.set(path, found);
    return found;
  }

  function send(answer: ServerResponse, path: string, body: Buffer, isPage: boolean): void {
    const { gzip, brotli } = pack(path, body);
    if (!isPage) weights.push({ path, plain: body.length, gzip, brotli: brotli.length });
    answer.setHeader('content-encoding', 'br').end(brotli);
  }

  async function pass(question: IncomingMessage, answer: ServerResponse, path: string): Promise<void> {
    const { method = 'GET', headers } = question;
    const chunks: Buffer[] = [];
    for await (const chunk of question) chunks.push(chunk as Buffer);
    const { host: _host, connection: _connection, 'accept-encoding': _encoding, ...others } = headers;
    const reply = await fetch(behind() + path, {
      method,
      headers: others as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    for (const [name, value] of reply.headers)
      if (!/^(content-(length|encoding)|transfer-encoding|connection|keep-alive)$/.test(name))
        answer.setHeader(name, value);
    answer.statusCode = reply.status;
    if (reply.headers.get('content-type')?.startsWith('text/event-stream') && reply.body) {
      answer.flushHeaders();
      for await (const chunk of reply.body) answer.write(chunk);
      answer.end();
      return;
    }
    const body = Buffer.from(await reply.arrayBuffer());
    if (body.length === 0) answer.end();
    else send(answer, path, body, false);
  }

  const server = createServer((question, answer) => {
    const path = question.url ?? '/';
    const own = file(path);
    if (own) {
      const isPage = own.type === 'text/html';
      answer.setHeader('content-type', `${own.type}; charset=utf-8`);
      send(answer, path, Buffer.from(own.body), isPage);
      return;
    }
    // A stream that the visitor leaves, a server that stops: whoever asked is gone already.
    pass(question, answer, path).catch(() => answer.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    take: () => weights.splice(0),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
