import type { z } from 'zod';
import { quoted } from '../../../sdk/model/seating-plan/report.ts';

/** One thing wrong in a file: where, and what to do about it. */
export interface Explained {
  readonly path: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

const at = (path: readonly PropertyKey[]) => path.map(String).join('.');

/** What is wrong with a file's shape, in sentences for who wrote it, every one with its path. */
export function explainIssues(issues: readonly Issue[], known: readonly string[]): readonly Explained[] {
  return issues.flatMap((issue) => explain(issue, [], known));
}

function explain(issue: Issue, above: readonly PropertyKey[], known: readonly string[]): readonly Explained[] {
  const path = [...above, ...issue.path];
  const one = (message: string) => [{ path: at(path), message }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: at([...path, key]), message: strayKey(key, known) }));
    case 'invalid_type':
      return one(wrongType(issue));
    case 'invalid_value':
      return one(`must be ${oneOf(issue.values.map(quoted))}${found(issue.input)}`);
    case 'too_small':
      return one(`must ${size(issue.origin, issue.minimum, 'least')}${found(issue.input)}`);
    case 'too_big':
      return one(`must ${size(issue.origin, issue.maximum, 'most')}${found(issue.input)}`);
    case 'invalid_format':
      return one(format(issue));
    case 'invalid_union':
      return union(issue, path, known);
    default:
      return one(issue.message);
  }
}

const found = (input: unknown) => (input === undefined ? '' : `, not ${quoted(input)}`);

const oneOf = (words: readonly string[]) =>
  words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object { … }',
  array: 'a list [ … ]',
  string: 'a text in quotation marks',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function wrongType(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  if (issue.input === undefined) return `is missing; it must be ${TYPES[issue.expected] ?? issue.expected}`;
  return `must be ${TYPES[issue.expected] ?? issue.expected}${found(issue.input)}${cents(issue)}`;
}

/** Amounts are the one thing everybody writes in euros first. */
const cents = ({ expected, input }: { readonly expected: string; readonly input?: unknown }) =>
  expected === 'int' && typeof input === 'number'
    ? '; amounts are in cents (€ 12.50 is 1250), percentages in hundredths (10 % is 1000)'
    : '';

function size(origin: string, limit: number | bigint, which: 'least' | 'most'): string {
  const items: Readonly<Record<string, string>> = { array: 'things in it', string: 'characters' };
  const what = items[origin];
  return what ? `have at ${which} ${limit} ${what}` : `be at ${which} ${limit}`;
}

const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';

function format({ format: what, input, pattern }: Extract<Issue, { code: 'invalid_format' }>): string {
  if (what === 'datetime') {
    return `must be a moment with its offset, such as "2026-12-04T20:00:00+01:00"${found(input)}`;
  }
  if (pattern?.includes(SLUG))
    return `must be lower-case words joined by hyphens, such as "vroege-vogel"${found(input)}`;
  if (pattern?.includes('A-Z0-9-')) return `must be capitals, digits and hyphens, 3 to 40 of them${found(input)}`;
  return `is not written as it must be${found(input)}`;
}

/** Of several shapes, the mistakes in the one that was nearest meant. */
function union(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  known: readonly string[],
): readonly Explained[] {
  const where = at(path);
  if (issue.discriminator !== undefined) {
    const { options } = issue as { readonly options?: readonly unknown[] };
    const which = options ? `: ${oneOf(options.map(quoted))}` : '';
    return [{ path: where, message: `\`${issue.discriminator}\` says which kind it is${which}` }];
  }
  const only = issue.errors.flatMap((errors) =>
    errors.flatMap((error) => (error.code === 'invalid_value' ? error.values : [])),
  );
  if (only.length > 0 && only.length === issue.errors.length) {
    return [{ path: where, message: `must be ${oneOf(only.map(quoted))}${found(issue.input)}` }];
  }
  const shapes = issue.errors.map((errors) => errors.flatMap((error) => explain(error, path, known)));
  const nearest = shapes.toSorted((a, b) => a.length - b.length)[0] ?? [];
  const ties = shapes.filter(({ length }) => length === nearest.length);
  if (ties.length === 1) return nearest;
  const wanted = [
    ...new Set(
      ties
        .flat()
        .filter(({ message }) => message.startsWith('is missing'))
        .map((e) => e.path),
    ),
  ];
  if (wanted.length === 0)
    return [{ path: where, message: [...new Set(ties.flat().map((e) => e.message))].join('; or ') }];
  return [{ path: where, message: `needs one of ${oneOf(wanted.map((key) => `\`${key.slice(where.length + 1)}\``))}` }];
}

function strayKey(key: string, known: readonly string[]): string {
  const [near] = known
    .map((name) => ({ name, letters: distance(name.toLowerCase(), key.toLowerCase()) }))
    .filter(({ letters, name }) => letters <= 2 && name !== key)
    .toSorted((a, b) => a.letters - b.letters);
  return near ? `is not known here; did you mean \`${near.name}\`?` : 'is not known here; take it out';
}

/** How many letters differ. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
