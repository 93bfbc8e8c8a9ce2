import { Refusal } from './errors.ts';
import type { ApiRequest } from './wire.ts';

/** A request's JSON object, not yet believed. */
export type Body = Readonly<Record<string, unknown>>;

/** Reads the body as a JSON object; no body is an empty one. @throws Refusal 400 or 415 */
export function parseBody({ body, contentType }: ApiRequest): Body {
  if (body === '') return {};
  if (!contentType?.startsWith('application/json')) {
    throw new Refusal(415, 'The content type of the request is not supported');
  }
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The request body contains invalid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'The request body must be a JSON object');
  }
  return value as Body;
}
