import { sql } from 'kysely';
import type { JobName, JobQueue } from '../../jobs.ts';

/** Lower goes first. In a rush, what is paid is sold before what is sold is mailed: drawing tickets takes its time. */
const PRIORITIES: Readonly<Partial<Record<JobName, number>>> = { 'mail-tickets': 10, 'mail-refund': 10 };

/** Leaves jobs for the worker in a centre's job schema, by the SQL function that graphile-worker publishes for it. */
export function createJobQueue(schema: string): JobQueue {
  const addJob = sql.id(schema, 'add_job');
  return {
    async add(trx, name, payload, { key, runAt }) {
      await sql`select 1 from ${addJob}(
        ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, run_at := ${runAt ?? null},
        priority := ${PRIORITIES[name] ?? 0}
      )`.execute(trx);
    },
  };
}
