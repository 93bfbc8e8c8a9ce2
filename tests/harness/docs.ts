import { readFileSync } from 'node:fs';

/** A whole file of an example on a page of `docs/`: its block says which. */
export interface ExampleFile {
  /** Where it belongs in who follows the page's project. */
  readonly path: string;
  readonly text: string;
}

/** What the demo has at these places in examples, so that a reader can try them as they are. */
export const EXAMPLE = {
  server: 'http://localhost:4000',
  performance: 'de-zoutweg-2026-11-26-2000',
} as const;

const BLOCK = /^```\w+ ([\w./-]+)\n(.*?)^```$/gms;

/**
 * Takes the files of an example from a page: blocks of code that are followed by a name (```` ```html index.html ````).
 * @throws Error when the page has none, or does not name what a test is to replace.
 */
export function exampleOf(page: string, replace: Readonly<Record<string, string>>): readonly ExampleFile[] {
  const written = readFileSync(page, 'utf8');
  const files = [...written.matchAll(BLOCK)].map(([, path = '', text = '']) => ({ path, text }));
  const whole = files.map(({ text }) => text).join('');
  for (const part of Object.keys(replace)) if (!whole.includes(part)) throw new Error(`${page} nowhere says ${part}`);
  return files.map(({ path, text }) => ({
    path,
    text: Object.entries(replace).reduce((now, [part, other]) => now.replaceAll(part, other), text),
  }));
}
