import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import type { Tasks } from '../../jobs.ts';
import type { Log } from '../log.ts';
import { openPool } from '../postgres/database.ts';
import type { Database } from '../postgres/tables.ts';

type Pool = NonNullable<RunnerOptions['pgPool']>;

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
  /** False while the worker is down because the database is. */
  readonly alive: boolean;
  /** Takes no new job and waits for those that run; a job that takes longer than five seconds is left to the next start. */
  stop(): Promise<void>;
}

/** Before a worker that broke off starts again, in milliseconds. */
const RESTART_PAUSE = 2_000;
/** Graphile-worker gives its jobs five seconds; when it broke off at that very moment, its end may never be told. */
const STOP_PATIENCE = 6_000;

/**
 * Works a centre's jobs until stopped: at once when they are added, again with growing pauses when they fail, every
 * minute for those that look after the rest. Comes back by itself after the database was away.
 *
 * @throws the database's error when it cannot start in the first place.
 */
export async function startJobs(options: JobOptions): Promise<RunningJobs> {
  const { log, url, concurrency = 4 } = options;
  const stopping = new AbortController();
  // One listens, one fetches jobs and reports them done. A job itself uses the centre's own pool.
  const pool = openPool(url, {
    max: 2,
    onIdleError: (error) => log.error('jobs-connection-lost', error),
  });
  forgiveSecondRelease(pool);
  const start = () => startWorker(pool, concurrency, options);
  let runner: Runner | undefined = await start();

  async function supervise(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await start();
        // Asked to stop while it was starting.
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        log.error('jobs-interrupted', error);
      }
      runner = undefined;
      await pause(RESTART_PAUSE, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  const supervised = supervise();
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    stopping.abort();
    // It refuses to be stopped when it broke off just now, and then it is stopped.
    await runner?.stop().catch(() => {});
    await supervised;
    await pool.end();
  }
  async function stopInTime(): Promise<void> {
    const inTime = new AbortController();
    const patience = pause(STOP_PATIENCE, undefined, { signal: inTime.signal }).catch(() => {});
    await Promise.race([stop(), patience]).finally(() => inTime.abort());
  }

  return {
    get alive() {
      return runner !== undefined;
    },
    stop: () => (stopped ??= stopInTime()),
  };
}

/**
 * When its connection breaks while it stops, graphile-worker 0.18 gives the connection back twice, the second time where
 * nobody catches the pool's complaint, and that would end our process.
 */
function forgiveSecondRelease(pool: Pool): void {
  const connect = pool.connect.bind(pool);
  type Connected = Parameters<typeof connect>[0];
  const forgiving = (told?: Connected) =>
    told
      ? connect((error, client, release) => {
          let isReleased = false;
          told(error, client, (broken) => {
            if (!isReleased) release(broken);
            isReleased = true;
          });
        })
      : connect();
  pool.connect = forgiving as typeof pool.connect;
}

/**
 * A process that is killed keeps its jobs locked (graphile-worker forgets such locks after four hours only). So a
 * worker holds an advisory lock on its name for as long as its connection lives, and each frees what dead ones hold.
 */
async function startWorker(pgPool: Pool, concurrency: number, { db, schema, tasks, log }: JobOptions): Promise<Runner> {
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
  return run({
    pgPool,
    schema,
    concurrency,
    events,
    noHandleSignals: true,
    // In batches, because only then an outage between a job and its completion is handled and not an unhandled rejection.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: toLogger(log),
    taskList: {
      ...toTaskList(tasks),
      reconcile: async () => {
        await freeAbandonedJobs(db, schema);
        await tasks.reconcile({});
      },
    },
    parsedCronItems: parseCronItems([
      { task: 'reconcile', match: '* * * * *', options: { jobKey: 'reconcile', maxAttempts: 1 } },
    ]),
  });
}

/** Payloads come back as what they were put in: only our own queue writes them. */
function toTaskList(tasks: Tasks): NonNullable<RunnerOptions['taskList']> {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
  );
}

/** That its pool is smaller than the number of jobs at a time, which is meant: they use the centre's own. */
const isOfPool = (message: string): boolean => message.includes('maxPoolSize');

const toLogger = (log: Log): Logger =>
  new Logger(() => (level, message, { error }) => {
    if (level === 'error') log.error('jobs-error', error, { note: message });
    else if (level === 'warning' && !isOfPool(message)) log.warn('jobs-warning', { note: message });
  });

/** Gives jobs back that are locked by workers whose connection is gone. */
async function freeAbandonedJobs(db: Database, schema: string): Promise<void> {
  await sql`
    select ${sql.id(schema, 'force_unlock_workers')}(array_agg(locked_by))
    from (select distinct locked_by from ${sql.id(schema, 'jobs')} where locked_by is not null) as worker
    where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
    having count(*) > 0`.execute(db);
}
