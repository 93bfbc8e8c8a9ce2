import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { cancel } from '../../../../../server/features/network/reservations/cancel.ts';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import type { TermsInput } from '../../../../harness/cluster.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';

inBothStores('a partner gives up', (world) => {
  async function reserved(terms: TermsInput = {}) {
    const { parts, agree } = world();
    const agreement = await agree(terms);
    const id = randomUUID();
    const { reservation } = await reserve(parts, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
    const giveUp = (reason: 'released' | 'unpaid' | 'returned') => cancel(parts, agreement, id, { reason });
    const sell = () => confirm(parts, agreement, id, { expectedTotal: reservation.total });
    return { agreement, id, giveUp, sell };
  }

  it('what it holds: it is free, and again is the same', async () => {
    const { taken } = world();
    const { giveUp, sell } = await reserved();
    const first = await giveUp('unpaid');
    assert.deepEqual([first.state, first.expiresAt, await taken()], ['cancelled', null, []]);
    assert.deepEqual(await giveUp('released'), first);
    await refused(sell(), 'reservation_closed');
  });

  it('what expired: nobody else’s place is touched', async () => {
    const { pass, taken, visitor } = world();
    const { giveUp } = await reserved();
    await pass(11);
    assert.ok(await visitor(['Z-A-2']));
    assert.equal((await giveUp('unpaid')).state, 'cancelled');
    assert.deepEqual(await taken(), ['Z-A-2 held']);
  });

  it('what another reservation has now: that one stays', async () => {
    const { parts, taken } = world();
    const { agreement, id, giveUp } = await reserved();
    await reserve(parts, agreement, randomUUID(), wanting(['Z-A-1'], { replaces: id }));
    assert.equal((await giveUp('released')).state, 'replaced');
    assert.deepEqual(await taken(), ['Z-A-1 held']);
  });

  it('what was sold, when the buyer has the money back: tickets, places and account are undone, once', async () => {
    const { sales, taken } = world();
    const { agreement, giveUp, sell } = await reserved({ commission: { basisPoints: 500, centsPerTicket: 0 } });
    await sell();
    const undone = await giveUp('returned');
    assert.equal(undone.state, 'cancelled');
    assert.notEqual(undone.confirmedAt, null);
    assert.deepEqual(new Set(undone.tickets.map(({ state }) => state)), new Set(['refunded']));
    assert.equal(
      undone.entries.reduce((sum, { amount }) => sum + amount.cents, 0),
      0,
    );
    assert.equal(undone.entries.length, 8);
    assert.deepEqual(await giveUp('returned'), undone);
    assert.deepEqual([await taken(), await sales(agreement)], [[], { orders: 1, valid: 0 }]);
  });

  it('what was sold only for that reason, before it begins, and when the agreement lets it', async () => {
    const { change, taken } = world();
    const strict = await reserved({ refunds: 'never' });
    await strict.sell();
    await refused(strict.giveUp('returned'), 'reservation_closed');
    await world().clear();
    const { giveUp, sell } = await reserved();
    await sell();
    await refused(giveUp('unpaid'), 'reservation_closed');
    await change('het-gedacht', { starts_at: new Date(0) });
    await refused(giveUp('returned'), 'reservation_closed');
    assert.deepEqual(await taken(), ['Z-A-1 sold', 'Z-A-2 sold']);
  });

  it('only what is its own', async () => {
    const { parts, agree } = world();
    const { id } = await reserved();
    await refused(cancel(parts, await agree(), id, { reason: 'released' }), 'not_found');
    await refused(cancel(parts, await agree(), randomUUID(), { reason: 'released' }), 'not_found');
  });
});
