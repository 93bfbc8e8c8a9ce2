import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Order } from '../../../../sdk/contract/index.ts';
import { manage } from '../../../harness/cluster.ts';
import { strayTickets } from '../../../harness/cluster-books.ts';
import { openThreeCentres, type Shopper, type ThreeCentres } from '../../../harness/three-centres.ts';

const CONFIRM = /^POST .*\/confirm$/;
const RESERVATION = /^GET .*\/reservations\/[^/]+$/;
const LATER = '2027-06-04T18:00:00.000Z';

describe('a performance that its owner cancels or moves', () => {
  let world: ThreeCentres;
  let extra = 0;
  before(async () => {
    world = await openThreeCentres();
  });
  afterEach(() => world.heal(world.kade));
  after(() => world.stop());

  const nextExtra = () => {
    extra += 1;
    return `extra-${extra}`;
  };
  const atKade = (play: string) => world.reference(world.kade, play);
  const cancel = (play: string) => manage(world.kade, `/performances/${play}/cancel`, {});
  const move = (play: string) => manage(world.kade, `/performances/${play}/move`, { startsAt: LATER });
  const statesOf = ({ tickets }: Order) => tickets.map(({ state }) => state).sort();
  const refundMails = (who: Shopper) => world.mailsOf(who).filter((mail) => mail.startsWith('We betalen u'));
  /** News comes, money goes. */
  const hears = async () => {
    world.passes(10_000);
    await world.follow(world.seller);
    await world.reconcile(world.seller);
    await world.settle();
  };
  const bought = async (...plays: readonly string[]) => {
    const who = await world.choosing(['stuk-1', ...plays.map(atKade)]);
    await who.order();
    await world.pay(who);
    return who;
  };
  /** Paid, and confirmed at the owner, and nobody here knows. */
  const boughtUnheard = async (...plays: readonly string[]) => {
    const answers = world.network.loseAnswers(world.kade, CONFIRM);
    const who = await bought(...plays);
    answers.found();
    return who;
  };
  const agreed = async (who: Shopper) => {
    await world.agrees(who);
    assert.deepEqual(await strayTickets(world.centres), []);
  };

  it('is given back alone by the seller, with a mail that names it', async () => {
    const play = nextExtra();
    const who = await bought(play);
    await cancel(play);
    await hears();
    const order = await who.show();
    assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['paid', 'performance-cancelled', 4800]);
    assert.deepEqual(statesOf(order), ['refunded', 'refunded', 'valid', 'valid']);
    const mails = refundMails(who);
    assert.equal(mails.length, 1);
    assert.match(mails[0] ?? '', /gaat niet door[\s\S]*Huis 3/);
    await agreed(who);
    await hears();
    assert.equal(refundMails(who).length, 1);
    await agreed(who);
  });

  it('is given back as well when nobody had heard yet that it was sold', async () => {
    const play = nextExtra();
    const who = await boughtUnheard(play);
    await cancel(play);
    await hears();
    const order = await who.show();
    assert.deepEqual([order.state, order.refund?.amount.cents], ['paid', 4800]);
    assert.deepEqual(statesOf(order), ['valid', 'valid']);
    assert.equal(refundMails(who).length, 1);
    await agreed(who);
  });

  it('is given back alone when its owner plays another part of the same order, of which nobody had heard', async () => {
    const play = nextExtra();
    const who = await boughtUnheard('stuk-3', play);
    await cancel(play);
    await hears();
    const order = await who.show();
    assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['paid', 'performance-cancelled', 4800]);
    assert.deepEqual(statesOf(order), ['refunded', 'refunded', 'valid', 'valid', 'valid', 'valid']);
    assert.equal(refundMails(who).length, 1);
    await agreed(who);
  });

  it('stands on both accounts, also when the owner went down while it told', async () => {
    const play = nextExtra();
    const who = await bought(play);
    await cancel(play);
    const answers = world.network.loseAnswers(world.kade, RESERVATION);
    await hears();
    answers.found();
    await hears();
    assert.equal((await who.show()).refund?.amount.cents, 4800);
    await agreed(who);
  });

  it('and is moved: every buyer is told when it is now, and the tickets stay', async () => {
    const play = nextExtra();
    const who = await bought(play);
    await move(play);
    await hears();
    const order = await who.show();
    assert.deepEqual(statesOf(order), ['valid', 'valid', 'valid', 'valid']);
    const moved = order.lines.filter(({ performance }) => performance.owner);
    assert.deepEqual(new Set(moved.map(({ performance }) => performance.startsAt)), new Set([LATER]));
    const mails = world.mailsOf(who).filter((mail) => !mail.startsWith('Uw tickets'));
    assert.equal(mails.length, 1);
    assert.match(mails[0] ?? '', /4 juni 2027/);
    await agreed(who);
  });

  it('and is moved while somebody pays: the tickets come, and word that it is another moment', async () => {
    const play = nextExtra();
    const who = await world.choosing(['stuk-1', atKade(play)]);
    await who.order();
    await move(play);
    await hears();
    assert.deepEqual(world.mailsOf(who), []);
    await world.pay(who);
    const mails = world.mailsOf(who);
    assert.equal(mails.length, 2);
    for (const mail of mails) assert.match(mail, /4 juni 2027/);
    await agreed(who);
  });

  it('and is moved while nobody had heard that it was sold: the tickets come with when it is now', async () => {
    const play = nextExtra();
    const who = await boughtUnheard(play);
    await move(play);
    await hears();
    const order = await who.show();
    assert.deepEqual(statesOf(order), ['valid', 'valid', 'valid', 'valid']);
    const moved = order.lines.filter(({ performance }) => performance.owner);
    assert.deepEqual(new Set(moved.map(({ performance }) => performance.startsAt)), new Set([LATER]));
    const mails = world.mailsOf(who).filter((mail) => !mail.startsWith('Uw tickets'));
    assert.equal(mails.length, 1);
    assert.match(mails[0] ?? '', /4 juni 2027/);
    await agreed(who);
  });
});
