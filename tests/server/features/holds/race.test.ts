import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { createTestCentre, openTestCart, type TestCentre, type TestServer } from '../../../harness/centre.ts';
import { faultsAfter, lineUp, run, watchForHalves } from '../../../harness/race.ts';
import { SMALL_HALL_SEATS } from '../../../harness/small-hall.ts';
import { removeGuards } from '../../../harness/unguarded.ts';

const BLOCK = SMALL_HALL_SEATS.slice(0, 40);
const SEEDS = [11, 12, 13, 14, 15];

const wish = (cart: string, place: string) =>
  JSON.stringify([
    {
      cart,
      performance: 'het-gedacht',
      seats: [{ place, priceType: 'adult', id: crypto.randomUUID() }],
      areas: [],
      key: null,
      hash: '',
      maxHeld: 60,
    },
  ]);

/** Lets a second buyer ask for the same seat after the first was answered, but before the first has committed. */
async function overlappingBuyers(centre: TestCentre): Promise<readonly string[]> {
  const [first, second] = [new pg.Client(centre.url), new pg.Client(centre.url)];
  await Promise.all([first.connect(), second.connect()]);
  try {
    const carts = [await openTestCart(centre), await openTestCart(centre)] as const;
    await first.query('begin');
    const one = await first.query('select hold_places($1) as answers', [wish(carts[0].id, 'Z-C-5')]);
    const asking = second.query('select hold_places($1) as answers', [wish(carts[1].id, 'Z-C-5')]);
    await waitsOrEnds(centre, asking);
    await first.query('commit');
    const two = await asking;
    return [one.rows[0].answers[0].outcome, two.rows[0].answers[0].outcome];
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
}

/** Resolves when the query is over, or stands in line behind a lock. */
async function waitsOrEnds({ db }: TestCentre, query: Promise<unknown>): Promise<void> {
  let over = false;
  query.then(() => {
    over = true;
  });
  for (;;) {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from pg_stat_activity where usename = current_user and wait_event_type = 'Lock') as waiting`.execute(
      db,
    );
    if (over || rows[0]?.waiting) return;
  }
}

describe('many buyers and the same seats', () => {
  let centre: TestCentre;
  let second: TestServer;
  before(async () => {
    centre = await createTestCentre();
    second = await centre.another();
  });
  after(() => centre.stop());

  const clear = () => centre.db.deleteFrom('claim').execute();

  it('lets the second of two overlapping buyers wait, and then tells that the seat is taken', async () => {
    await clear();
    assert.deepEqual(await overlappingBuyers(centre), ['held', 'seats_taken']);
  });

  it('gives one seat to exactly one of forty carts at two servers', async () => {
    await clear();
    const carts = await Promise.all(
      Array.from({ length: 40 }, (_, index) => openTestCart(index % 2 === 0 ? centre : second)),
    );
    const answers = await Promise.all(carts.map((cart) => cart.holdSeats(['Z-B-5'])));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.deepEqual(new Set(answers.map(({ code }) => code)), new Set([undefined, 'seats_taken']));
  });

  for (const seed of SEEDS) {
    it(`gives forty carts at two servers all they ask or nothing, whoever looks (seed ${seed})`, async () => {
      await clear();
      const runners = await lineUp({ servers: [centre, second], carts: 40, seats: BLOCK, seed });
      const racing = run(runners);
      const halves = await watchForHalves(centre.db, runners, racing);
      const attempts = await racing;
      assert.deepEqual(halves, []);
      assert.deepEqual(await faultsAfter(centre.db, attempts), []);
      assert.ok(attempts.some(({ answer }) => answer.status === 200));
      assert.ok(attempts.every(({ answer }) => answer.status === 200 || answer.code === 'seats_taken'));
    });
  }

  it('names exactly the seats that stood in the way', async () => {
    await clear();
    const [one, two] = [await openTestCart(centre), await openTestCart(second)];
    await one.holdSeats(['Z-A-2', 'Z-A-3']);
    const answer = await two.holdSeats(['Z-A-1', 'Z-A-2', 'Z-A-3', 'Z-A-4']);
    assert.deepEqual([answer.status, answer.code, answer.seats], [409, 'seats_taken', ['Z-A-2', 'Z-A-3']]);
  });
});

describe('the same races without key, lock and all-or-nothing', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
    await removeGuards(centre);
  });
  after(() => centre.stop());

  it('give one seat to two overlapping buyers', async () => {
    assert.deepEqual(await overlappingBuyers(centre), ['held', 'held']);
  });

  it('leave half holds behind', async () => {
    await centre.db.deleteFrom('claim').execute();
    const attempts = await run(await lineUp({ servers: [centre], carts: 40, seats: BLOCK, seed: 11 }));
    const faults = await faultsAfter(centre.db, attempts);
    assert.ok(
      faults.some((fault) => /holds [1-9]/.test(fault)),
      faults.join('\n'),
    );
  });
});
