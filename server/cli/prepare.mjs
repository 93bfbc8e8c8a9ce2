/**
 * Makes a fresh clone ready before `npm start` and `npm test`: installs exactly what the lockfile says when
 * node_modules is missing or older than the lockfile. Runs on the host's Node, so plain JavaScript and nothing imported.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installed = join(root, 'node_modules', '.package-lock.json');
const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Foyer needs Node 20 or newer to install itself; this is ${process.version}. See https://nodejs.org.`);
  process.exit(1);
}

const fresh =
  existsSync(pinnedNode) &&
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;

if (!fresh) {
  console.log('Installing the dependencies named in package-lock.json (about a minute, once) …');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('Foyer could not install its dependencies: `npm ci` failed, see its message above.');
    process.exit(1);
  }
}
