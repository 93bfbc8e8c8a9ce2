import type { Context } from 'hono';
import type { TokenKind } from '../adapters/tokens.ts';
import { FoyerError } from '../errors.ts';
import type { Env } from './env.ts';

/**
 * Refuses a request whose bearer token does not unlock this cart or order. Whether the thing exists makes no difference.
 * @throws FoyerError `token_missing` or `token_invalid`.
 */
export function requireToken(context: Context<Env>, kind: TokenKind, id: string): void {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (!context.req.header('Authorization')) throw new FoyerError('token_missing');
  if (!token || !context.get('centre').tokens.verify(kind, id, token)) throw new FoyerError('token_invalid');
}
