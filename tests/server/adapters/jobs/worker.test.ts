import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createJobQueue } from '../../../../server/adapters/jobs/queue.ts';
import { type RunningJobs, startJobs } from '../../../../server/adapters/jobs/worker.ts';
import { silentLog } from '../../../../server/adapters/log.ts';
import type { Tasks } from '../../../../server/jobs.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';

const nothing = async () => {};
const idle: Omit<Tasks, 'follow-payment'> = {
  ...{ 'pursue-refund': nothing, 'mail-tickets': nothing, 'mail-refund': nothing, 'mail-moved': nothing },
  ...{ 'finish-leg': nothing, 'keep-legs': nothing, 'follow-partner': nothing, 'end-agreement': nothing },
  ...{ 'refund-performance': nothing, 'end-uitpas-sales': nothing, 'mail-products': nothing, reconcile: nothing },
  ...{ 'mail-waiting': nothing, 'mail-waiting-offer': nothing, 'mail-readdressed': nothing },
};

/** Tasks that tell which payment was followed, one promise at a time. */
function listener() {
  let heard = Promise.withResolvers<string>();
  const tasks: Tasks = {
    'follow-payment': async ({ payment }) => heard.resolve(payment),
    ...idle,
  };
  return {
    tasks,
    async next() {
      const payment = await heard.promise;
      heard = Promise.withResolvers<string>();
      return payment;
    },
  };
}

describe('work that survives', () => {
  let centre: TestCentre;
  const running: RunningJobs[] = [];
  const queue = () => createJobQueue(centre.jobsSchema);
  const follow = (payment: string, key = payment) => queue().add(centre.db, 'follow-payment', { payment }, { key });
  const waiting = async () => {
    const jobs = sql.table(`${centre.jobsSchema}.jobs`);
    const { rows } = await sql<{ key: string; locked_by: string | null }>`select key, locked_by from ${jobs}`.execute(
      centre.db,
    );
    return rows;
  };
  async function showsLife(worker: string | null) {
    const { rows } = await sql<{ dead: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${worker}, 0)) as dead`.execute(centre.db);
    return rows[0]?.dead === false;
  }
  async function work(tasks: Tasks) {
    const jobs = await startJobs({
      url: centre.url,
      db: centre.db,
      schema: centre.jobsSchema,
      tasks,
      log: silentLog,
    });
    running.push(jobs);
    return jobs;
  }

  before(async () => {
    centre = await createTestCentre({ seed: false });
  });
  after(async () => {
    await Promise.all(running.map((jobs) => jobs.stop()));
    await centre.stop();
  });

  it('keeps no process waiting once it has stopped', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    // The connection that the centre keeps has a timer too.
    await waiting();
    const others = timers();
    await (await work(listener().tasks)).stop();
    assert.ok(timers() <= others, `${timers()} timers, ${others} of others`);
  });

  it('is not done when the transaction that asked for it does not commit', async () => {
    const broken = centre.db.transaction().execute(async (trx) => {
      await queue().add(trx, 'follow-payment', { payment: 'never' }, { key: 'never' });
      throw new Error('no');
    });
    await assert.rejects(broken);
    assert.deepEqual(await waiting(), []);
  });

  it('is asked for once under one key while it waits', async () => {
    await follow('first', 'same');
    await follow('second', 'same');
    assert.equal((await waiting()).length, 1);
    const { tasks, next } = listener();
    const jobs = await work(tasks);
    assert.equal(await next(), 'second');
    await jobs.stop();
    assert.deepEqual(await waiting(), []);
  });

  it('is taken over at once from a worker that died', async () => {
    await follow('orphan');
    const jobs = sql.table(`${centre.jobsSchema}._private_jobs`);
    await sql`update ${jobs} set locked_by = 'pool-of-a-dead-process', locked_at = now()`.execute(centre.db);
    const { tasks, next } = listener();
    const worker = await work(tasks);
    assert.equal(await next(), 'orphan');
    await worker.stop();
  });

  it('is left alone while the worker that has it lives', async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const { tasks } = listener();
    const first = await work({
      ...tasks,
      'follow-payment': async () => {
        started.resolve();
        await finish.promise;
      },
    });
    await follow('busy');
    await started.promise;
    const [{ locked_by: worker } = { locked_by: null }] = await waiting();
    while (!(await showsLife(worker)));
    const second = await work(tasks);
    assert.deepEqual(await waiting(), [{ key: 'busy', locked_by: worker }]);
    finish.resolve();
    await Promise.all([first.stop(), second.stop()]);
    assert.deepEqual(await waiting(), []);
  });

  it('goes on after every connection to the database was cut', async () => {
    const { tasks, next } = listener();
    await work(tasks);
    await follow('before');
    assert.equal(await next(), 'before');
    // A job that is cut off before it is told done is done again.
    while ((await waiting()).length > 0);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()`.execute(
      centre.db,
    );
    await follow('after');
    assert.equal(await next(), 'after');
  });
});
