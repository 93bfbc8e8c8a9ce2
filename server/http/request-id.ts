import { createMiddleware } from 'hono/factory';
import type { Randomness } from '../ports.ts';
import type { Env } from './env.ts';

const ACCEPTABLE = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives every request an id, the caller's own when it is a decent one, and says it back in `X-Request-Id`. */
export const requestId = (random: Randomness) =>
  createMiddleware<Env>(async function requestId(context, next) {
    const given = context.req.header('X-Request-Id');
    const id = given && ACCEPTABLE.test(given) ? given : random.uuid();
    context.set('requestId', id);
    context.header('X-Request-Id', id);
    await next();
  });
