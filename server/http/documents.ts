import { z } from '@hono/zod-openapi';
import {
  ERROR_STATUS,
  type ErrorCode,
  errorSchema,
  NETWORK_ERROR_STATUS,
  type NetworkErrorCode,
  networkErrorSchema,
  slugSchema,
} from '../../sdk/contract/index.ts';

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

const STATUS = { ...ERROR_STATUS, ...NETWORK_ERROR_STATUS };
const ALWAYS = ['invalid_request', 'not_found', 'rate_limited', 'internal', 'unavailable'] as const;

/** What can go wrong on a route, by status, with the codes named. Errors are thrown, never returned by a handler. */
export function errors(...codes: (ErrorCode | NetworkErrorCode)[]) {
  // Only where a partner or a manager asks can they be told what visitors never are.
  const schema = codes.some((code) => Object.hasOwn(NETWORK_ERROR_STATUS, code)) ? networkErrorSchema : errorSchema;
  const statuses = new Map<number, string[]>();
  for (const code of [...codes, ...ALWAYS]) statuses.set(STATUS[code], [...(statuses.get(STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...statuses].map(([status, named]) => [status, json(schema, [...new Set(named)].join(', '))]),
  ) as Record<never, never>;
}
