import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../server/adapters/log.ts';
import { startEmbeddedPostgres } from '../../server/adapters/postgres/index.ts';
import { lockFolder } from '../../server/adapters/postgres/lock.ts';
import { orphanRuns } from '../../server/adapters/postgres/orphan.ts';

/** Names the database that the whole suite shares; a file that runs alone starts its own. */
const SHARED = 'FOYER_TEST_DATABASE';

const PREFIX = 'foyer-database-';

export interface TestDatabase {
  /** Address with the maintenance role. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL in a temporary folder that gives up durability for speed, and is gone after `stop`. */
export async function startTestDatabase(): Promise<TestDatabase> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const postgres = await startEmbeddedPostgres({ folder, durable: false, log: silentLog });
  return {
    adminUrl: postgres.adminUrl,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends what test runs left behind that were killed: a database that nobody has locked any more belongs to nobody. */
async function sweep(): Promise<void> {
  for (const folder of globSync(join(tmpdir(), `${PREFIX}*`))) {
    if (!existsSync(join(folder, 'complete'))) continue;
    try {
      const lock = lockFolder(folder);
      const data = join(folder, 'cluster');
      const pid = () => Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
      if (orphanRuns(data)) process.kill(pid(), 'SIGQUIT');
      // It may write its last while we remove.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      lock.release();
    } catch {
      // In use, or another run sweeps it just now.
    }
  }
}

/** For the suite: starts the shared database and leads every test file to it. */
export async function shareTestDatabase(): Promise<TestDatabase> {
  const database = await startTestDatabase();
  process.env[SHARED] = database.adminUrl;
  return {
    ...database,
    async stop() {
      // A later suite must not be led to a database that is no more.
      delete process.env[SHARED];
      await database.stop();
    },
  };
}

/** For a file whose centres must be neighbours in one database also when it runs alone: leads them all to one. */
export const neighboursInDatabase = async (): Promise<Pick<TestDatabase, 'stop'>> =>
  process.env[SHARED] ? { stop: async () => {} } : shareTestDatabase();

/** The suite's database, or an own one that ends with `stop`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const shared = process.env[SHARED];
  return shared ? { adminUrl: shared, stop: async () => {} } : startTestDatabase();
}
