import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getResponse, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createHandlers, MOLLIE_API } from './handlers.ts';
import type { Machine } from './machine.ts';

/**
 * A server that answers as Mollie under `/v2`, for a shop in another process. Links in its answers start with the
 * address it was called at, unless another is given, such as Mollie's own behind `forwardMollie`. Not listening yet.
 */
export function createApiServer(machine: Machine, publicUrl?: string): Server {
  return createServer(async (incoming, outgoing) => {
    const baseUrl = publicUrl ?? `http://${incoming.headers.host}/v2`;
    const handlers = createHandlers(machine, { baseUrl });
    const response = await getResponse(handlers, await requestOf(incoming, new URL(baseUrl).origin));
    // A network error is no status: the connection breaks off, as the caller would see it.
    if (response?.type === 'error') {
      incoming.socket.destroy();
      return;
    }
    const { status, headers } = response ?? new Response(null, { status: 404 });
    outgoing.writeHead(status, Object.fromEntries(headers));
    outgoing.end((await response?.text()) ?? '');
  });
}

async function requestOf(incoming: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = 'GET', url = '/', headers } = incoming;
  const body = Buffer.concat(chunks);
  return new Request(new URL(url, origin), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
}

/**
 * Lets this process's calls to Mollie go to an emulator elsewhere, such as `http://127.0.0.1:4100/v2`. Mollie's client
 * itself speaks to nothing but https.
 * A call with a `live_` key goes nowhere: it fails like a broken network.
 */
export function forwardMollie(emulatorUrl: string): { readonly stop: () => void } {
  const server = setupServer(
    http.all(`${MOLLIE_API}/*`, async ({ request }) => {
      if (request.headers.get('authorization')?.includes('live_')) return HttpResponse.error();
      try {
        const response = await fetch(emulatorUrl + request.url.slice(MOLLIE_API.length), {
          method: request.method,
          headers: request.headers,
          ...(request.method === 'GET' ? {} : { body: await request.arrayBuffer() }),
        });
        const { 'content-encoding': _, ...headers } = Object.fromEntries(response.headers);
        return new HttpResponse(await response.text(), { status: response.status, headers });
      } catch {
        // The emulator is away or broke off: so is Mollie, for whoever called.
        return HttpResponse.error();
      }
    }),
  );
  server.listen({ onUnhandledFrame: 'bypass' });
  return { stop: () => server.close() };
}
