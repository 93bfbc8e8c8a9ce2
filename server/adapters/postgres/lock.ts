import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A folder that belongs to this process until `release`, or until the process is gone in whatever way. */
export interface FolderLock {
  release(): void;
}

/** Another process has the folder. */
export class FolderInUseError extends Error {
  readonly pid: number | null;
  constructor(folder: string, pid: number | null) {
    super(`${folder} is in use by process ${pid ?? 'unknown'}; a second server on the same data would destroy it.`);
    this.name = 'FolderInUseError';
    this.pid = pid;
  }
}

/**
 * Takes a folder for this process alone. The lock is the kernel's (SQLite's file lock is the one Node can reach), so
 * nothing is left behind by a kill -9 and nobody has to guess whether a pid in a file still lives.
 * @throws FolderInUseError
 */
export function lockFolder(folder: string): FolderLock {
  const pidFile = join(folder, 'foyer.pid');
  const lock = new DatabaseSync(join(folder, 'foyer.lock'));
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) {
      throw new FolderInUseError(folder, readPid(pidFile));
    }
    throw error;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function readPid(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || null;
  } catch {
    // The holder has locked but not written yet.
    return null;
  }
}
