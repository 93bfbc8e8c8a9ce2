import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import { read } from '../../../../../server/features/network/reservations/read.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import type { TermsInput } from '../../../../harness/cluster.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';

inBothStores('a partner confirms', (world) => {
  async function reserved(
    seats: readonly string[],
    change: Parameters<typeof wanting>[1] = {},
    terms: TermsInput = {},
  ) {
    const { parts, agree } = world();
    const agreement = await agree(terms);
    const id = randomUUID();
    const { reservation } = await reserve(parts, agreement, id, wanting(seats, change));
    const sell = (cents = reservation.total.cents) =>
      confirm(parts, agreement, id, { expectedTotal: { cents, currency: 'EUR' } });
    return { agreement, id, reservation, sell };
  }

  it('and gets a signed ticket a line, with what both put on the account', async () => {
    const { sales, taken } = world();
    const { agreement, id, reservation, sell } = await reserved(
      ['Z-A-1', 'Z-A-2'],
      { areas: [{ area: 'STAAN', quantity: 1 }] },
      { commission: { basisPoints: 1000, centsPerTicket: 0 }, adminCentsPerTicket: 50 },
    );
    const sold = await sell();
    assert.deepEqual([sold.state, sold.lines, sold.secondsLeft], ['confirmed', reservation.lines, null]);
    assert.deepEqual(
      sold.tickets.map(({ line, state }) => [line, state]),
      sold.lines.map((line) => [line.id, 'valid']),
    );
    assert.equal(new Set(sold.tickets.map(({ code }) => code)).size, 3);
    const booked = sold.entries.map(({ kind, amount, reservation }) => [kind, amount.cents, reservation === id]);
    assert.deepEqual(booked.sort(), [
      ['admin', -50, true],
      ['admin', -50, true],
      ['admin', -50, true],
      ['commission', -150, true],
      ['commission', -240, true],
      ['commission', -240, true],
      ['sale', 1500, true],
      ['sale', 2400, true],
      ['sale', 2400, true],
    ]);
    assert.deepEqual(await sales(agreement), { orders: 1, valid: 3 });
    assert.deepEqual(await taken(), ['STAAN#1 sold', 'Z-A-1 sold', 'Z-A-2 sold']);
  });

  it('again, and gets the same answer', async () => {
    const { parts, sales } = world();
    const { agreement, id, sell } = await reserved(['Z-A-1', 'Z-A-2']);
    const first = await sell();
    assert.deepEqual(await sell(), first);
    assert.deepEqual(await read(parts, { ...agreement, state: 'ended' }, id), first);
    assert.deepEqual(await sales(agreement), { orders: 1, valid: 2 });
  });

  it('at another total, and nothing is sold', async () => {
    const { sales, taken } = world();
    const { agreement, sell } = await reserved(['Z-A-1']);
    await refused(sell(2300), 'total_changed', { field: 'expectedTotal' });
    assert.deepEqual([await sales(agreement), await taken()], [{ orders: 0, valid: 0 }, ['Z-A-1 held']]);
  });

  it('after the agreement ended', async () => {
    const { parts } = world();
    const { agreement, id, reservation } = await reserved(['Z-A-1']);
    const ended = { ...agreement, state: 'ended' as const };
    assert.equal((await confirm(parts, ended, id, { expectedTotal: reservation.total })).state, 'confirmed');
  });

  it('after the end while everything is still free, even when the sale has ended', async () => {
    const { change, pass, taken } = world();
    const { sell } = await reserved(['Z-A-1', 'Z-A-2']);
    await pass(11);
    await change('het-gedacht', { sale_ends_at: new Date(0) });
    assert.equal((await sell()).state, 'confirmed');
    assert.deepEqual(await taken(), ['Z-A-1 sold', 'Z-A-2 sold']);
  });

  it('after the end when a seat is somebody else’s: it is lost, and for ever', async () => {
    const { parts, pass, sales, taken, visitor } = world();
    const { agreement, id, sell } = await reserved(['Z-A-1', 'Z-A-2']);
    await pass(11);
    assert.ok(await visitor(['Z-A-2']));
    await refused(sell(), 'reservation_lost', { seats: ['Z-A-2'] });
    assert.deepEqual(await taken(), ['Z-A-2 held'], 'nothing half done');
    await pass(11);
    await refused(sell(), 'reservation_closed');
    assert.equal((await read(parts, agreement, id)).state, 'cancelled');
    assert.deepEqual([await taken(), await sales(agreement)], [[], { orders: 0, valid: 0 }]);
  });

  it('after the end when others stand where it stood: of an area any place will do', async () => {
    const { pass, taken, visitor } = world();
    const { sell, reservation } = await reserved(['Z-A-1'], { areas: [{ area: 'STAAN', quantity: 2 }] });
    await pass(11);
    assert.ok(await visitor([], [{ area: 'STAAN', quantity: 12 }]));
    const sold = await sell();
    assert.deepEqual(sold.lines, reservation.lines);
    const places = (await taken()).filter((place) => place.endsWith('sold'));
    assert.deepEqual(places, ['STAAN#13 sold', 'STAAN#14 sold', 'Z-A-1 sold']);
  });

  it('after the end when the area is full: it is lost', async () => {
    const { pass, taken, visitor } = world();
    const { sell } = await reserved(['Z-A-1'], { areas: [{ area: 'STAAN', quantity: 10 }] });
    await pass(11);
    assert.ok(await visitor([], [{ area: 'STAAN', quantity: 12 }]));
    await refused(sell(), 'reservation_lost', { seats: ['STAAN'] });
    assert.equal((await taken()).length, 12);
  });

  it('after the end when its own share was taken up since: it is lost', async () => {
    const { parts, pass, taken } = world();
    const { agreement, sell } = await reserved(['Z-A-1', 'Z-A-2'], {}, { stock: { kind: 'quota', places: 3 } });
    await pass(11);
    await reserve(parts, agreement, randomUUID(), wanting(['Z-B-1', 'Z-B-2']));
    await refused(sell(), 'reservation_lost', { seats: ['Z-A-1', 'Z-A-2'] });
    assert.deepEqual(await taken(), ['Z-B-1 held', 'Z-B-2 held']);
  });

  it('what is not played any more: it is lost', async () => {
    const { change, taken } = world();
    const { sell } = await reserved(['Z-A-1']);
    await change('het-gedacht', { cancelled: true });
    await refused(sell(), 'reservation_lost', { seats: ['Z-A-1'] });
    assert.deepEqual(await taken(), []);
  });

  it('no reservation that was replaced', async () => {
    const { parts } = world();
    const { agreement, id, sell } = await reserved(['Z-A-1']);
    await reserve(parts, agreement, randomUUID(), wanting(['Z-A-1'], { replaces: id }));
    await refused(sell(), 'reservation_closed');
  });
});
