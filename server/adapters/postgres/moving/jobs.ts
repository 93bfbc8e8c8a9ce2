import type pg from 'pg';
import type { CentreNames } from '../names.ts';

/** What is left for later, among the tables of an archive. */
export const JOB_TABLE = 'job';

/** Jobs as they would be added anew. What the calendar adds by itself stays behind. */
export const selectJobs = ({ jobsSchema }: CentreNames): string => `
  select row_to_json(moved)::text as line from (
    select tasks.identifier as task, jobs.payload::jsonb, jobs.key, jobs.priority, jobs.run_at, jobs.attempts,
      jobs.max_attempts
    from ${jobsSchema}._private_jobs jobs join ${jobsSchema}._private_tasks tasks on tasks.id = jobs.task_id
    where tasks.identifier <> 'reconcile'
  ) moved
  order by task collate "C", row_to_json(moved)::text collate "C"`;

/** Adds jobs by the function that graphile-worker publishes, and tells it how often each was tried. */
export async function addJobs(
  client: pg.ClientBase,
  { jobsSchema }: CentreNames,
  rows: readonly string[],
): Promise<void> {
  const { rows: added } = await client.query<{ id: string; attempts: number }>(
    `select (${jobsSchema}.add_job(moved.task, payload := moved.payload, run_at := moved.run_at,
        max_attempts := moved.max_attempts, job_key := moved.key, priority := moved.priority)).id,
      moved.attempts
    from json_to_recordset($1::json) as moved
      (task text, payload json, key text, priority integer, run_at timestamptz, attempts integer, max_attempts integer)`,
    [`[${rows.join(',')}]`],
  );
  await client.query(
    `update ${jobsSchema}._private_jobs jobs set attempts = tried.attempts
    from json_to_recordset($1::json) as tried (id bigint, attempts integer)
    where tried.id = jobs.id and tried.attempts > 0`,
    [JSON.stringify(added)],
  );
}
