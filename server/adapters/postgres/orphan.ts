import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Larger than any pid a system gives out, so PostgreSQL finds nobody there. */
const NOBODY = 2 ** 31 - 1;

/**
 * Looks at who still runs on a data folder that nobody of us uses any more: a PostgreSQL whose parent was killed. The
 * pid file alone does not tell: after a restart of the machine or container its number may be anybody's, and a dead
 * process that nobody reaped still has it. PostgreSQL would refuse to start, and `pg_ctl stop` would hit a stranger.
 *
 * When nobody runs, only the number in the file is made harmless. The file itself stays: with it PostgreSQL makes sure
 * by itself that no part of the former one is still at work.
 */
export function orphanRuns(data: string): boolean {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const pid = Number.parseInt(first, 10);
  if (pid > 0 && commandOf(pid).includes(data)) return true;
  writeFileSync(file, [NOBODY, ...rest].join('\n'));
  return false;
}

/** How a process was called; empty when there is none, or only its remains. */
function commandOf(pid: number): string {
  try {
    return existsSync('/proc/self')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
