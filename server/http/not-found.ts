import type { Context, Hono } from 'hono';
import { FoyerError } from '../errors.ts';
import type { Env } from './env.ts';

/** Tells a path that does not exist from a method that a path does not have. */
export function answerUnknown(app: Pick<Hono<Env>, 'routes'>) {
  let known: readonly { readonly method: string; readonly pattern: RegExp }[] | undefined;
  return function notFound(context: Context<Env>): never {
    known ??= app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ method, pattern: toPattern(path) }));
    const methods = new Set(known.filter(({ pattern }) => pattern.test(context.req.path)).map(({ method }) => method));
    if (methods.size === 0) throw new FoyerError('not_found');
    context.header('Allow', [...methods].join(', '));
    throw new FoyerError('method_not_allowed');
  };
}

const toPattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[^/]+/g, '[^/]+')}$`);
