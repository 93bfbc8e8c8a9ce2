import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { reconcile } from '../../../../server/features/payments/reconcile.ts';
import { choose, putPrices } from '../../../harness/prices.ts';
import { agreeOnRegion, oneEach, pricesBy, REGION_PRICES, regional, subscriber } from '../../../harness/region.ts';
import { workerOf } from '../../../harness/sale.ts';
import { openThreeCentres, type Shopper, type ThreeCentres } from '../../../harness/three-centres.ts';

const { full, seller: own, brug, kade } = REGION_PRICES;
const BUNDLED = [
  [own, full],
  [brug, full],
  [kade, full],
];
const PLAIN = [
  [full, full],
  [full, full],
  [full, full],
];

describe('a subscription over three centres', () => {
  let world: ThreeCentres;
  before(async () => {
    world = await openThreeCentres();
    await agreeOnRegion(world);
  });
  afterEach(() => {
    world.heal(world.brug);
    world.heal(world.kade);
  });
  after(() => world.stop());

  const prices = async (who: Shopper) => pricesBy(world, await who.cart.show());
  const release = (who: Shopper, ids: readonly string[]) =>
    who.cart.request('/release', { json: { lines: ids } }).then(({ status }) => assert.equal(status, 200));
  const withAll = async (who: Shopper) => choose(who.cart, regional(oneEach(await who.cart.show())));

  it('is priced by each of them for what it plays, at the size of the whole, with the reason', async () => {
    const who = await subscriber(world);
    assert.deepEqual(await prices(who), BUNDLED);
    const { lines, total, extras } = await who.cart.show();
    assert.equal(total.cents, own + brug + kade + 3 * full);
    const [state] = extras?.subscriptions ?? [];
    assert.deepEqual([state?.complete, state?.saved.cents], [true, 3 * full - own - brug - kade]);
    const atKade = lines.find(({ price }) => price.cents === kade);
    assert.deepEqual(
      atKade?.why?.map(({ kind, amount }) => [kind, amount.cents]),
      [
        ['price', full],
        ['subscription', kade - full],
      ],
    );
    assert.equal(atKade?.subscription, state?.id);
  });

  it('makes nothing cheaper while something lacks, and again nothing when a part of it is given back anywhere', async () => {
    const who = await world.choosing();
    const parts = oneEach(await who.cart.show());
    assert.equal((await choose(who.cart, regional(parts.slice(0, 2)))).status, 200);
    assert.deepEqual(await prices(who), PLAIN);
    assert.equal((await choose(who.cart, regional(parts))).status, 200);
    assert.deepEqual(await prices(who), BUNDLED);
    const atBrug = parts.find(({ performance }) => performance.owner?.id === world.brug.id);
    await release(who, [atBrug?.id ?? '']);
    assert.deepEqual(await prices(who), [[full, full], [full], [full, full]]);
  });

  it('follows what is given back of our own', async () => {
    const who = await subscriber(world);
    const mine = oneEach(await who.cart.show()).find(({ performance }) => !performance.owner);
    await release(who, [mine?.id ?? '']);
    assert.deepEqual(await prices(who), [[full], [full, full], [full, full]]);
  });

  it('stays what it is when places are taken beside it, and ends with its choice', async () => {
    const who = await subscriber(world);
    const more = await who.cart.hold({
      performance: world.reference(world.kade),
      areas: [{ area: 'STAAN', quantity: 1 }],
    });
    assert.equal(more.status, 200, more.code);
    assert.deepEqual((await prices(who))[2], [1000, 1500, 2400]);
    assert.equal((await choose(who.cart, {})).status, 200);
    assert.deepEqual((await prices(who))[2], [1500, 2400, 2400]);
  });

  it('is told to partners by formula, size and places, and holds its places all the while', async () => {
    const before = world.network.sent.length;
    await subscriber(world, 'Robin Vandenplassche');
    const bodies = world.network.sent.slice(before).filter(({ method }) => method === 'PUT');
    const bundles = bodies.flatMap(({ body }) => JSON.parse(body).bundles ?? []);
    assert.equal(bundles.length, 2);
    for (const { places, ...rest } of bundles) {
      assert.deepEqual(rest, { formula: 'regio', kind: 'subscription', size: 3 });
      assert.equal(places.length, 1);
    }
    assert.ok(!JSON.stringify(world.network.sent).includes('Vandenplassche'));
  });

  it('is refused whole when one of them does not know it, and the cart stays as it was', async () => {
    const who = await world.choosing();
    const before = await who.cart.show();
    await putPrices(world.kade, {});
    const refused = await withAll(who);
    assert.deepEqual([refused.status, refused.code, refused.field], [422, 'formula_unknown', 'bundles.0.formula']);
    const after = await who.cart.show();
    assert.deepEqual(after.lines, before.lines);
    assert.equal(after.extras, undefined);
    await agreeOnRegion(world);
    assert.equal((await withAll(who)).status, 200);
    assert.deepEqual(await prices(who), BUNDLED);
  });

  it('is refused whole while one cannot be reached, and the cart stays as it was', async () => {
    const who = await world.choosing();
    world.network.cut(world.kade);
    assert.equal((await withAll(who)).code, 'partner_unavailable');
    assert.deepEqual(await prices(who), PLAIN);
    world.heal(world.kade);
    assert.equal((await withAll(who)).status, 200);
    assert.deepEqual(await prices(who), BUNDLED);
  });

  it('is put right before anybody pays when an answer was lost on the way, and never sold at another price', async () => {
    const who = await world.choosing();
    const answers = world.network.loseAnswers(world.kade, /^PUT .*\/reservations\//);
    assert.equal((await withAll(who)).code, 'partner_unavailable');
    answers.found();
    world.heal(world.kade);
    assert.deepEqual(await prices(who), PLAIN);
    await who.order();
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, pricesBy(world, order)], ['paid', PLAIN]);
    await world.agrees(who);
  });

  it('is bought as one: tickets of all three, and the same on every account', async () => {
    const who = await subscriber(world);
    await who.order();
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, pricesBy(world, order)], ['paid', 6, BUNDLED]);
    await world.agrees(who);
    const entries = await world.seller.db
      .selectFrom('entry')
      .select(['kind', 'cents'])
      .where('agreement_id', '=', world.agreementOf(world.kade, world.seller))
      .where('kind', '=', 'sale')
      .where('cents', '=', kade)
      .execute();
    assert.equal(entries.length, 1);
  });

  it('is never half: what one confirmed before the seller’s process died, another process finishes', async () => {
    const who = await subscriber(world);
    await who.order();
    world.network.cut(world.kade);
    await world.pay(who);
    assert.deepEqual((await who.show()).parts.map(({ state }) => state).sort(), ['confirmed', 'confirming']);
    world.heal(world.kade);
    const other = await world.seller.another();
    await world.seller.db
      .updateTable('leg')
      .set({ check_at: new Date(0) })
      .where('check_at', 'is not', null)
      .execute();
    await reconcile(other.runtime);
    const worker = workerOf({ ...world.seller, ...other });
    await worker.run();
    await worker.stop();
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, order.refund], ['paid', 6, null]);
    assert.deepEqual(pricesBy(world, order), BUNDLED);
    await world.agrees(who);
  });

  it('goes back for what it cost where a part is lost after it was paid; the rest keeps its price', async () => {
    const who = await subscriber(world);
    await who.order();
    await world.runsOut(world.kade, who.seats);
    await world.takes(world.kade, who.seats);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['paid', 'seats-lost', kade + full]);
    assert.deepEqual(pricesBy(world, order), BUNDLED);
    assert.equal(order.tickets.length, 4);
    await world.agrees(who);
  });

  it('is asked for at the same price when its money comes after everything was given up', async () => {
    const who = await subscriber(world);
    await who.order();
    await world.closes(who);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, order.refund], ['paid', 6, null]);
    assert.deepEqual(pricesBy(world, order), BUNDLED);
    await world.agrees(who);
  });
});

