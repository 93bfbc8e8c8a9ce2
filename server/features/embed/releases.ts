import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type EmbedFile, readEmbedFiles } from './files.ts';

/** Browser code as it was once built, under an address of its own. */
export interface Release {
  /** `0.1.0-3f9a2c1b`. */
  readonly version: string;
  /** The one that is also served without a version. */
  readonly current: boolean;
  /** Text of its `integrity.json`. */
  readonly integrity: string;
  readonly files: ReadonlyMap<string, EmbedFile>;
}

/**
 * Reads the built browser code, and older builds that somebody kept beside it for pages that name their version:
 * `dist/embed-before` beside `dist/embed`. Folders without an `integrity.json` are none.
 */
export function readReleases(folder: string): readonly Release[] {
  const name = basename(folder);
  const found = globSync([`${name}/integrity.json`, `${name}-*/integrity.json`], { cwd: dirname(folder) });
  return found.flatMap((file) => {
    const integrity = readFileSync(join(dirname(folder), file), 'utf8');
    const { version } = JSON.parse(integrity) as { readonly version: string };
    if (!/^\d[\w.-]*$/.test(version)) return [];
    const beside = dirname(file);
    return [{ version, integrity, current: beside === name, files: readEmbedFiles(join(dirname(folder), beside)) }];
  });
}
