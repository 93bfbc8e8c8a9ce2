import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { memoryOf } from '../processes.ts';
import type { Stage } from '../stage.ts';
import { printTable, tenths } from '../table.ts';
import { type MeasuredCentres, startCentres } from './centres.ts';

const FEW = 2;
const MANY = 22;
/** Pools let go of what nobody used for ten seconds; then a look every five seconds at what partners say is all there is. */
const SETTLING_MS = 30_000;

/** What centres cost in a process when nothing happens: measured with 2 and with 22, and the difference divided. */
export async function benchIdleCentres(stage: Stage): Promise<void> {
  const few = await measure(stage, 'weinig', FEW);
  const many = await measure(stage, 'veel', MANY);
  const each = (many.mebibytes - few.mebibytes) / (MANY - FEW);
  printTable(
    'Centres in one process when nothing happens',
    ['centres', 'Node MiB', 'MiB for one more', 'connections each', 'most of one'],
    [
      [String(FEW), tenths(few.mebibytes), '', tenths(few.connections), String(few.most)],
      [String(MANY), tenths(many.mebibytes), tenths(each), tenths(many.connections), String(many.most)],
    ],
  );
}

async function measure(stage: Stage, prefix: string, count: number) {
  const ids = Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
  const centres = await startCentres(stage.adminUrl, ids, { flags: ['--expose-gc'] });
  try {
    await pause(SETTLING_MS);
    process.kill(centres.pid, 'SIGUSR2');
    await pause(500);
    return { mebibytes: memoryOf([centres.pid]), ...(await connectionsOf(centres, prefix, count)) };
  } finally {
    await centres.stop();
  }
}

async function connectionsOf(centres: MeasuredCentres, prefix: string, count: number) {
  const db = centres.open(centres.ids[0] ?? '');
  const { rows } = await sql<{ count: number; name: string }>`
    select usename::text as name, count(*)::integer as count from pg_stat_activity
    where usename like ${`centre\\_${prefix}\\_%`} and pid <> pg_backend_pid() group by 1`.execute(db);
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  return { connections: all / count, most: Math.max(...rows.map((row) => row.count)) };
}