describe('a subscriber at a partner, before the sale begins', () => {
  let world: ThreeCentres;
  let early: string;
  before(async () => {
    world = await openThreeCentres({ sale: { subscribersEarly: true } });
    await agreeOnRegion(world, { bookFrom: '2020-01-01T00:00:00Z' });
    await world.brug.db
      .updateTable('performance')
      .set({ on_sale_at: new Date(Date.now() + 3_600_000) })
      .where('id', '=', 'extra-1')
      .execute();
    early = world.reference(world.brug, 'extra-1');
  });
  after(() => world.stop());

  it('has places that nobody else can have yet, and pays for all of it at once', async () => {
    const who = await world.choosing(['stuk-1', world.reference(world.kade)]);
    const holding = () => who.cart.holdSeats(who.seats.slice(0, 1), early);
    assert.equal((await holding()).code, 'not_on_sale');
    assert.equal((await choose(who.cart, regional([]))).status, 200);
    const held = await holding();
    assert.equal(held.status, 200, held.code);
    const chosen = await choose(who.cart, regional(oneEach(await who.cart.show())));
    assert.equal(chosen.status, 200, chosen.code);
    assert.deepEqual(pricesBy(world, await who.cart.show()), [[own, full], [brug], [kade, full]]);
    await who.order();
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length], ['paid', 5]);
    await world.agrees(who);
  });

  it('cannot order them without the rest of the subscription, and loses nothing by trying', async () => {
    const who = await world.choosing(['stuk-1']);
    await choose(who.cart, regional([]));
    assert.equal((await who.cart.holdSeats(who.seats.slice(0, 1), early)).status, 200);
    const chosen = await choose(who.cart, regional(oneEach(await who.cart.show())));
    assert.equal(chosen.status, 200, chosen.code);
    const before = await who.cart.show();
    const refused = await who.buyer.tryOrder();
    assert.deepEqual([refused.status, refused.code], [422, 'not_on_sale']);
    const after = await who.cart.show();
    assert.deepEqual([after.lines, after.order], [before.lines, null]);
  });
});
