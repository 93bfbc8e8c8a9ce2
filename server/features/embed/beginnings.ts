import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the built browser code, as Vite's manifest tells of it; other files are named by their keys. */
interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** The files that an element cannot begin without, from the folder of `foyer.js`: its code and its words in a language. */
export type Beginnings = (element: string, language: string) => readonly string[];

/** Reads which files the elements begin with. None for what was not built. */
export function readBeginnings(folder: string): Beginnings {
  const path = join(folder, 'files.json');
  const built: Readonly<Record<string, Built>> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return (element, language) => {
    const isOfLanguage = (key: string) => key.startsWith('components/translations/') && key.endsWith(`/${language}.ts`);
    const found = new Set([`components/${element}/${element}.ts`]);
    for (const key of found) {
      const { imports = [], dynamicImports = [] } = built[key] ?? {};
      for (const other of [...imports, ...dynamicImports.filter(isOfLanguage)]) found.add(other);
    }
    return [...found].flatMap((key) => built[key]?.file ?? []);
  };
}
