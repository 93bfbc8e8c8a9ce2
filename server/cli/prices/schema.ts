import { z } from 'zod';
import { priceListSchema } from '../../../sdk/contract/prices/price-list.ts';

export const usage = `foyer prices schema

  Prints the JSON Schema of a price list. Save it beside your list and name it in the list's "$schema": your editor then
  knows every key.

  Exit status: 0 printed, 2 wrong use.`;

/** `foyer prices schema`: prints the JSON Schema of a price list as somebody writes it. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error(`foyer prices schema: it takes no words\n\n${usage}`);
    return 2;
  }
  console.log(JSON.stringify(priceListJsonSchema(), null, 2));
  return 0;
}

/** The JSON Schema (draft 2020-12) of a price list, defaults not yet filled in. */
export function priceListJsonSchema(): object {
  return { title: 'Foyer price list', ...z.toJSONSchema(priceListSchema, { io: 'input' }) };
}

/** Every key that may stand somewhere in what a schema describes; so that a mistyped one can be recognised. */
export function keysOf(schema: z.ZodType): readonly string[] {
  const keys = new Set<string>();
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), keys);
  return [...keys];
}

function collect(node: unknown, keys: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'properties') for (const key of Object.keys(value)) keys.add(key);
    collect(value, keys);
  }
}
