import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../manifest.ts';
import { elementsPage } from './elements-page.ts';
import { readExports } from './sdk.ts';
import { sdkPage } from './sdk-page.ts';

/** The reference as pages of Markdown, by name, made from the comments in the code as it is now. */
export const readReference = (): Readonly<Record<'elements' | 'sdk', string>> => ({
  elements: elementsPage(analyse()),
  sdk: sdkPage(readExports('sdk/index.ts')),
});

/** Writes the reference into a folder. */
export function writeReference(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(readReference())) writeFileSync(join(folder, `${name}.md`), text);
}

if (process.argv[1] === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? 'dist/reference');
  writeReference(folder);
  process.stdout.write(`The reference is in ${folder}.\n`);
}
