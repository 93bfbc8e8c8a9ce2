import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve('tests/bench/seat-map/peers');

/** Where the peers' packages are; installs them, as their lockfile says, when they are not there yet. */
export function peersFolder(): string {
  const modules = resolve(FOLDER, 'node_modules');
  if (!existsSync(resolve(modules, 'seatchart'))) {
    console.log('Installing the seat maps to compare with …');
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`npm ci failed in ${FOLDER}.`);
  }
  return modules;
}
