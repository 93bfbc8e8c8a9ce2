import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { systemClock } from '../../../server/adapters/clock.ts';
import { systemRandomness } from '../../../server/adapters/randomness.ts';
import { createMachine, type Machine } from '../../../server/demo/mollie/machine.ts';
import { createApiServer } from '../../../server/demo/mollie/remote.ts';
import { createTestCentre, type TestCentre } from '../../harness/centre.ts';
import { inOneFile, type OneFile } from '../../harness/one-file.ts';
import { SMALL_HALL_SEATS } from '../../harness/small-hall.ts';
import type { CrashPlan, CrashReport } from './crashing-process.ts';
import { booksOf } from './outcome.ts';

const KEY = 'test_crash';
const PAIRS = Math.floor(SMALL_HALL_SEATS.length / 2);
const PERFORMANCES = Array.from({ length: 10 }, (_, index) => `crash-${index + 1}`);
const MOMENTS = ['before', 'during'] as const;

/** A world in which processes die: Mollie and the database live on in this one. */
interface World {
  readonly centre: TestCentre;
  readonly mollie: Machine;
  readonly mails: string[];
  /** Starts a process that puts right what is wrong, and sells; gives the number of its steps, or null when it died. */
  run(plan: Partial<CrashPlan>): Promise<number | null>;
  stop(): Promise<void>;
}

async function createWorld(program: OneFile): Promise<World> {
  const centre = await createTestCentre({ performances: PERFORMANCES });
  const mollie = createMachine({
    apiKeys: { [KEY]: 'De Proef' },
    checkoutBaseUrl: 'https://pay.example',
    clock: systemClock,
    random: systemRandomness,
    webhooks: { drop: true },
  });
  const server: Server = createApiServer(mollie, 'https://api.mollie.com/v2');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mails: string[] = [];
  let sales = 0;

  function run(change: Partial<CrashPlan>): Promise<number | null> {
    const pair = sales % PAIRS;
    const plan: CrashPlan = {
      id: centre.id,
      url: centre.url,
      jobsSchema: centre.jobsSchema,
      mollie: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
      apiKey: KEY,
      performance: PERFORMANCES[Math.floor(sales / PAIRS)] ?? '',
      seats: SMALL_HALL_SEATS.slice(2 * pair, 2 * pair + 2),
      crashAt: null,
      moment: 'before',
      unguarded: false,
      sells: true,
      ...change,
    };
    if (plan.sells) sales += 1;
    const child = fork(program.file, [JSON.stringify(plan)], {
      silent: true,
    });
    let finished: number | null = null;
    const complaints: string[] = [];
    child.stderr?.on('data', (chunk) => complaints.push(String(chunk)));
    child.on('message', (report: CrashReport) => {
      if ('mailed' in report) mails.push(report.mailed);
      else if ('finished' in report) finished = report.finished;
      else {
        mollie.pay(report.ordered);
        child.send('paid');
      }
    });
    return new Promise((resolve, reject) => {
      child.on('exit', (code, signal) => {
        if (signal === 'SIGKILL' || code === 0) resolve(finished);
        else reject(new Error(`The process failed (${code}): ${complaints.join('').slice(0, 2000)}`));
      });
    });
  }

  return {
    centre,
    mollie,
    mails,
    run,
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await centre.stop();
    },
  };
}

/** Buyers who were on the payment page when we died go on there: every second pays, the others leave. */
function buyersGoOn(mollie: Machine): void {
  for (const [index, { id, status }] of mollie.payments().entries()) {
    if (status !== 'open') continue;
    if (index % 2 === 0) mollie.pay(id);
    else mollie.expire(id);
  }
}

