import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

/** Makes answers worthless to anybody who opens, frames, sniffs or caches them where they were not meant to go. */
export const securityHeaders = () =>
  createMiddleware<Env>(async function securityHeaders(context, next) {
    await next();
    const { headers } = context.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    }
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  });
