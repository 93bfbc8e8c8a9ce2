import { createMiddleware } from 'hono/factory';
import { FoyerError } from '../errors.ts';
import type { Env } from './env.ts';

const DECODER = new TextDecoder('utf-8', { fatal: true });

/**
 * Lets only well-formed JSON through, so that a page cannot write without the browser asking us first (a form or plain
 * text needs no permission), and no text that PostgreSQL cannot keep gets further than here.
 */
export const jsonBody = () =>
  createMiddleware<Env>(async function jsonBody(context, next) {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    const body = await context.req.arrayBuffer();
    const type = context.req.header('Content-Type');
    if (body.byteLength === 0 && type === undefined) return next();
    if (!type || !/^application\/json(\s*;|$)/i.test(type)) throw new FoyerError('json_required');
    if (body.byteLength > 0) refuseUnstorable(parse(body));
    return next();
  });

function parse(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(DECODER.decode(body));
  } catch {
    throw new FoyerError('invalid_json');
  }
}

/** Walks without recursion: a body may be nested as deep as it is long. */
function refuseUnstorable(body: unknown): void {
  const open: { readonly value: unknown; readonly path: string }[] = [{ value: body, path: '' }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, path } = item;
    if (typeof value === 'string' && !isStorable(value)) {
      throw new FoyerError('invalid_request', { message: 'Text that is not Unicode, or has a NUL.', field: path });
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) throw new FoyerError('invalid_request', { field: path || undefined });
      open.push({ value: inner, path: path.length > 200 ? path : path ? `${path}.${key}` : key });
    }
  }
}

/** Whether PostgreSQL can keep a text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
