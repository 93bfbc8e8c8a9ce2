import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { cancel } from '../../../../../server/features/network/reservations/cancel.ts';
import { read } from '../../../../../server/features/network/reservations/read.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';

inBothStores('a reservation that replaces another', (world) => {
  /** Reserves seats, and then what `next` says instead. */
  async function replacing(
    next: Parameters<typeof wanting>,
    terms: Parameters<ReturnType<typeof world>['agree']>[0] = {},
  ) {
    const { parts, agree } = world();
    const agreement = await agree(terms);
    const [one, other] = [randomUUID(), randomUUID()];
    const { reservation: first } = await reserve(parts, agreement, one, wanting(['Z-A-1', 'Z-A-2']));
    const [seats, change] = next;
    const again = () => reserve(parts, agreement, other, wanting(seats, { ...change, replaces: one }));
    return { agreement, first, one, other, again };
  }
  const lineOf = (lines: readonly { readonly id: string; readonly place: { readonly id: string } }[], seat: string) =>
    lines.find(({ place }) => place.id === seat)?.id;

  it('keeps what is in both under its line, frees the rest and takes what is new', async () => {
    const { parts, taken } = world();
    const { agreement, first, one, other, again } = await replacing([['Z-A-2', 'Z-A-3']]);
    const { reservation } = await again();
    assert.deepEqual(await taken(), ['Z-A-2 held', 'Z-A-3 held']);
    assert.equal(lineOf(reservation.lines, 'Z-A-2'), lineOf(first.lines, 'Z-A-2'));
    const old = await read(parts, agreement, one);
    assert.deepEqual([old.state, old.replacedBy, old.secondsLeft], ['replaced', other, null]);
  });

  it('that cannot be had changes nothing of the first', async () => {
    const { parts, taken, visitor } = world();
    const { agreement, first, one, other, again } = await replacing([['Z-A-2', 'Z-A-3']]);
    assert.ok(await visitor(['Z-A-3']));
    await refused(again(), 'seats_taken', { seats: ['Z-A-3'] });
    const still = await read(parts, agreement, one);
    assert.deepEqual([still.state, still.lines], ['held', first.lines]);
    assert.deepEqual(await taken(), ['Z-A-1 held', 'Z-A-2 held', 'Z-A-3 held']);
    await refused(read(parts, agreement, other), 'not_found');
  });

  it('gives what stays another price type when that is asked', async () => {
    const { parts, agree, taken } = world();
    const agreement = await agree();
    const [one, other] = [randomUUID(), randomUUID()];
    const standing = (adults: number, young: number, replaces?: string) => ({
      ...wanting([], {
        areas: [
          { area: 'STAAN', quantity: adults, priceType: 'adult' },
          { area: 'STAAN', quantity: young, priceType: 'under-26' },
        ],
      }),
      ...(replaces && { replaces }),
    });
    const { reservation: first } = await reserve(parts, agreement, one, standing(2, 1));
    const { reservation } = await reserve(parts, agreement, other, standing(1, 3, one));
    assert.deepEqual(await taken(), ['STAAN#1 held', 'STAAN#2 held', 'STAAN#3 held', 'STAAN#4 held']);
    const kept = reservation.lines.filter(({ id }) => first.lines.some((line) => line.id === id));
    assert.deepEqual([kept.length, reservation.total.cents], [3, 1500 + 3 * 800]);
  });

  it('ends when the first would have ended', async () => {
    const { parts, pass } = world();
    const { agreement, other, again } = await replacing([['Z-A-2', 'Z-A-3']]);
    await pass(6);
    const left = (await again()).reservation.secondsLeft ?? 0;
    assert.ok(Math.abs(left - 239) <= 1, `${left} seconds`);
    await pass(4);
    assert.equal((await read(parts, agreement, other)).state, 'expired');
  });

  it('holds everything anew when the first had expired', async () => {
    const { pass, taken } = world();
    const { again } = await replacing([['Z-A-2', 'Z-A-3']]);
    await pass(11);
    const { reservation } = await again();
    assert.ok((reservation.secondsLeft ?? 0) > 590);
    assert.deepEqual(await taken(), ['Z-A-2 held', 'Z-A-3 held']);
  });

  it('counts what stays once for the cap and the quota', async () => {
    const { taken } = world();
    const { again } = await replacing([['Z-A-2', 'Z-A-3', 'Z-A-4']], {
      caps: { heldPlaces: 3 },
      stock: { kind: 'quota', places: 3 },
    });
    await again();
    assert.deepEqual(await taken(), ['Z-A-2 held', 'Z-A-3 held', 'Z-A-4 held']);
  });

  it('replaces nothing that is replaced or given up already', async () => {
    const { parts } = world();
    const { agreement, one, other, again } = await replacing([['Z-A-2']]);
    const { reservation } = await again();
    assert.deepEqual((await again()).reservation.lines, reservation.lines, 'the same again is no other');
    const field = 'replaces';
    const third = (replaces: string) => reserve(parts, agreement, randomUUID(), wanting(['Z-A-5'], { replaces }));
    await refused(third(one), 'reservation_replaced', { field });
    await cancel(parts, agreement, other, { reason: 'released' });
    await refused(third(other), 'reservation_closed', { field });
    await refused(third(randomUUID()), 'not_found', { field });
    const itself = randomUUID();
    await refused(reserve(parts, agreement, itself, wanting(['Z-A-5'], { replaces: itself })), 'invalid_request', {
      field,
    });
  });
});
