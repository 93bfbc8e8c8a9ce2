import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kernel ticks a second in /proc, on every Linux there is. */
const TICKS = 100;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process is gone, or the system does not tell.
    return '';
  }
};

/** A process and all that it started. */
export function familyOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/** The postmaster of an embedded PostgreSQL; 0 when it does not run. */
export const postmasterIn = (folder: string): number =>
  Number(read(join(folder, 'cluster', 'postmaster.pid')).split('\n')[0]);

/** Milliseconds of processor time these processes used so far, their ended children included. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
    const ticks = [11, 12, 13, 14].reduce((total, index) => total + Number(fields[index] ?? 0), 0);
    return sum + (ticks * 1000) / TICKS;
  }, 0);
}

/** Memory in MiB, what processes share counted once (proportional set size). */
export const memoryOf = (pids: readonly number[]): number =>
  pids.reduce(
    (sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024,
    0,
  );
