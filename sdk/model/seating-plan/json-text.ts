import type { PlanProblem } from './types.ts';

/** Deeper than any plan; a file of a million brackets is refused before anything is built of it. */
const MAX_DEPTH = 32;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

type Expected = 'a value' | 'a value or ]' | 'a key' | 'a key or }' | ':' | ', or ]' | ', or }' | 'nothing more';

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/** Where a match of a sticky pattern ends, or -1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where the string that starts at `at` ends; negative: minus the place of the mistake in it. */
function endOfString(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === 34) return next + 1;
    if (code < 32) return -next;
    const end = code === 92 ? endOf(ESCAPE, text, next) : next + 1;
    if (end < 0) return -next;
    next = end;
  }
  return -text.length;
}

interface Mistake {
  readonly at: number;
  readonly code: string;
  readonly message: string;
}

/**
 * The first thing that keeps a text from being JSON we accept. `JSON.parse` alone does not always say where, silently
 * drops doubled keys, and builds whatever depth it is given.
 */
function firstMistake(text: string): Mistake | null {
  const open: (Set<string> | null)[] = [];
  let expected: Expected = 'a value';
  const afterValue = (): Expected => {
    const inner = open.at(-1);
    return inner === undefined ? 'nothing more' : inner ? ', or }' : ', or ]';
  };
  for (let at = 0; ; ) {
    while (isSpace(text.charCodeAt(at))) at += 1;
    const sign = text[at];
    const wrong = { at, code: 'not-json', message: `not JSON: expected ${expected}` };
    if (sign === undefined)
      return expected === 'nothing more' ? null : { ...wrong, message: `${wrong.message}, but the file ends` };
    let end = at + 1;
    if (expected === ':') {
      if (sign !== ':') return wrong;
      expected = 'a value';
    } else if (expected.startsWith(',') && sign === ',') {
      expected = open.at(-1) ? 'a key' : 'a value';
    } else if (expected.endsWith(sign) && (sign === ']' || sign === '}')) {
      open.pop();
      expected = afterValue();
    } else if (expected.startsWith('a key') && sign === '"') {
      end = endOfString(text, at);
      if (end < 0) return { at: -end, code: 'not-json', message: 'not JSON: this string is not written well' };
      const key = JSON.parse(text.slice(at, end)) as string;
      if (key === '__proto__') return { at, code: 'forbidden-key', message: 'the key __proto__ is not allowed' };
      if (open.at(-1)?.has(key))
        return { at, code: 'duplicate-key', message: `the key ${JSON.stringify(key)} is there twice` };
      open.at(-1)?.add(key);
      expected = ':';
    } else if (!expected.startsWith('a value')) {
      return wrong;
    } else if (sign === '{' || sign === '[') {
      if (open.length === MAX_DEPTH) return { at, code: 'too-deep', message: `nested deeper than ${MAX_DEPTH} levels` };
      open.push(sign === '{' ? new Set() : null);
      expected = sign === '{' ? 'a key or }' : 'a value or ]';
    } else {
      end = sign === '"' ? endOfString(text, at) : endOf(SCALAR, text, at);
      if (end < 0) {
        return sign === '"'
          ? { at: -end, code: 'not-json', message: 'not JSON: this string is not written well' }
          : wrong;
      }
      expected = afterValue();
    }
    at = end;
  }
}

/** Reads JSON from a stranger: a value, or the first mistake with its line and column. Never throws. */
export function readJson(text: string): { readonly value: unknown } | { readonly problem: PlanProblem } {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (clean.trim() === '') return { problem: { path: '$', code: 'empty-file', message: 'the file is empty' } };
  const mistake = firstMistake(clean);
  if (!mistake) return { value: JSON.parse(clean) };
  const before = clean.slice(0, mistake.at).split('\n');
  const path = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  return { problem: { path, code: mistake.code, message: mistake.message } };
}
