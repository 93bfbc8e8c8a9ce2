import { createMiddleware } from 'hono/factory';
import { FoyerError } from '../errors.ts';
import type { Env } from './env.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const METHODS = 'GET, POST, PUT, PATCH';
const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id';
const RESPONSE_HEADERS = 'X-Request-Id, Retry-After, Idempotent-Replayed';

/**
 * Lets the pages of the centre's own sites in, by name, and refuses to write for any other page. A caller without
 * `Origin` is no browser page and needs no permission. There are no cookies, so there are no credentials to allow.
 */
export const cors = () =>
  createMiddleware<Env>(async function cors(context, next) {
    const origin = context.req.header('Origin');
    const allowed = origin !== undefined && context.get('centre').config.origins.includes(origin);
    if (origin !== undefined && !allowed && !READING.has(context.req.method)) {
      throw new FoyerError('origin_not_allowed');
    }
    const preflight = context.req.method === 'OPTIONS';
    if (preflight) context.res = context.body(null, 204);
    else await next();
    // Put on the finished answer, because a route may give a Response of its own, such as a PDF.
    const { headers } = context.res;
    headers.append('Vary', 'Origin');
    if (!allowed) return;
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Expose-Headers', RESPONSE_HEADERS);
    if (!preflight) return;
    headers.set('Access-Control-Allow-Methods', METHODS);
    headers.set('Access-Control-Allow-Headers', REQUEST_HEADERS);
    headers.set('Access-Control-Max-Age', '7200');
  });
