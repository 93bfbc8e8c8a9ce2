/** A program that starts the embedded PostgreSQL on the folder it is given, says so, and keeps it until it is killed. */
import { silentLog } from '../../server/adapters/log.ts';
import { startEmbeddedPostgres } from '../../server/adapters/postgres/index.ts';

try {
  const postgres = await startEmbeddedPostgres({ folder: process.argv[2] ?? '', log: silentLog });
  console.log(`started ${postgres.adminUrl}`);
  setInterval(() => {}, 1_000_000);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
