/** Longer ranges are cut: no hall has that many rows, and a slip of the pen must not fill the memory. */
const MAX_LABELS = 1000;

const RANGE = /^([A-Za-z]*?)(\d+|[A-Za-z])\.\.\1(\d+|[A-Za-z])(?:\/([1-9]\d*))?$/;
const isNumber = (text: string) => /^\d/.test(text);

/**
 * Labels that a word names: `A..D` is A, B, C, D; `B1..B3` is B1, B2, B3; `1..7/2` is 1, 3, 5, 7; any other word is
 * itself. A range that names nothing, such as `D..A` or `A..4`, gives no labels.
 */
export function labelsIn(word: string): string[] {
  const match = RANGE.exec(word);
  if (!match) return [word];
  const [, prefix = '', first = '', last = '', step = '1'] = match;
  if (isNumber(first) !== isNumber(last)) return [];
  const value = (text: string) => (isNumber(text) ? Number(text) : text.charCodeAt(0));
  const labels: string[] = [];
  for (let at = value(first); at <= value(last) && labels.length < MAX_LABELS; at += Number(step)) {
    labels.push(prefix + (isNumber(first) ? at : String.fromCharCode(at)));
  }
  return labels;
}

/** The word among these rows that names more of them than any hall has, if there is one. */
export function endlessRange(rows: string | readonly string[]): string | undefined {
  return typeof rows === 'string' ? rows.split(/\s+/).find((word) => labelsIn(word).length >= MAX_LABELS) : undefined;
}

/** Row labels of a block, front to back. */
export const rowLabels = (rows: string | readonly string[]): readonly string[] =>
  typeof rows === 'string' ? rows.trim().split(/\s+/).flatMap(labelsIn) : rows;

/** Which seats one word of an exception names; without numbers, all of these rows. */
export interface Selection {
  readonly rows: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string> | null;
}

/** Reads a word such as `K..T` (rows) or `T-1..8` (seats of rows). */
export function selector(word: string): Selection {
  const [rows = '', numbers] = word.split(/-(.*)/);
  return { rows: new Set(labelsIn(rows)), numbers: numbers === undefined ? null : new Set(labelsIn(numbers)) };
}
