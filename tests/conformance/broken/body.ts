import type { z } from 'zod';
import { FoyerError } from '../../../server/errors.ts';
import { refuseInvalid } from '../../../server/http/validation.ts';
import type { Owner } from './owner.ts';

/** A body as the contract wants it. @throws FoyerError that says what is wrong. */
export function read<T>(owner: Owner, schema: z.ZodType<T>, text: string, type = 'application/json'): T {
  if (!type.startsWith('application/json') && !owner.breaks('takes any text for JSON')) {
    throw new FoyerError('json_required');
  }
  const body = parse(text);
  if ('items' in body && String(body.items) === '' && owner.breaks('reserves nothing')) return body as T;
  const isOpen = owner.breaks('items' in body ? 'accepts unknown fields' : 'accepts unknown fields of verbs');
  const result = schema.safeParse(isOpen ? withoutUnknown(schema, body) : body);
  refuseInvalid(result);
  return result.data as T;
}

function parse(text: string): object {
  try {
    return JSON.parse(text);
  } catch {
    throw new FoyerError('invalid_json');
  }
}

/** Leaves out what the schema would refuse for being unknown, as an open schema does. */
function withoutUnknown(schema: z.ZodType, body: object): object {
  const copy = structuredClone(body);
  for (const issue of schema.safeParse(copy).error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue;
    const at = issue.path.reduce<Record<PropertyKey, unknown>>(
      (inner, key) => inner[key] as Record<PropertyKey, unknown>,
      copy as Record<PropertyKey, unknown>,
    );
    for (const key of issue.keys) delete at[key];
  }
  return copy;
}
