import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import { tellExpired } from '../../../../../server/features/network/reservations/expiry.ts';
import { extend } from '../../../../../server/features/network/reservations/extend.ts';
import {
  cancelPerformance,
  movePerformance,
} from '../../../../../server/features/network/reservations/performances.ts';
import { read } from '../../../../../server/features/network/reservations/read.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';

inBothStores('the owner', (world) => {
  async function reserved(seats: readonly string[], also: readonly string[] = []) {
    const { parts, agree } = world();
    const agreement = await agree();
    const id = randomUUID();
    const seatsOf = (some: readonly string[]) => some.map((seat) => ({ seat }));
    const items = [
      { performance: 'het-gedacht', seats: seatsOf(seats) },
      ...(also.length > 0 ? [{ performance: 'de-zee', seats: seatsOf(also) }] : []),
    ];
    const { reservation } = await reserve(parts, agreement, id, { channel: 'web', items });
    const sell = () => confirm(parts, agreement, id, { expectedTotal: reservation.total });
    return { agreement, id, sell };
  }

  it('cancels a performance: what was sold and held of it is undone, and each seller is told', async () => {
    const { parts, taken, told } = world();
    const [sold, held] = [await reserved(['Z-A-1']), await reserved(['Z-B-1'], ['Z-B-2'])];
    await sold.sell();
    await cancelPerformance(parts, 'het-gedacht');
    const undone = await read(parts, sold.agreement, sold.id);
    assert.deepEqual([undone.state, undone.tickets[0]?.state], ['cancelled', 'refunded']);
    assert.equal(
      undone.entries.reduce((sum, { amount }) => sum + amount.cents, 0),
      0,
    );
    assert.equal((await read(parts, held.agreement, held.id)).state, 'cancelled');
    assert.deepEqual([await taken(), await taken('de-zee')], [[], []]);
    for (const { agreement, id } of [sold, held]) {
      const change = { kind: 'performance-cancelled', reservation: id, performance: 'het-gedacht' };
      assert.deepEqual(await told(agreement), [change]);
    }
    await refused(held.sell(), 'reservation_closed');
    await cancelPerformance(parts, 'het-gedacht');
    assert.equal((await told(sold.agreement)).length, 1, 'again tells nobody');
  });

  it('cancels one performance of two that were sold together: the other stays sold', async () => {
    const { parts, taken } = world();
    const { agreement, id, sell } = await reserved(['Z-A-1'], ['Z-A-2']);
    await sell();
    await cancelPerformance(parts, 'het-gedacht');
    const after = await read(parts, agreement, id);
    const states = new Map(after.tickets.map(({ line, state }) => [line, state]));
    assert.equal(after.state, 'confirmed');
    assert.deepEqual(
      after.lines.map(({ id: line, performance }) => [performance.id, states.get(line)]),
      [
        ['de-zee', 'valid'],
        ['het-gedacht', 'refunded'],
      ],
    );
    assert.deepEqual([await taken(), await taken('de-zee')], [[], ['Z-A-2 sold']]);
    await cancelPerformance(parts, 'de-zee');
    const gone = await read(parts, agreement, id);
    assert.equal(gone.state, 'cancelled');
    assert.equal(
      gone.entries.reduce((sum, { amount }) => sum + amount.cents, 0),
      0,
    );
  });

  it('moves a performance: tickets stay, and each seller is told when it is', async () => {
    const { parts, taken, told } = world();
    const { agreement, id, sell } = await reserved(['Z-A-1']);
    await sell();
    const startsAt = new Date('2027-03-01T19:00:00Z');
    await movePerformance(parts, 'het-gedacht', { startsAt });
    await movePerformance(parts, 'het-gedacht', { startsAt });
    const change = { kind: 'performance-moved', reservation: id, performance: 'het-gedacht', startsAt };
    assert.deepEqual(await told(agreement), [change]);
    assert.equal((await read(parts, agreement, id)).tickets[0]?.state, 'valid');
    assert.deepEqual(await taken(), ['Z-A-1 sold']);
  });

  it('moves and cancels nothing that is not played', async () => {
    const { parts } = world();
    await refused(cancelPerformance(parts, 'niets'), 'not_found');
    await refused(movePerformance(parts, 'niets', { startsAt: new Date() }), 'not_found');
    await cancelPerformance(parts, 'het-gedacht');
    await refused(movePerformance(parts, 'het-gedacht', { startsAt: new Date() }), 'not_found');
  });

  it('tells a seller once that the time of a reservation is over, and again when it was held again', async () => {
    const { parts, pass, told } = world();
    const [one, other] = [await reserved(['Z-A-1']), await reserved(['Z-B-1'])];
    await other.sell();
    await tellExpired(parts);
    assert.deepEqual(await told(one.agreement), []);
    await pass(11);
    await tellExpired(parts);
    await tellExpired(parts);
    const change = { kind: 'reservation-expired', reservation: one.id };
    assert.deepEqual([await told(one.agreement), await told(other.agreement)], [[change], []]);
    await extend(parts, one.agreement, one.id, { seconds: 60, forPayment: false });
    await tellExpired(parts);
    assert.equal((await told(one.agreement)).length, 1);
    await pass(2);
    await tellExpired(parts);
    assert.deepEqual(await told(one.agreement), [change, change]);
  });
});
