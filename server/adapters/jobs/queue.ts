import { sql } from 'kysely';
import type { JobQueue } from '../../jobs.ts';

/** Leaves jobs for the worker in a centre's job schema, by the SQL function that graphile-worker publishes for it. */
export function createJobQueue(schema: string): JobQueue {
  const addJob = sql.id(schema, 'add_job');
  return {
    async add(trx, name, payload, { key, runAt }) {
      await sql`select 1 from ${addJob}(
        ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, run_at := ${runAt ?? null}
      )`.execute(trx);
    },
  };
}
