import { z } from '@hono/zod-openapi';
import { ERROR_STATUS, type ErrorCode, errorSchema, slugSchema } from '../../sdk/contract/index.ts';

/** The path every route of a centre starts with, as its parameter. */
export const centreParams = z.object({ centre: slugSchema });

/** A JSON answer for a route's description. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A required JSON body for a route's description. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** What can go wrong on a route, by status, with the codes named. Errors are thrown, never returned by a handler. */
export function errors(...codes: ErrorCode[]) {
  const statuses = new Map<number, ErrorCode[]>();
  for (const code of [...codes, 'invalid_request', 'not_found', 'rate_limited', 'internal', 'unavailable'] as const) {
    statuses.set(ERROR_STATUS[code], [...(statuses.get(ERROR_STATUS[code]) ?? []), code]);
  }
  return Object.fromEntries(
    [...statuses].map(([status, named]) => [status, json(errorSchema, [...new Set(named)].join(', '))]),
  ) as Record<never, never>;
}
