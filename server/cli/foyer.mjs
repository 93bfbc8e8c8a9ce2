#!/usr/bin/env node
/**
 * The `foyer` command. Hands over to the pinned Node (which runs the TypeScript sources), whatever Node the host has.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const pinned = join(here, '..', '..', 'node_modules', 'node', 'bin', 'node');
const modern = Number(process.versions.node.split('.')[0]) >= 24;

if (!modern && !existsSync(pinned)) {
  console.error('foyer: dependencies are not installed yet; run `npm ci` (or `npm start`) in the Foyer folder first.');
  process.exit(1);
}
const result = spawnSync(modern ? process.execPath : pinned, [join(here, 'foyer.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
