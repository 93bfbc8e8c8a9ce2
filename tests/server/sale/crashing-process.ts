/**
 * A process of its own that first puts right what an earlier one left, then sells two seats, and kills itself at the
 * n-th thing it does outside: a statement to the database, a call to Mollie, a mail. Started by crash.test.ts.
 */
import { runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { startJobs } from '../../../server/adapters/jobs/worker.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { createMollieProvider } from '../../../server/adapters/mollie/provider.ts';
import { openPool } from '../../../server/adapters/postgres/index.ts';
import { closeStreams } from '../../../server/centre.ts';
import { forwardMollie } from '../../../server/demo/mollie/remote.ts';
import type { PaymentProvider } from '../../../server/features/payments/provider.ts';
import { reconcile } from '../../../server/features/payments/reconcile.ts';
import { centreTasks } from '../../../server/tasks.ts';
import { openTestCart, startTestServer, TEST_ORIGIN, type TestServer } from '../../harness/centre.ts';

/** What the parent wants of this process. */
export interface CrashPlan {
  readonly id: string;
  readonly url: string;
  readonly jobsSchema: string;
  /** Where Mollie answers. */
  readonly mollie: string;
  readonly apiKey: string;
  readonly performance: string;
  readonly seats: readonly string[];
  /** Kills itself at this step; null lives to the end. */
  readonly crashAt: number | null;
  /**
   * `before` the step is done, or `during` it: sent, but nobody waits for the answer. During, only steps count that
   * change something for good: within a transaction the one that commits it.
   */
  readonly moment: 'before' | 'during';
  /** Leaves out the transactions, to prove that their absence would be noticed. */
  readonly unguarded: boolean;
  /** False only puts right. */
  readonly sells: boolean;
}

/** What this process tells its parent. */
export type CrashReport = { readonly mailed: string } | { readonly ordered: string } | { readonly finished: number };

const plan = JSON.parse(process.argv[2] ?? '{}') as CrashPlan;
const tell = (report: CrashReport) => process.send?.(report);

let counting = false;
let steps = 0;
const die = () => process.kill(process.pid, 'SIGKILL');

/** Counts one thing that is done outside, and dies at the chosen one. */
function step<Result>(act: () => Result, lasting = true): Result {
  if (!counting || (plan.moment === 'during' && !lasting)) return act();
  steps += 1;
  if (steps !== plan.crashAt) return act();
  if (plan.moment === 'before') die();
  const underWay = act();
  setImmediate(die);
  return underWay;
}

const BOUNDARY = /^(begin|commit|rollback)$/i;
const query = pg.Client.prototype.query as (...parameters: unknown[]) => unknown;
const inTransaction = new WeakSet<pg.Client>();
pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
  const [first, ...rest] = parameters;
  const text = String(typeof first === 'object' && first !== null && 'text' in first ? first.text : first).trim();
  const lasting = !inTransaction.has(this) || /^commit$/i.test(text);
  if (/^begin/i.test(text)) inTransaction.add(this);
  else if (BOUNDARY.test(text)) inTransaction.delete(this);
  const skipped = counting && plan.unguarded && BOUNDARY.test(text);
  return step(
    () => query.apply(this, skipped ? ['select 1', ...rest.slice(1)] : parameters),
    lasting && !/^begin/i.test(text),
  );
} as typeof pg.Client.prototype.query;

function counted(provider: PaymentProvider): PaymentProvider {
  return {
    mode: provider.mode,
    create: (request) => step(() => provider.create(request)),
    read: (id) => step(() => provider.read(id)),
    find: (reference, since) => step(() => provider.find(reference, since)),
    cancel: (id) => step(() => provider.cancel(id)),
    refund: (request) => step(() => provider.refund(request)),
    refunds: (id) => step(() => provider.refunds(id)),
  };
}

/** What starting again does: the worker takes over what a dead one had, and the reconciler looks at everything. */
async function putRight(server: TestServer): Promise<void> {
  const { db } = server.runtime;
  const tasks = centreTasks(server.runtime);
  const jobs = await startJobs({ ...plan, db, schema: plan.jobsSchema, tasks, log: silentLog });
  await sql`update payment set check_at = '-infinity' where check_at is not null`.execute(db);
  await reconcile(server.runtime);
  const waiting = sql<{ count: number }>`select count(*) from ${sql.table(`${plan.jobsSchema}.jobs`)}`;
  while (((await waiting.execute(db)).rows[0]?.count ?? 0) > 0);
  await jobs.stop();
}

async function sell(server: TestServer): Promise<void> {
  const cart = await openTestCart(server);
  await cart.holdSeats(plan.seats, plan.performance);
  const { total } = await cart.show();
  counting = true;
  const json = { email: 'buyer@example.com', language: 'nl', returnUrl: TEST_ORIGIN, expectedTotal: total };
  const answer = await (await cart.request('/order', { json })).json();
  const { webhook_token, provider_id } = await server.runtime.db
    .selectFrom('payment')
    .select(['webhook_token', 'provider_id'])
    .where('order_id', '=', answer.order.id)
    .executeTakeFirstOrThrow();
  const paid = new Promise((resolve) => process.once('message', resolve));
  tell({ ordered: provider_id ?? '' });
  await paid;
  await server.request(`/webhooks/mollie/${webhook_token}`, { method: 'POST', body: `id=${provider_id}` });
  const pool = openPool(plan.url, { max: 2 });
  const taskList = Object.fromEntries(
    Object.entries(centreTasks(server.runtime)).map(([name, task]) => [
      name,
      (payload: unknown) => task(payload as never),
    ]),
  );
  await runOnce({ pgPool: pool, schema: plan.jobsSchema, taskList, noHandleSignals: true });
  counting = false;
  await pool.end();
}

const mollie = forwardMollie(plan.mollie);
const provider = createMollieProvider({
  apiKey: plan.apiKey,
  versionString: 'Foyer/test',
  timeoutMs: 60_000,
  log: () => {},
});
const server = startTestServer(plan, [], {
  parts: {
    provider: counted(provider),
    mailer: { send: ({ messageId }) => step(async () => void tell({ mailed: messageId })) },
  },
});
await putRight(server);
if (plan.sells) {
  await sell(server);
}
tell({ finished: steps });
closeStreams(server.runtime);
await server.runtime.db.destroy();
mollie.stop();
process.disconnect?.();
