import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Order, PerformanceList } from '../../../../sdk/contract/index.ts';
import { openThreeCentres, type Shopper, type ThreeCentres } from '../../../harness/three-centres.ts';

const CONFIRM = /^POST .*\/confirm$/;

describe('a partner that is down', () => {
  let world: ThreeCentres;
  before(async () => {
    world = await openThreeCentres();
  });
  afterEach(() => world.heal(world.kade));
  after(() => world.stop());

  const statesOf = ({ parts }: Order) => Object.fromEntries(parts.map(({ owner, state }) => [owner.name, state]));
  const atKade = async (who: Shopper) =>
    (await who.show()).tickets.filter(({ line }) => kadeLines.get(who)?.includes(line));
  const kadeLines = new Map<Shopper, readonly string[]>();
  const orderOf = async (who: Shopper) => {
    const order = await who.order();
    kadeLines.set(
      who,
      order.lines.filter(({ performance }) => performance.owner?.name === 'Huis 3').map(({ id }) => id),
    );
    return order;
  };
  /** The third is back, and the clock of every minute comes by. */
  const isBack = async () => {
    world.heal(world.kade);
    await world.reconcile(world.seller);
    await world.settle();
  };

  it('while somebody looks around: what it plays is not available for the moment, and the others sell', async () => {
    const { seller, kade, network } = world;
    const statesNow = async () => {
      world.passes(60_000);
      const { performances } = (await (await seller.request('/performances')).json()) as PerformanceList;
      const from = (owner?: string) => performances.filter((one) => one.owner?.id === owner).map(({ state }) => state);
      return { own: new Set(from()), brug: new Set(from(world.brug.id)), kade: new Set(from(kade.id)) };
    };
    assert.deepEqual((await statesNow()).kade, new Set(['on-sale']));
    network.cut(kade);
    const down = await statesNow();
    assert.deepEqual(down, { own: new Set(['on-sale']), brug: new Set(['on-sale']), kade: new Set(['unavailable']) });
    const who = await world.choosing(['stuk-1', world.reference(world.brug)]);
    await who.order();
    await world.pay(who);
    assert.equal((await who.show()).tickets.length, 4);
    world.heal(kade);
    assert.deepEqual((await statesNow()).kade, new Set(['on-sale']));
    await world.agrees(who);
  });

  it('while somebody chooses: said with its name, and the rest of the cart is as it was and can be paid', async () => {
    const who = await world.choosing(['stuk-1', world.reference(world.brug)]);
    world.network.cut(world.kade);
    const answer = await who.cart.request('/lines', {
      json: { performance: world.reference(world.kade), seats: who.seats.map((seat) => ({ seat })) },
    });
    const { error } = await answer.json();
    assert.deepEqual([answer.status, error.code, error.centre], [503, 'partner_unavailable', 'Huis 3']);
    assert.equal((await who.cart.show()).lines.length, 4);
    await who.order();
    await world.pay(who);
    assert.equal((await who.show()).tickets.length, 4);
    await isBack();
    await world.agrees(who);
  });

  it('when somebody wants to pay: nobody is sent to pay, until it is back or its part is taken out', async () => {
    const who = await world.choosing();
    world.network.cut(world.kade);
    const refused = await who.buyer.tryOrder();
    assert.deepEqual([refused.status, refused.code], [503, 'partner_unavailable']);
    assert.equal((await who.cart.show()).lines.length, 6);
    const { lines } = await who.cart.show();
    const theirs = lines.filter(({ performance }) => performance.owner?.id === world.kade.id).map(({ id }) => id);
    await who.cart.request('/release', { json: { lines: theirs } });
    assert.equal((await who.cart.show()).lines.length, 4);
    await who.order();
    await world.pay(who);
    assert.equal((await who.show()).tickets.length, 4);
    await isBack();
    await world.agrees(who);
  });

  it('between the order and the money: the rest comes at once with word of what follows, its tickets when it is back', async () => {
    const who = await world.choosing();
    await orderOf(who);
    world.network.cut(world.kade);
    await world.pay(who);
    const order = await who.show();
    assert.equal(order.state, 'paid');
    assert.deepEqual(statesOf(order), { 'Huis 2': 'confirmed', 'Huis 3': 'confirming' });
    assert.equal(order.tickets.length, 4);
    // The mail's patience is over.
    await world.work(world.seller);
    const [first, ...none] = world.mailsOf(who);
    assert.deepEqual(none, []);
    assert.match(first ?? '', /De tickets van Huis 3 zijn betaald en volgen in een aparte mail/);
    await isBack();
    assert.deepEqual(statesOf(await who.show()), { 'Huis 2': 'confirmed', 'Huis 3': 'confirmed' });
    assert.equal((await atKade(who)).length, 2);
    assert.equal((await who.show()).refund, null);
    assert.equal(world.mailsOf(who).length, 2);
    await world.agrees(who);
  });

  it('so that its answers are lost: confirmed there and unheard here, it is asked again and sells once', async () => {
    const who = await world.choosing();
    await orderOf(who);
    const answers = world.network.loseAnswers(world.kade, CONFIRM);
    await world.pay(who);
    assert.deepEqual(statesOf(await who.show()), { 'Huis 2': 'confirmed', 'Huis 3': 'confirming' });
    const sold = await world.kade.db.selectFrom('claim').select('state').where('place', 'in', who.seats).execute();
    assert.deepEqual(
      sold.map(({ state }) => state),
      ['sold', 'sold'],
    );
    answers.found();
    await isBack();
    assert.equal((await atKade(who)).length, 2);
    const tickets = await world.kade.db.selectFrom('ticket').select('id').where('place', 'in', who.seats).execute();
    assert.equal(tickets.length, 2);
    await world.agrees(who);
  });

  it('for good: when it begins that part is given back, alone, and nobody hears of it again', async () => {
    const who = await world.choosing();
    await orderOf(who);
    world.network.cut(world.kade);
    await world.pay(who);
    await begins(who);
    await world.reconcile(world.seller);
    await world.settle();
    await world.work(world.seller);
    const order = await who.show();
    assert.equal(order.state, 'paid');
    assert.equal(order.tickets.length, 4);
    assert.equal(order.refund?.amount.cents, 4800);
    assert.deepEqual(statesOf(order), { 'Huis 2': 'confirmed', 'Huis 3': 'lost' });
    const refunds = world.mailsOf(who).filter((mail) => mail.startsWith('We betalen u'));
    assert.equal(refunds.length, 1);
    assert.match(refunds[0] ?? '', /Huis 3/);
    await isBack();
    assert.equal((await who.show()).refund?.amount.cents, 4800);
    await world.agrees(who);
  });

  /** Of what somebody bought at the third centre it is now the beginning. */
  async function begins({ buyer }: Shopper) {
    await sql`update leg set lines = (
        select jsonb_agg(jsonb_set(line, '{performance,startsAt}', to_jsonb(now())))
        from jsonb_array_elements(lines) as line)
      where order_id = ${buyer.id} and agreement_id = ${world.agreementOf(world.kade, world.seller)}`.execute(
      world.seller.db,
    );
  }
});
