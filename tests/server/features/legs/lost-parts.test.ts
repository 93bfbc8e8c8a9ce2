import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Order } from '../../../../sdk/contract/index.ts';
import { openThreeCentres, type Shopper, type ThreeCentres } from '../../../harness/three-centres.ts';

describe('a part of an order that is lost', () => {
  let world: ThreeCentres;
  before(async () => {
    world = await openThreeCentres();
  });
  afterEach(() => world.heal(world.kade));
  after(() => world.stop());

  const statesOf = ({ parts }: Order) => Object.fromEntries(parts.map(({ owner, state }) => [owner.name, state]));
  const refundMails = (who: Shopper) => world.mailsOf(who).filter((mail) => mail.startsWith('We betalen u'));
  const lose = async (who: Shopper, ...centres: ThreeCentres['centres'][number][]) => {
    for (const centre of centres) {
      await world.runsOut(centre, who.seats);
      await world.takes(centre, who.seats);
    }
  };

  it('is given back alone, with a mail that names it; the tickets of the rest stay', async () => {
    const who = await world.choosing();
    await who.order();
    await lose(who, world.kade);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['paid', 'seats-lost', 4800]);
    assert.deepEqual(statesOf(order), { 'Huis 2': 'confirmed', 'Huis 3': 'lost' });
    assert.equal(order.tickets.length, 4);
    const [mail, ...others] = refundMails(who);
    assert.deepEqual(others, []);
    assert.match(mail ?? '', /48,00[\s\S]*Het gedacht 1[\s\S]*Huis 3/);
    assert.equal(world.mailsOf(who).length, 2);
    await world.agrees(who);
  });

  it('can be our own: the partners’ tickets come all the same', async () => {
    const who = await world.choosing();
    await who.order();
    await lose(who, world.seller);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.refund?.amount.cents], ['paid', 4800]);
    assert.deepEqual(statesOf(order), { 'Huis 2': 'confirmed', 'Huis 3': 'confirmed' });
    assert.equal(order.tickets.length, 4);
    assert.equal(refundMails(who).length, 1);
    await world.agrees(who);
  });

  it('can be every part: all of the money goes back', async () => {
    const who = await world.choosing();
    await who.order();
    await lose(who, ...world.centres);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets, order.refund?.amount.cents], ['refunding', [], 14_400]);
    assert.deepEqual(statesOf(order), { 'Huis 2': 'lost', 'Huis 3': 'lost' });
    // The provider takes a second refund of the same amount for a mistake, for an hour.
    for (let part = 0; part < 2; part += 1) {
      world.passes(3_700_000);
      await world.reconcile(world.seller);
    }
    await world.agrees(who);
    assert.equal(refundMails(who).length, 3);
  });

  it('is none when the money comes after everything was given up and is still free', async () => {
    const who = await world.choosing();
    await who.order();
    await world.closes(who);
    assert.equal((await who.show()).state, 'expired');
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, order.refund], ['paid', 6, null]);
    await world.agrees(who);
  });

  it('is only what somebody bought when the money comes after everything was given up', async () => {
    const who = await world.choosing();
    await who.order();
    await world.closes(who);
    await world.takes(world.kade, who.seats);
    await world.pay(who);
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, order.refund?.amount.cents], ['paid', 4, 4800]);
    assert.equal(refundMails(who).length, 1);
    await world.agrees(who);
  });

  it('is nothing more when the agreement ends before anybody heard that late places were sold', async () => {
    const who = await world.choosing();
    await who.order();
    await world.closes(who);
    const answers = world.network.loseAnswers(world.kade, /^POST .*\/confirm$/);
    await world.pay(who);
    answers.found();
    const agreement = world.agreementOf(world.kade, world.seller);
    await world.kade.db
      .updateTable('agreement')
      .set({ state: 'ended', ended_at: new Date(), ended_by: 'owner' })
      .where('id', '=', agreement)
      .execute();
    world.passes(10_000);
    await world.reconcile(world.seller);
    await world.settle();
    await world.kade.db
      .updateTable('agreement')
      .set({ state: 'active', ended_at: null, ended_by: null })
      .where('id', '=', agreement)
      .execute();
    const order = await who.show();
    assert.deepEqual([order.state, order.tickets.length, order.refund], ['paid', 6, null]);
    await world.agrees(who);
  });
});
