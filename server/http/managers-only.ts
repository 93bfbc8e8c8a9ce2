import { createMiddleware } from 'hono/factory';
import { FoyerError } from '../errors.ts';
import type { Env } from './env.ts';

/**
 * Lets only the centre's own people through, by the centre's `manageToken`. Where none is configured there is nothing to
 * manage from outside, and every path is one that does not exist.
 */
export const managersOnly = () =>
  createMiddleware<Env>(async function managersOnly(context, next) {
    const { manage } = context.get('centre');
    if (!manage) throw new FoyerError('not_found');
    const header = context.req.header('Authorization');
    if (header === undefined) throw new FoyerError('token_missing');
    const token = /^Bearer (\S{1,500})$/i.exec(header)?.[1];
    if (token === undefined || !manage(token)) throw new FoyerError('token_invalid');
    await next();
  });
