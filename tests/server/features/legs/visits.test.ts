import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { TestCentre } from '../../../harness/centre.ts';
import { choose, putPrices } from '../../../harness/prices.ts';
import { pricesBy } from '../../../harness/region.ts';
import { statementOf } from '../../../harness/settlement.ts';
import { openThreeCentres, type Shopper, type ThreeCentres } from '../../../harness/three-centres.ts';

const name = { nl: 'Podiumpas' };
const PERIOD = new Date().toISOString().slice(0, 7);

/** The same pass as each centre has it: € 1 a visit, of which the centre that sold it owes € 7, at Kade € 9. */
const passOf = (settlement: number, centres: string[]) => ({
  passes: [
    {
      ...{ id: 'podiumpas', name, price: 2500, vat: 'BE-21', period: { months: 1 } },
      visits: { among: { centres }, price: 100, settlement },
    },
  ],
  products: [{ id: 'pas', kind: 'pass', name, price: { cents: 2500 }, vat: 'BE-21', pass: 'podiumpas' }],
});

describe('visits on a pass to what partners play', () => {
  let world: ThreeCentres;
  let code: string;
  before(async () => {
    world = await openThreeCentres();
    const centres = world.centres.map(({ id }) => id);
    await putPrices(world.seller, passOf(700, centres) as never);
    await putPrices(world.brug, passOf(700, centres) as never);
    await putPrices(world.kade, passOf(900, centres) as never);
    const buyer = await world.buyer(world.seller);
    assert.equal((await choose(buyer.cart, { products: [{ product: 'pas', quantity: 1 }] })).status, 200);
    await buyer.order();
    world.mollie.pay(buyer.payment());
    await world.settle();
    code = (await buyer.show()).entitlements?.[0]?.code ?? '';
    assert.notEqual(code, '');
  });
  after(() => world.stop());

  /** Takes the first place at each of these centres on the pass. */
  async function visit(who: Shopper, ...owners: TestCentre[]) {
    const { lines } = await who.cart.show();
    const places = owners.flatMap(({ id }) => lines.find(({ performance }) => performance.owner?.id === id) ?? []);
    return choose(who.cart, { visits: places.map(({ id: line }) => ({ line, code })) });
  }
  const atBrug = () => world.choosing(['stuk-1', world.reference(world.brug)]);
  /** What stands on accounts of the seller's books by an order, and on that with a partner. */
  async function booked(order: string, account: string): Promise<number> {
    const { rows } = await sql<{ cents: string | null }>`
      select sum(cents)::text as cents from posting where order_id = ${order} and account = ${account}`.execute(
      world.seller.db,
    );
    return Number(rows[0]?.cents ?? 0);
  }

  it('cost what the owner’s formula says, and the owner says what it is owed', async () => {
    const who = await atBrug();
    const chosen = await visit(who, world.brug);
    assert.equal(chosen.status, 200, chosen.code);
    assert.deepEqual(pricesBy(world, chosen.cart), [[2400, 2400], [100, 2400], []]);
    const visiting = chosen.cart.lines.find(({ owed }) => owed);
    assert.deepEqual([visiting?.price.cents, visiting?.owed?.cents], [100, 700]);
    assert.ok(!JSON.stringify(world.network.sent).includes(code));
    assert.equal((await choose(who.cart, {})).status, 200);
    assert.deepEqual(pricesBy(world, await who.cart.show()), [[2400, 2400], [2400, 2400], []]);
  });

  it('are refused where the owner settles them for another amount, and the cart stays as it was', async () => {
    const who = await world.choosing();
    const before = await who.cart.show();
    const refused = await visit(who, world.brug, world.kade);
    assert.deepEqual([refused.status, refused.code, refused.field], [409, 'total_changed', 'bundles.0.settlement']);
    assert.deepEqual((await who.cart.show()).lines, before.lines);
  });

  it('are settled visit by visit, to the cent, on both sides; nothing is shared of them', async () => {
    const who = await atBrug();
    await visit(who, world.brug);
    await who.order();
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, order.total.cents], ['paid', 4, 3 * 2400 + 100]);
    await world.agrees(who);
    assert.deepEqual(
      [await booked(order.id, 'pass-visits'), await booked(order.id, 'partner-tickets')],
      [600, -(2400 + 700)],
    );
    const ours = await statementOf(world.seller, world.brug, PERIOD);
    const theirs = await statementOf(world.brug, world.seller, PERIOD);
    assert.deepEqual([ours.comparison.state, theirs.comparison.state], ['agreed', 'agreed']);
    assert.equal(ours.net.cents + theirs.net.cents, 0);
    const ofVisit = theirs.lines.filter(({ entry }) => entry.amount.cents === 700);
    assert.deepEqual(
      ofVisit.map(({ entry, owed }) => [entry.kind, owed.cents]),
      [['sale', 700]],
    );
    assert.equal(theirs.lines.filter(({ entry }) => entry.line === ofVisit[0]?.entry.line).length, 1);
  });

  it('count against the pass, and no more of one performance than it has people', async () => {
    const who = await atBrug();
    await visit(who, world.brug);
    const refused = await who.buyer.tryOrder();
    assert.deepEqual([refused.status, refused.code], [422, 'pass_fully_used']);
  });

  it('that an owner cannot give go back for what the visitor paid, and nothing is owed for them', async () => {
    const extra = world.reference(world.brug, 'extra-2');
    const who = await world.choosing(['stuk-1', extra]);
    await visit(who, world.brug);
    await who.order();
    await world.runsOut(world.brug, who.seats);
    const thief = await world.buyer(world.brug);
    assert.equal((await thief.cart.holdSeats(who.seats, 'extra-2')).status, 200);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['paid', 'seats-lost', 2500]);
    assert.deepEqual([await booked(order.id, 'pass-visits'), await booked(order.id, 'partner-tickets')], [0, 0]);
    await thief.cart.request('/release', { json: { lines: (await thief.cart.show()).lines.map(({ id }) => id) } });
    await world.agrees(who);
    // The visit is on the pass again.
    const again = await world.choosing(['stuk-1', extra]);
    await visit(again, world.brug);
    assert.equal((await again.buyer.tryOrder()).status, 201);
  });
});
