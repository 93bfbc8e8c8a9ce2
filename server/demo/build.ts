import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Time of the newest of these files in milliseconds; 0 when there are none. */
const newest = (files: readonly string[]) => Math.max(0, ...files.map((file) => statSync(file).mtimeMs));

/**
 * Builds the browser code when it is missing or older than its sources.
 * @param root The repository.
 * @returns The folder with `foyer.js` and its chunks; beside it is what a server paints elements with.
 */
export async function buildBrowserCode(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist', 'embed');
  const sources = ['components/**/*.ts', 'sdk/**/*.ts', '.build/*.ts', 'vite.config.ts'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }).map((file) => join(root, file)),
  );
  const built = [folder, join(root, 'dist', 'first-paint')].map((one) =>
    newest(globSync('*.js', { cwd: one }).map((file) => join(one, file))),
  );
  if (Math.min(...built) >= newest(sources)) return folder;
  say('Building the elements for the browser …');
  // Vite is loaded only when there is something to build, because loading it alone takes a second.
  const { build } = await import('vite');
  for (const config of ['vite.config.ts', '.build/first-paint.config.ts'])
    await build({ root, configFile: join(root, config), logLevel: 'error' });
  return folder;
}
