import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { WrittenPriceList } from '../../../../sdk/contract/index.ts';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { startJobs } from '../../../../server/adapters/jobs/worker.ts';
import { createLog } from '../../../../server/adapters/log.ts';
import { centreTasks } from '../../../../server/tasks.ts';
import { type Canary, dumpCentre, makeCanary, tracesOf } from '../../../harness/canary.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import { manage } from '../../../harness/cluster.ts';
import type { OpenApi } from '../../../harness/hostile.ts';
import { choose, putPrices } from '../../../harness/prices.ts';
import { seeded } from '../../../harness/race.ts';
import type { Buyer } from '../../../harness/sale.ts';
import { createSaleCluster, type SaleCluster } from '../../../harness/sale-cluster.ts';

type WrittenTiers = NonNullable<WrittenPriceList['subscriptions']>[number]['tiers'];

const SEED = 20261128;
/** Each is bought by a buyer of every centre, and ends in a way of its own. */
const ENDS = ['kept', 'called-off', 'moved', 'lost', 'unpaid', 'cancelled-by-owner'] as const;

interface Bought {
  readonly seller: TestCentre;
  readonly canary: Canary;
  readonly buyer: Buyer;
}

describe('who buys at one centre', () => {
  const random = seeded(SEED);
  const lines: string[] = [];
  const log = createLog(systemClock, (line) => lines.push(line));
  let cluster: SaleCluster;
  let bought: Bought[] = [];
  /** For whom they buy: holders of subscriptions over all centres. */
  const holders: Pick<Bought, 'seller' | 'canary'>[] = [];
  const everybody = () => [...bought, ...holders];
  let row = 0;

  before(async () => {
    cluster = await createSaleCluster({ centres: 3, options: () => ({ log, performances: [...ENDS] }) });
    const among = { centres: cluster.centres.map(({ id }) => id) };
    const tiers: WrittenTiers = [{ from: 3, price: { kind: 'percentage', basisPoints: 1000 } }];
    const subscriptions = [{ id: 'regio', name: { nl: 'Regio-abonnement' }, among, tiers }];
    for (const centre of cluster.centres) await putPrices(centre, { subscriptions });
    for (const seller of cluster.centres) {
      const seats = [`Z-${'ABC'[row]}-1`, `Z-${'ABC'[row]}-2`];
      row += 1;
      for (const end of ENDS) bought.push(await buy(seller, end, seats));
    }
    await endDifferently();
    for (const one of bought) await provoke(one);
    await refuseMail();
  });
  after(() => cluster.stop());

  async function buy(seller: TestCentre, performance: string, seats: readonly string[]): Promise<Bought> {
    const canary = makeCanary(random);
    const buyer = await cluster.buyer(seller);
    for (const owner of cluster.centres) {
      const reference = owner === seller ? performance : cluster.reference(owner, performance);
      const held = await buyer.cart.holdSeats(seats, reference);
      assert.equal(held.status, 200, `${reference}: ${held.code}`);
    }
    await chooseFor(buyer, seller);
    await buyer.order(canary);
    if (performance === 'lost') await lose(seller, seats);
    if (performance === 'unpaid') await buyer.cancel();
    else cluster.mollie.pay(buyer.payment());
    await cluster.settle();
    return { seller, canary, buyer };
  }

  /** What is chosen is a subscription over all centres, with the name of its holder. */
  async function chooseFor(buyer: Buyer, seller: TestCentre) {
    const holder = makeCanary(random);
    holders.push({ seller, canary: holder });
    const { lines } = await buyer.cart.show();
    const ids = [...new Map(lines.map(({ id, performance }) => [performance.id, id])).values()];
    const subscriptions = [{ id: randomUUID(), formula: 'regio', holder: holder.name, lines: ids }];
    const { cart, code, status } = await choose(buyer.cart, { subscriptions });
    assert.equal(status, 200, code);
    assert.equal(cart.extras?.subscriptions[0]?.complete, true);
  }

  /** What one partner held for somebody is somebody else's before the money comes. */
  async function lose(seller: TestCentre, seats: readonly string[]) {
    const owner = cluster.centres.find((centre) => centre !== seller);
    assert.ok(owner);
    await sql`update claim set until = clock_timestamp() - interval '1 second'
      where performance_id = 'lost' and place = any(${seats})`.execute(owner.db);
    const thief = await cluster.buyer(owner);
    assert.equal((await thief.cart.holdSeats(seats, 'lost')).status, 200);
    const canary = makeCanary(random);
    await thief.order(canary);
    bought = [...bought, { seller: owner, canary, buyer: thief }];
  }

  async function endDifferently() {
    const [owner] = cluster.centres as [TestCentre];
    await manage(owner, '/performances/cancelled-by-owner/cancel', {});
    await manage(owner, '/performances/moved/move', { startsAt: '2027-06-04T18:00:00.000Z' });
    cluster.passes(10_000);
    for (const centre of cluster.centres) await cluster.follow(centre);
    await cluster.settle();
  }

  /** Says its name wherever a request has a place for something, at every route, past every door it can open. */
  async function provoke({ buyer, canary, seller }: Bought) {
    const { paths } = (await (await seller.app.request('/openapi.json')).json()) as OpenApi;
    for (const [route, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations)) {
        const path = route
          .replace('/centres/{centre}', '')
          .replace('{cart}', buyer.cart.id)
          .replace(/\{\w+\}/g, encodeURIComponent(canary.email));
        if (!route.startsWith('/centres/{centre}') || route.endsWith('/live')) continue;
        const answer = await seller.request(path, {
          method: method.toUpperCase(),
          token: buyer.cart.token,
          ...(method !== 'get' && { json: { ...canary, performance: canary.email, code: canary.email } }),
        });
        assert.ok(answer.status < 500, `${method} ${path}: ${answer.status}`);
      }
    }
    await buyer.cart.holdSeats(['Z-A-1', 'Z-Q-99'], cluster.reference(seller, canary.email));
  }

  /** A mail server refuses, and quotes the address; the worker that logs it is the real one. */
  async function refuseMail() {
    const [seller] = cluster.centres as [TestCentre];
    const { db, runtime } = seller;
    const one = bought.find((each) => each.seller === seller);
    assert.ok(one);
    const refuse = async () => {
      throw Object.assign(new Error(`550 <${one.canary.email}> is not known here`), { responseCode: 550 });
    };
    const tasks = centreTasks({ ...runtime, mailer: { send: refuse } });
    await db.updateTable('ticket').set({ mailed_at: null }).where('order_id', '=', one.buyer.id).execute();
    await runtime.jobs.add(db, 'mail-tickets', { order: one.buyer.id }, { key: 'again' });
    const jobs = await startJobs({ url: seller.url, db, schema: seller.jobsSchema, tasks, log });
    while (!lines.some((line) => line.includes('A mail was not accepted'))) await new Promise(setImmediate);
    await jobs.stop();
  }

  it('is known there, also to the mails; so this test would find a name', async () => {
    for (const { canary, seller } of everybody()) {
      const dump = [...(await dumpCentre(seller)).values()].join('\n');
      assert.notDeepEqual(tracesOf(canary, dump), []);
    }
    const { canary } = bought[0] as Bought;
    assert.notDeepEqual(tracesOf(canary, `x ${encodeURIComponent(canary.email)}`), []);
    assert.ok(
      bought.some(({ canary: { email } }) => cluster.centres.some(({ mails }) => mails.some(({ to }) => to === email))),
    );
  });

  it('is in no table of another', async () => {
    for (const centre of cluster.centres) {
      for (const [table, text] of await dumpCentre(centre)) {
        for (const { canary, seller } of everybody()) {
          if (seller !== centre) assert.deepEqual(tracesOf(canary, text), [], `${table} knows ${seller.id}’s buyer`);
        }
      }
    }
  });

  it('is in no line that any of them logs', () => {
    assert.ok(lines.length > 0);
    for (const { canary } of everybody()) assert.deepEqual(tracesOf(canary, lines.join('\n')), []);
  });

  it('is in nothing that goes from one to another, there or back', () => {
    const { heard, sent } = cluster.network;
    assert.ok(sent.length > 100 && heard.length > 200, `${sent.length} and ${heard.length}`);
    const traffic = [...sent.map((one) => Object.values(one).join('\n')), ...heard].join('\n');
    assert.ok(traffic.includes('"bundles"'), 'no bundle went over');
    for (const { canary } of everybody()) assert.deepEqual(tracesOf(canary, traffic), []);
  });

  it('is not told to the payment provider', () => {
    const told = cluster.mollie
      .payments()
      .map(({ description, metadata, redirectUrl, webhookUrl }) =>
        JSON.stringify([description, metadata, redirectUrl, webhookUrl]),
      );
    assert.ok(told.length > 10);
    for (const { canary } of everybody()) assert.deepEqual(tracesOf(canary, told.join('\n')), []);
  });

  it('and at another too is two people, and no answer tells', async () => {
    const [, , third] = cluster.centres as [TestCentre, TestCentre, TestCentre];
    const { canary: known } = bought[0] as Bought;
    const asThird = async (canary: Canary, first: number) => {
      const buyer = await cluster.buyer(third);
      await buyer.cart.holdSeats([`Z-D-${first}`, `Z-D-${first + 1}`], 'kept');
      const ordered = await buyer.tryOrder(canary);
      cluster.mollie.pay(buyer.payment());
      await cluster.settle();
      const answers = [ordered, await buyer.tryOrder(canary), await buyer.show(), await buyer.cancel()];
      return (
        JSON.stringify(answers)
          // What a buyer wrote is read back to that buyer.
          .replaceAll(`"mailedTo":"${canary.email}"`, '"mailedTo"')
          .replace(/"(id|number|token|checkoutUrl|createdAt|holdEndsAt|payUntil|line|code|requestId)":"[^"]*"/g, '"$1"')
          .replace(/Z-D-\d+|"seat":"\d+"/g, 'seat')
      );
    };
    assert.equal(await asThird(known, 1), await asThird(makeCanary(random), 3));
    const customers = await third.db.selectFrom('orders').select('email').where('email', '=', known.email).execute();
    assert.equal(customers.length, 1);
  });
});
