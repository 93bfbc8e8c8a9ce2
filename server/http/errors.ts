import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Log } from '../adapters/log.ts';
import { FoyerError } from '../errors.ts';
import type { Env } from './env.ts';

/** Answers everything that was thrown. What nobody threw on purpose tells the caller nothing but a request id. */
export function answerErrors(log: Log) {
  return function onError(thrown: Error, context: Context<Env>): Response {
    const error = known(thrown);
    const requestId = context.get('requestId') ?? '';
    if (error.status >= 500) {
      log.error('request-failed', error.cause ?? thrown, { requestId, path: context.req.routePath, code: error.code });
    }
    if (error.detail.retryAfter !== undefined) context.header('Retry-After', String(error.detail.retryAfter));
    if (error.status === 401) context.header('WWW-Authenticate', 'Bearer');
    return context.json(error.toBody(requestId), error.status);
  };
}

/** PostgreSQL is away, or has no connection to spare: try again. Classes 08, 53 and 57, a timeout, or no socket. */
const AWAY = /^(08|53|57P|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/;

function known(thrown: Error): FoyerError {
  if (thrown instanceof FoyerError) return thrown;
  if (thrown instanceof HTTPException && thrown.status === 415) return new FoyerError('json_required');
  if (thrown instanceof HTTPException && thrown.status < 500) return new FoyerError('invalid_request');
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const away = AWAY.test(code) || thrown.message.includes('timeout exceeded when trying to connect');
  const error = away ? new FoyerError('unavailable', { retryAfter: 1 }) : new FoyerError('internal');
  error.cause = thrown;
  return error;
}
