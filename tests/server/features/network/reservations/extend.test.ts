import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { cancel } from '../../../../../server/features/network/reservations/cancel.ts';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import { extend } from '../../../../../server/features/network/reservations/extend.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';

inBothStores('a partner asks for more time', (world) => {
  async function reserved(seats: readonly string[], change: Parameters<typeof wanting>[1] = {}) {
    const { parts, agree } = world();
    const agreement = await agree();
    const id = randomUUID();
    const { reservation } = await reserve(parts, agreement, id, wanting(seats, change));
    const more = (seconds: number, forPayment = false) => extend(parts, agreement, id, { seconds, forPayment });
    return { agreement, id, reservation, more };
  }
  const near = (seconds: number | null, wanted: number) =>
    assert.ok(seconds !== null && Math.abs(seconds - wanted) <= 2, `${seconds} seconds, not ${wanted}`);

  it('and gets what it asks, never less than it had', async () => {
    const { more } = await reserved(['Z-A-1', 'Z-A-2']);
    near((await more(1200)).secondsLeft, 1200);
    near((await more(60)).secondsLeft, 1200);
  });

  it('up to two hours after the first place was taken', async () => {
    const { pass } = world();
    const { more } = await reserved(['Z-A-1', 'Z-A-2']);
    await more(7200);
    await pass(110);
    const last = await more(7200);
    near(last.secondsLeft, 600);
    assert.equal(last.extendable, false);
  });

  it('and for a payment twenty minutes more', async () => {
    const { pass } = world();
    const { more } = await reserved(['Z-A-1', 'Z-A-2']);
    await more(7200);
    await pass(115);
    near((await more(1200, true)).secondsLeft, 1200);
    near((await more(7200, true)).secondsLeft, 1500);
  });

  it('after the end, and gets it under the same lines while everything is still free', async () => {
    const { pass, taken, visitor } = world();
    const { more, reservation } = await reserved(['Z-A-1', 'Z-A-2'], { areas: [{ area: 'STAAN', quantity: 2 }] });
    await pass(11);
    assert.ok(await visitor([], [{ area: 'STAAN', quantity: 1 }]), 'of an area another place will do');
    const again = await more(300);
    near(again.secondsLeft, 300);
    assert.deepEqual(again.lines, reservation.lines);
    assert.deepEqual(await taken(), ['STAAN#1 held', 'STAAN#2 held', 'STAAN#3 held', 'Z-A-1 held', 'Z-A-2 held']);
  });

  it('after the end, and hears which seats are somebody else’s', async () => {
    const { pass, taken, visitor } = world();
    const { more } = await reserved(['Z-A-1', 'Z-A-2']);
    await pass(11);
    assert.ok(await visitor(['Z-A-2', 'Z-A-3']));
    await refused(more(300), 'reservation_expired', { seats: ['Z-A-2'] });
    assert.deepEqual(await taken(), ['Z-A-2 held', 'Z-A-3 held']);
  });

  it('to pay, and hears which seat the owner would not leave alone', async () => {
    const { change } = world();
    const { more } = await reserved(['Z-A-2', 'Z-A-3']);
    near((await more(900)).secondsLeft, 900);
    await refused(more(1200, true), 'seat_left_alone', { seats: ['Z-A-1'] });
    near((await more(900)).secondsLeft, 900);
    await change('het-gedacht', { single_seat_rule: 'off' });
    near((await more(1200, true)).secondsLeft, 1200);
  });

  it('but not of what is given up or sold, nor under an agreement that ended', async () => {
    const { parts } = world();
    const gone = await reserved(['Z-A-1']);
    await cancel(parts, gone.agreement, gone.id, { reason: 'unpaid' });
    await refused(gone.more(60), 'reservation_closed');
    const sold = await reserved(['Z-B-1']);
    await confirm(parts, sold.agreement, sold.id, { expectedTotal: sold.reservation.total });
    await refused(sold.more(60), 'reservation_closed');
    const held = await reserved(['Z-C-1']);
    const ended = { ...held.agreement, state: 'ended' as const };
    await refused(extend(parts, ended, held.id, { seconds: 60, forPayment: false }), 'agreement_not_active');
    await reserve(parts, held.agreement, randomUUID(), wanting(['Z-C-2'], { replaces: held.id }));
    await refused(held.more(60), 'reservation_replaced');
  });
});
