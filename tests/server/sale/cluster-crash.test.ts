import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { TestCentre } from '../../harness/centre.ts';
import { accountFaults, hallFaults, heldPlaces, orderFaults, strayTickets } from '../../harness/cluster-books.ts';
import type { ConnectionFault } from '../../harness/fault-proxy.ts';
import { isSequential } from '../../harness/hall-history.ts';
import { seeded } from '../../harness/race.ts';
import { removeGuards } from '../../harness/unguarded.ts';
import { type Crowd, visit } from './cluster-buyers.ts';
import { type ClusterWorld, openClusterWorld, timePasses, unfinished } from './cluster-world.ts';

/** Another one each time; FOYER_SEED repeats what chance chose, though not how long the machine took for it. */
const SEED = Number(process.env.FOYER_SEED ?? Math.floor(Date.now() % 2 ** 31));
const VISITORS_AT_ONCE = 6;
/** Milliseconds in which all must come to its end; a partner that did not answer is left alone for five seconds of them. */
const PATIENCE = 60_000;

interface Load {
  readonly milliseconds: number;
  /** A process dies after so many visits, and so many at least. */
  readonly killEvery: number;
  readonly least: number;
}

/** Visitors come and go while processes die and lines break. */
async function rush(world: ClusterWorld, { killEvery, least, milliseconds }: Load): Promise<Crowd & { kills: number }> {
  const random = seeded(SEED);
  const crowd: Crowd = { world, random, rows: 'ABCD', history: new Map(), counts: new Map() };
  for (const { line } of world.centres) line.disturb(() => faultBy(random));
  const end = performance.now() + milliseconds;
  let [visits, kills] = [0, 0];
  const visitors = Array.from({ length: VISITORS_AT_ONCE }, async () => {
    while (performance.now() < end || kills < least) {
      visits += 1;
      if (visits % killEvery === 0) {
        kills += 1;
        await world.centres[Math.floor(random() * world.centres.length)]?.kill();
      }
      await visit(crowd, `bezoeker-${visits}`);
    }
  });
  await Promise.all(visitors);
  for (const { line } of world.centres) {
    line.disturb(() => ({ kind: 'none' }));
    line.sever();
  }
  return { ...crowd, kills };
}

function faultBy(random: () => number): ConnectionFault {
  const chance = random();
  if (chance < 0.08) return { kind: 'drop' };
  if (chance < 0.12) return { kind: 'half-open' };
  if (chance < 0.4) return { kind: 'cut', after: Math.floor(random() * 6000) };
  if (chance < 0.6) return { kind: 'delay', milliseconds: Math.floor(random() * 300) };
  return { kind: 'none' };
}

/** Everybody is there again and time passes, until nothing is left to do; every second buyer who waits to pay, pays. */
async function calm({ centres, mollie, ...world }: ClusterWorld): Promise<string[]> {
  for (const centre of centres) await centre.ready();
  for (const [index, { id, status }] of mollie.payments().entries()) {
    if (status !== 'open') continue;
    if (index % 2 === 0) mollie.pay(id);
    else mollie.expire(id);
  }
  const end = performance.now() + PATIENCE;
  let left: string[] = [];
  do {
    for (const { centre } of centres) await timePasses(centre);
    await Promise.all(centres.map((centre) => centre.lookAfter()));
    left = (await Promise.all(centres.map(({ centre }) => unfinished(centre)))).flat();
    if (left.length === 0) return [];
    for (const { id, status } of mollie.payments()) if (status === 'open') mollie.expire(id);
    world.hourPasses();
  } while (performance.now() < end);
  return left;
}

/** Everything that must never be. */
async function faults({ centres, mollie }: ClusterWorld, { history }: Crowd): Promise<string[]> {
  const keepers = centres.map(({ centre }) => centre);
  const found = [...(await accountFaults(keepers)), ...(await strayTickets(keepers))];
  for (const seller of keepers) {
    found.push(...(await hallFaults(seller)));
    for (const place of await heldPlaces(seller)) found.push(`${seller.id}: ${place} is held`);
    const payments = await seller.db.selectFrom('payment').select(['id', 'order_id']).execute();
    const orders = await seller.db.selectFrom('orders').select('id').where('agreement_id', 'is', null).execute();
    for (const { id } of orders) {
      const money = { paid: 0, refunded: 0 };
      for (const made of mollie.payments()) {
        const own = payments.find(
          (payment) => JSON.stringify(made.metadata) === JSON.stringify({ payment: payment.id }),
        );
        if (own?.order_id !== id || made.status !== 'paid') continue;
        money.paid += made.amount.minor;
        for (const refund of mollie.refunds.of(made.id)) money.refunded += refund.amount.minor;
      }
      found.push(...(await orderFaults(seller, keepers, id, money)));
    }
  }
  return [...found, ...(await impossibleAnswers(keepers, history))];
}

