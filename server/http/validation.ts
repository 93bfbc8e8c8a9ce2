import type { z } from '@hono/zod-openapi';
import { FoyerError } from '../errors.ts';

/** Answers input that does not fit its schema with the first field that is wrong. */
export function refuseInvalid(result: { success: true } | { success: false; error: z.core.$ZodError }): void {
  if (result.success) return;
  const [issue] = result.error.issues;
  if (!issue) throw new FoyerError('invalid_request');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...issue.path, ...unknown].map(String).join('.').slice(0, 200);
  throw new FoyerError('invalid_request', { message: issue.message.slice(0, 300), ...(field && { field }) });
}
