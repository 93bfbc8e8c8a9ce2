import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Choosing, createMemory, createShop, createSubscription, type Shop } from '../../sdk/index.ts';
import { when } from '../../stories/fixtures/shops.ts';
import { TEST_ORIGIN } from '../harness/centre.ts';
import { putPrices } from '../harness/prices.ts';
import { agreeOnRegion, pricesBy, REGION_PRICES } from '../harness/region.ts';
import { createSaleCentre, returnCode, type SaleCentre } from '../harness/sale.ts';
import { openThreeCentres, type ThreeCentres } from '../harness/three-centres.ts';

const ORDER = { email: 'an@wolvegem.example', language: 'nl', returnUrl: `${TEST_ORIGIN}/voorstelling` } as const;
const DAY = 86_400_000;
const LIST = {
  subscriptions: [
    {
      ...{ id: 'three', name: { nl: 'Drie avonden' }, bookFrom: '2020-01-01T00:00:00Z', most: 4 },
      tiers: [
        { from: 3, price: { kind: 'percentage', basisPoints: 1000 } },
        { from: 4, price: { kind: 'percentage', basisPoints: 2500 } },
      ],
    },
  ],
};

/** A shop as any program opens it, talking to the real server of a centre. */
function openShop({ base, request }: Pick<SaleCentre, 'base' | 'request'>): Shop {
  const baseUrl = `https://api.example${base}`;
  const fetch = (url: string, options: Parameters<typeof request>[1]) => request(url.slice(baseUrl.length), options);
  return createShop({ baseUrl, memory: createMemory(), fetch });
}

/** Follows what somebody chooses there. */
async function choosing(shop: Shop) {
  const store = createSubscription({ shop });
  await when(store, ({ state }) => state === 'ready');
  const stop = store.subscribe(() => {});
  return { store, stop, now: () => store.get() as Choosing & { readonly state: 'ready' } };
}

describe('a subscription without elements, in plain Node, at the real server', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createSaleCentre({ performances: ['een', 'twee', 'drie', 'later'] });
    // One evening each, a week apart, of which the last is not sold to everybody yet.
    for (const [week, id] of ['een', 'twee', 'drie', 'later'].entries()) {
      await centre.db
        .updateTable('performance')
        .set({ starts_at: new Date(Date.now() + (30 + 7 * week) * DAY) })
        .where('id', '=', id)
        .execute();
    }
    await centre.db
      .updateTable('performance')
      .set({ on_sale_at: new Date(Date.now() + DAY) })
      .where('id', '=', 'later')
      .execute();
    await putPrices(centre, structuredClone(LIST) as never);
  });
  after(() => centre.stop());

  it('is chosen by two people, side by side on the same seats every evening, before the sale begins, and paid', async () => {
    const shop = openShop(centre);
    const { store, stop, now } = await choosing(shop);
    await store.nameHolder(now().holders[0]?.id ?? '', 'An');
    store.addHolder('Bo');
    const seats = () => now().holders.map(({ chosen }) => chosen.map(({ line }) => line.place.id));

    const early = await store.add('later');
    assert.equal(early.error, undefined);
    await store.add('een');
    const refused = await shop.cart.checkout(ORDER);
    assert.equal(refused.error?.code, 'subscription_incomplete');

    for (const performance of ['twee', 'drie']) assert.equal((await store.add(performance)).error, undefined);
    for (const own of seats()) assert.equal(new Set(own).size, 1);
    assert.ok(now().holders.every(({ progress, chosen }) => progress.complete && chosen.length === 4));
    assert.equal(now().saved.cents * 3, now().total.cents);

    const ordered = await shop.cart.checkout(ORDER);
    assert.equal(ordered.error, undefined);
    const payment = centre.mollie.payments().at(-1)?.id ?? '';
    centre.mollie.pay(payment);
    await centre.settle();
    const { data: order } = await openShop(centre).order.returned(returnCode(centre.mollie, payment));
    assert.equal(order?.state, 'paid');
    assert.equal(order?.tickets.length, 8);
    assert.deepEqual(order?.extras?.subscriptions.map(({ holder }) => holder).sort(), ['An', 'Bo']);
    stop();
    shop.sleep();
  });

  it('gives way to who was ahead, and takes the next best', async () => {
    const shop = openShop(centre);
    const { store, stop, now } = await choosing(shop);
    await store.add('een');
    const [usual = ''] = now().holders[0]?.chosen.map(({ line }) => line.place.id) ?? [];
    const other = await openShop(centre).cart.hold({ performance: 'twee', seats: [{ seat: usual }] });
    assert.equal(other.error, undefined);
    assert.equal((await store.add('twee')).error, undefined);
    const places = now().holders[0]?.chosen.map(({ line }) => line.place.id) ?? [];
    assert.equal(places.length, 2);
    assert.notEqual(places[1], usual);
    stop();
    shop.sleep();
  });
});

describe('a regional subscription without elements, at three real servers', () => {
  let world: ThreeCentres;
  before(async () => {
    world = await openThreeCentres();
    await agreeOnRegion(world);
  });
  after(() => world.stop());

  it('is chosen among what all of them play, and each prices its own part of it', async () => {
    const { seller, brug, kade } = world;
    const shop = openShop(seller);
    const { store, stop, now } = await choosing(shop);
    const owners = () => now().offers.map(({ owner, isOwn }) => (isOwn ? null : owner.id));
    assert.deepEqual([...new Set(owners())].sort(), [brug.id, kade.id, null].sort());
    assert.equal(owners()[0], null);
    const one = now().offers.filter(({ owner }, at, all) => all.findIndex((two) => two.owner.id === owner.id) === at);
    for (const { reference } of one) assert.equal((await store.add(reference)).error, undefined, reference);
    const cart = shop.cart.get();
    assert.equal(now().holders[0]?.progress.complete, true);
    assert.ok(cart.state === 'open');
    assert.deepEqual(pricesBy(world, cart.cart), [[REGION_PRICES.seller], [REGION_PRICES.brug], [REGION_PRICES.kade]]);
    stop();
    shop.sleep();
  });
});