/** Seats of which buyers were told what no hall that serves one after the other would tell. */
async function impossibleAnswers(centres: readonly TestCentre[], history: Crowd['history']): Promise<string[]> {
  await tellWhatWasSold(centres, history);
  return [...history].flatMap(([seat, events]) => (isSequential(events) ? [] : [`${seat}: ${JSON.stringify(events)}`]));
}

/** At the end a seat is its buyer's, at whichever centre that is. */
async function tellWhatWasSold(centres: readonly TestCentre[], history: Crowd['history']): Promise<void> {
  for (const seller of centres) {
    const rows = await seller.db
      .selectFrom('ticket')
      .innerJoin('orders', 'orders.id', 'ticket.order_id')
      .select(['ticket.place', 'ticket.performance_id', 'orders.email'])
      .where('orders.agreement_id', 'is', null)
      .where('ticket.state', '=', 'valid')
      .execute();
    for (const { email, performance_id, place } of rows) {
      const [owner, play] = performance_id.includes('.') ? performance_id.split('.') : [seller.id, performance_id];
      const who = email?.split('@')[0] ?? '';
      const [from, to] = [Number.MAX_VALUE, Number.POSITIVE_INFINITY];
      history.get(`${owner} ${play} ${place}`)?.push({ who, kind: 'sold', outcome: 'ok', from, to });
    }
  }
}

const told = ({ counts, kills }: Crowd & { kills: number }) =>
  `seed ${SEED}: ${kills} kills, ${JSON.stringify(Object.fromEntries([...counts].sort()))}`;

/**
 * Somebody buys at all three centres, and the seller's process dies when the money is there, the decision to confirm is
 * written, and no partner can be reached.
 * @param forgetful The decision was only in the memory of the process.
 */
async function dieDeciding(world: ClusterWorld, chance: number, forgetful: boolean): Promise<Crowd> {
  const random = () => chance;
  const seller = world.centres[Math.floor(chance * world.centres.length)];
  assert.ok(seller);
  const partners = world.centres.filter((centre) => centre !== seller);
  // A centre leaves alone for a while who did not answer it; one that just began has nobody to leave alone.
  await seller.kill();
  const beforePaying = () => {
    for (const { line } of partners) {
      line.disturb(() => ({ kind: 'drop' }));
      line.sever();
    }
  };
  const crowd: Crowd = { world, random, rows: 'E', history: new Map(), counts: new Map(), beforePaying };
  await visit(crowd, `bezoeker-${chance}`);
  assert.equal(crowd.counts.get('take ok'), 3, 'places at all three centres are held');
  assert.equal(crowd.counts.get('order paid'), 1);
  const { db, jobsSchema } = seller.centre;
  const deciding = () => db.selectFrom('leg').select('id').where('state', '=', 'confirming').execute();
  while ((await deciding()).length < 2);
  await seller.kill();
  if (forgetful) {
    await db.updateTable('leg').set({ state: 'held', check_at: null }).where('state', '=', 'confirming').execute();
    await sql`delete from ${sql.table(`${jobsSchema}._private_jobs`)} where key like 'leg:%'`.execute(db);
  }
  for (const { line } of partners) line.disturb(() => ({ kind: 'none' }));
  await calm(world);
  return crowd;
}

describe('three centres, each a process, of which any dies at any moment', () => {
  let world: ClusterWorld;
  before(async () => {
    world = await openClusterWorld();
  });
  after(() => world.stop());

  it('sell no seat twice, keep no money without tickets, and agree to the line', async (test) => {
    const crowd = await rush(world, { milliseconds: 30_000, killEvery: 6, least: 4 });
    test.diagnostic(told(crowd));
    for (const { line } of world.centres) test.diagnostic(JSON.stringify(Object.fromEntries(line.seen)));
    assert.deepEqual(await calm(world), [], told(crowd));
    assert.deepEqual(await faults(world, crowd), [], told(crowd));
    assert.ok((crowd.counts.get('order paid') ?? 0) >= 5, told(crowd));
  });

  it('finish what was decided when they died', async () => {
    assert.deepEqual(await faults(world, await dieDeciding(world, 0.5, false)), []);
  });

  it('would keep money without tickets if the decision were not written before a partner is asked', async () => {
    const found = await faults(world, await dieDeciding(world, 0.7, true));
    assert.match(found.join('\n'), /14400 paid, 4800 in tickets, 0 back/);
  });

  it('would sell a seat twice without the key that keeps it to one', async (test) => {
    for (const { centre } of world.centres) await removeGuards(centre);
    const crowd = await rush(world, { milliseconds: 10_000, killEvery: 1000, least: 0 });
    test.diagnostic(told(crowd));
    assert.notDeepEqual(
      await impossibleAnswers(
        world.centres.map(({ centre }) => centre),
        crowd.history,
      ),
      [],
    );
  });
});