/** What is not as it must be after everything was put right. Empty when all is well. */
async function faults({ centre, mollie, mails }: World): Promise<string[]> {
  const { db } = centre;
  const found: string[] = [];
  const orders = await db.selectFrom('orders').select(['id', 'total_cents']).execute();
  const known = new Set<string>();
  for (const { id, total_cents: total } of orders) {
    const payments = mollie.payments().filter(({ metadata }) => known.add(JSON.stringify(metadata)));
    const own = await db.selectFrom('payment').select('id').where('order_id', '=', id).execute();
    const paid = payments.filter(
      ({ status, metadata }) =>
        status === 'paid' &&
        own.some((payment) => JSON.stringify(metadata) === JSON.stringify({ payment: payment.id })),
    );
    const books = await booksOf(centre, id);
    const expected = paid.length === 1 ? 'tickets' : 'nothing';
    const is =
      books.state === 'paid' &&
      books.tickets === 2 &&
      books.soldPlaces === 2 &&
      books.ledger.sale === total &&
      books.ledger.payment === total
        ? 'tickets'
        : books.state === 'closed' && books.tickets + books.soldPlaces + books.heldPlaces === 0 && !books.ledger.payment
          ? 'nothing'
          : `neither: ${JSON.stringify(books)}`;
    if (paid.length > 1 || is !== expected) found.push(`${id}: expected ${expected}, is ${is}`);
    const mailed = new Set(mails.filter((mail) => mail.includes(id))).size;
    if (mailed !== paid.length) found.push(`${id}: ${mailed} different mails`);
  }
  const ours = await db.selectFrom('payment').select('id').execute();
  for (const { id, metadata } of mollie.payments()) {
    if (!ours.some((payment) => JSON.stringify(metadata) === JSON.stringify({ payment: payment.id }))) {
      found.push(`${id}: a payment of no order`);
    }
  }
  const { rows: doubles } = await sql`
    select performance_id, place from ticket where state = 'valid' group by 1, 2 having count(*) > 1`.execute(db);
  if (doubles.length > 0) found.push('a place with two tickets');
  return found;
}

/** Time passes for orders that nobody paid. */
async function timePasses({ db }: TestCentre): Promise<void> {
  await sql`update orders set hold_ends_at = clock_timestamp() - interval '1 second' where state = 'open'`.execute(db);
  await sql`update claim set until = clock_timestamp() - interval '1 second' where state = 'held'`.execute(db);
}

async function putRight(world: World): Promise<void> {
  buyersGoOn(world.mollie);
  await world.run({ sells: false });
  await timePasses(world.centre);
  await world.run({ sells: false });
}

describe('a process that is killed in the middle of a sale', () => {
  let program: OneFile;
  let world: World;
  before(async () => {
    program = await inOneFile(new URL('./crashing-process.ts', import.meta.url));
    world = await createWorld(program);
  });
  after(async () => {
    await world.stop();
    program.remove();
  });

  it('leaves nothing that the next one does not put right, wherever it dies', async (test) => {
    let sales = 0;
    for (const moment of MOMENTS) {
      const steps = (await world.run({ moment })) ?? 0;
      test.diagnostic(`a sale of ${steps} steps to die ${moment}`);
      assert.ok(steps > 10, `a sale of ${steps} steps`);
      sales += steps + 1;
      for (let crashAt = 1; crashAt <= steps; crashAt += 1) {
        await world.run({ crashAt, moment });
        buyersGoOn(world.mollie);
      }
    }
    await putRight(world);
    assert.deepEqual(await faults(world), []);
    const paid = await world.centre.db.selectFrom('orders').select('id').where('state', '=', 'paid').execute();
    assert.ok(paid.length > sales / 2, `${paid.length} of ${sales} sales came to tickets`);
  });

  it('would leave buyers without tickets if a sale were not one transaction', async () => {
    const unguarded = await createWorld(program);
    try {
      const steps = (await unguarded.run({})) ?? 0;
      let found: string[] = [];
      for (let crashAt = steps; crashAt > 0 && found.length === 0; crashAt -= 3) {
        await unguarded.run({ crashAt, unguarded: true });
        await putRight(unguarded);
        found = await faults(unguarded);
      }
      assert.notDeepEqual(found, []);
    } finally {
      await unguarded.stop();
    }
  });
});
