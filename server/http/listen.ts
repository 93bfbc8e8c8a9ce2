import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** Anything that answers requests: a Hono app. */
export interface Answering {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
}

export interface Listener {
  readonly port: number;
  /** Takes no new connection and lets running answers finish, for at most ten seconds. */
  close(): Promise<void>;
}

/** How long running answers get to finish, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens a port for an app.
 * @param options.port 0 takes a free one.
 * @throws Error with code EADDRINUSE when somebody else has it.
 */
export async function listen(
  app: Answering,
  options: { readonly port: number; readonly host?: string },
): Promise<Listener> {
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)));
  // A client that sends its head or body in drops must not keep a socket for ever.
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : options.port;
  return { port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose last answer ends only now would be kept for the next request, which nobody will answer.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const giveUp = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await closed;
  clearInterval(sweep);
  clearTimeout(giveUp);
}
