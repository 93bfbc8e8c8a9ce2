import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { VERSION } from '../components/internal/version.ts';

/** `integrity.json` beside `foyer.js`. */
export interface Integrity {
  /** The package's version and what is in the files: `0.1.0-3f9a2c1b`. Other files never have it. */
  readonly version: string;
  /** SHA-384 of every file, as the `integrity` attribute takes it, by its path from the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** Writes down what was built, so that a page can refuse anything else. */
export const integrity = (): Plugin => ({
  name: 'foyer-integrity',
  writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).sort();
    const files = Object.fromEntries(names.map((name) => [name, `sha384-${hash(readFileSync(join(dir, name)))}`]));
    const content = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8);
    const written: Integrity = { version: `${VERSION}-${content}`, files };
    writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(written, null, 2)}\n`);
  },
});

const hash = (body: Uint8Array): string => createHash('sha384').update(body).digest('base64');
