import { quoted } from './report.ts';
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

const notJson = (at: number, why: string): Mistake => ({ at, code: 'not-json', message: `not JSON: ${why}` });

/** Reads a string or another value without parts: where it ends, or what is wrong with it. */
function skipScalar(text: string, at: number): number | Mistake {
  if (text[at] !== '"') {
    const end = endOf(SCALAR, text, at);
    return end < 0 ? notJson(at, 'expected a value') : end;
  }
  const end = endOfString(text, at);
  return end < 0 ? notJson(-end, 'this string is not written well') : end;
}

/** Reads a key of an object whose earlier keys are given. */
function skipKey(text: string, at: number, keys: Set<string>): number | Mistake {
  const end = skipScalar(text, at);
  if (typeof end !== 'number') return end;
  const key: string = JSON.parse(text.slice(at, end));
  if (key === '__proto__') return { at, code: 'forbidden-key', message: 'the key __proto__ is not allowed' };
  if (keys.has(key)) return { at, code: 'duplicate-key', message: `the key ${quoted(key)} is there twice` };
  keys.add(key);
  return end;
}

/**
 * The first thing that keeps a text from being JSON we accept. `JSON.parse` alone does not always say where, silently
 * drops doubled keys, and builds whatever depth it is given.
 */
function firstMistake(text: string): Mistake | null {
  /** What is open around the present place: an object by its keys so far, an array as null. */
  const open: (Set<string> | null)[] = [];
  let expected: Expected = 'a value';
  let at = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at += 1;
    const sign = text[at];
    const inner = open.at(-1);
    let end: number | Mistake = at + 1;
    if (sign === undefined) {
      return expected === 'nothing more' ? null : notJson(at, `expected ${expected}, but the file ends`);
    }
    if ((sign === ']' || sign === '}') && expected.endsWith(sign)) {
      open.pop();
      expected = afterValue(open.at(-1));
    } else if (sign === ',' && expected.startsWith(',')) {
      expected = inner ? 'a key' : 'a value';
    } else if (sign === ':' && expected === ':') {
      expected = 'a value';
    } else if (sign === '"' && inner && expected.startsWith('a key')) {
      end = skipKey(text, at, inner);
      expected = ':';
    } else if (!expected.startsWith('a value')) {
      return notJson(at, `expected ${expected}`);
    } else if (sign === '{' || sign === '[') {
      if (open.length === MAX_DEPTH) return { at, code: 'too-deep', message: `nested deeper than ${MAX_DEPTH} levels` };
      open.push(sign === '{' ? new Set() : null);
      expected = sign === '{' ? 'a key or }' : 'a value or ]';
    } else {
      end = skipScalar(text, at);
      expected = afterValue(inner);
    }
    if (typeof end !== 'number') return end;
    at = end;
  }
}

function afterValue(inner: Set<string> | null | undefined): Expected {
  if (inner === undefined) return 'nothing more';
  return inner ? ', or }' : ', or ]';
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
