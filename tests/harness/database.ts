import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../server/adapters/log.ts';
import { startEmbeddedPostgres } from '../../server/adapters/postgres/index.ts';

/** Names the database that the whole suite shares; a file that runs alone starts its own. */
const SHARED = 'FOYER_TEST_DATABASE';

export interface TestDatabase {
  /** Address with the maintenance role. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL in a temporary folder that gives up durability for speed, and is gone after `stop`. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-database-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false, log: silentLog });
  return {
    adminUrl: postgres.adminUrl,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For the suite: starts the shared database and leads every test file to it. */
export async function shareTestDatabase(): Promise<TestDatabase> {
  const database = await startTestDatabase();
  process.env[SHARED] = database.adminUrl;
  return database;
}

/** The suite's database, or an own one that ends with `stop`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const shared = process.env[SHARED];
  return shared ? { adminUrl: shared, stop: async () => {} } : startTestDatabase();
}
