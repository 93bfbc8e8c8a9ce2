import { HttpResponse, http, type RequestHandler } from 'msw';
import type { Machine } from './machine.ts';
import type { Answer } from './wire.ts';

/** Where Mollie's API lives. */
export const MOLLIE_API = 'https://api.mollie.com/v2';

export interface HandlerOptions {
  /** Base address to answer under, without trailing slash. Default: Mollie's own. */
  readonly baseUrl?: string;
  /** Waited for before each answer is sent, such as for webhooks that are to arrive before it. */
  readonly beforeAnswer?: () => Promise<void>;
}

/** Lets msw answer Mollie's API from the machine: for `setupServer` in Node, or through `getResponse` for any server. */
export function createHandlers(machine: Machine, options: HandlerOptions = {}): RequestHandler[] {
  const base = options.baseUrl ?? MOLLIE_API;
  const skip = new URL(base).pathname.length;
  return [
    http.all(`${base}/*`, async ({ request }) => {
      const url = new URL(request.url);
      const answer = machine.answer({
        method: request.method,
        path: url.pathname.slice(skip),
        query: url.searchParams,
        base,
        authorization: request.headers.get('authorization'),
        idempotencyKey: request.headers.get('idempotency-key'),
        contentType: request.headers.get('content-type'),
        body: await request.text(),
      });
      if (answer.delivery === 'cut') return HttpResponse.error();
      if (answer.delivery === 'never') await new Promise(() => {});
      await answer.delivery;
      await options.beforeAnswer?.();
      return new HttpResponse(answer.body, {
        status: answer.status,
        headers: { ...answer.headers, ...lengthOf(answer) },
      });
    }),
  ];
}

/** Without its length, an answer closes the connection under msw 3.0, and each closed one keeps 25 kB for ever. */
const lengthOf = ({ body }: Answer): Record<string, string> =>
  body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
