import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import type { JobPayloads, Tasks } from '../../jobs.ts';
import type { Log } from '../log.ts';
import type { Database } from '../postgres/tables.ts';

export interface JobOptions {
  /** Address of the centre's database with the centre's own role; the worker opens its own few connections. */
  readonly url: string;
  readonly db: Database;
  /** Schema that graphile-worker's tables were installed in for this centre. */
  readonly schema: string;
  readonly tasks: Tasks;
  readonly log: Log;
  /** Jobs at the same time; 4 by default. */
  readonly concurrency?: number;
}

export interface RunningJobs {
  /** Takes no new job, waits for those that run, and gives up on a job that takes longer than five seconds. */
  stop(): Promise<void>;
}

/**
 * Works a centre's jobs until stopped: at once when they are added, again with growing pauses when they fail, every
 * minute for those that look after the rest.
 *
 * A process that is killed keeps its jobs locked (graphile-worker forgets such locks after four hours only). So a
 * worker holds an advisory lock on its name for as long as its connection lives, and each frees what dead ones hold.
 */
export async function startJobs({ url, db, schema, tasks, log, concurrency = 4 }: JobOptions): Promise<RunningJobs> {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // The connection is about to be told to listen; it is free for us once that is done.
    client.once('drain', () => {
      client
        .query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [workerPool.id])
        .catch((error: unknown) => log.error('jobs-liveness-lost', error));
    });
  });
  await freeAbandonedJobs(db, schema);
  const runner = await run({
    connectionString: url,
    // One listens, one keeps the calendar.
    maxPoolSize: concurrency + 2,
    schema,
    concurrency,
    events,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, { error }) => {
      if (level === 'error') log.error('jobs-error', error, { message });
      else if (level === 'warning') log.warn('jobs-warning', { message });
    }),
    taskList: {
      ...Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
      ),
      reconcile: async (payload: unknown) => {
        await freeAbandonedJobs(db, schema);
        await tasks.reconcile(payload as JobPayloads['reconcile']);
      },
    },
    parsedCronItems: parseCronItems([
      { task: 'reconcile', match: '* * * * *', options: { jobKey: 'reconcile', maxAttempts: 1 } },
    ]),
  });
  return {
    async stop() {
      await runner.stop();
    },
  };
}

/** Gives jobs back that are locked by workers whose connection is gone. */
async function freeAbandonedJobs(db: Database, schema: string): Promise<void> {
  await sql`
    select ${sql.id(schema, 'force_unlock_workers')}(array_agg(locked_by))
    from (select distinct locked_by from ${sql.id(schema, 'jobs')} where locked_by is not null) as worker
    where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
    having count(*) > 0`.execute(db);
}
