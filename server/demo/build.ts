import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Time of the newest of these files in milliseconds; 0 when there are none. */
const newest = (files: readonly string[]) => Math.max(0, ...files.map((file) => statSync(file).mtimeMs));

/**
 * Builds the browser code when it is missing or older than its sources.
 * @param root The repository.
 * @returns The folder with `foyer.js` and its chunks.
 */
export async function buildBrowserCode(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist', 'embed');
  const sources = ['components/**/*.ts', 'sdk/**/*.ts', '.build/*.ts', 'vite.config.ts'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }).map((file) => join(root, file)),
  );
  const built = newest(globSync('*.js', { cwd: folder }).map((file) => join(folder, file)));
  if (built >= newest(sources)) return folder;
  say('Building the elements for the browser …');
  // Vite is loaded only when there is something to build, because loading it alone takes a second.
  const { build } = await import('vite');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
  return folder;
}
