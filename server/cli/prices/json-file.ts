import type { z } from 'zod';
import { readJson } from '../../../sdk/model/seating-plan/json-text.ts';
import { readTextFile } from '../plan-file.ts';
import { explainIssues } from './explain.ts';
import { type LineOf, linesOf } from './lines.ts';
import { keysOf } from './schema.ts';

/** One thing wrong in a file, with its line where there is one. */
export interface FileProblem {
  readonly line?: number;
  readonly path: string;
  readonly message: string;
}

export type JsonFile<T> =
  | { readonly value: T; readonly written: Record<string, unknown>; readonly lineOf: LineOf }
  | { readonly problems: readonly FileProblem[] };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file of a kind that has a schema: what it says, or everything that is wrong with its shape. Never throws.
 * @param what It should be, such as `price list`.
 */
export async function readJsonFile<T>(path: string, what: string, schema: z.ZodType<T>): Promise<JsonFile<T>> {
  const read = await readTextFile(path, what);
  return 'problem' in read ? { problems: [read.problem] } : readJsonText(read.text, what, schema);
}

/** The same of a text that is read already. */
export function readJsonText<T>(text: string, what: string, schema: z.ZodType<T>): JsonFile<T> {
  const json = readJson(text);
  if ('problem' in json) return { problems: [json.problem] };
  const lineOf = linesOf(text);
  if (!isObject(json.value)) return { problems: [{ line: 1, path: '', message: `a ${what} is an object { … }` }] };
  const result = schema.safeParse(json.value, { reportInput: true });
  if (result.success) return { value: result.data, written: json.value, lineOf };
  const explained = explainIssues(result.error.issues, keysOf(schema));
  return { problems: explained.map((problem) => ({ ...problem, line: lineOf(problem.path) })) };
}

/** One problem on one line, as a person and an editor read it. */
export function describeProblem({ line, message, path }: FileProblem): string {
  const where = [...(line === undefined ? [] : [`line ${line}`]), ...(path && path !== '$' ? [path] : [])];
  return `${where.join(', ')}${where.length > 0 ? ': ' : ''}${message}`;
}
