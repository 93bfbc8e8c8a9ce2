import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildPackage } from '../../.build/package.ts';

/** What the package itself needs where it is installed. */
const NEEDED = ['lit', '@lit', 'nanostores', 'zod'];

/**
 * Builds the npm package and installs it in somebody's project, with what it needs and these besides, as they are here.
 * @returns the folder of the installed package.
 */
export function installPackage(project: string, besides: readonly string[]): string {
  const modules = join(project, 'node_modules');
  const built = join(modules, 'foyer');
  buildPackage(built);
  for (const name of [...NEEDED, ...besides]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  return built;
}
