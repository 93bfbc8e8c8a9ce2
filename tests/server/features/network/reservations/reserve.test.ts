import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { read } from '../../../../../server/features/network/reservations/read.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';
import { HALL_FOR_ALL } from '../../../../harness/small-hall.ts';

inBothStores('a partner reserves', (world) => {
  it('seats and places of an area together, priced by the owner, for ten minutes', async () => {
    const { parts, agree, taken } = world();
    const agreement = await agree();
    const areas = [
      { area: 'STAAN', quantity: 1, priceType: 'adult' },
      { area: 'STAAN', quantity: 2, priceType: 'under-26' },
    ];
    const { reservation, created } = await reserve(parts, agreement, randomUUID(), wanting(['Z-A-2'], { areas }));
    assert.equal(created, true);
    assert.deepEqual(
      reservation.lines.map(({ place, priceType, price }) => [place.id, priceType, price.cents]),
      [
        ['STAAN', 'adult', 1500],
        ['STAAN', 'under-26', 800],
        ['STAAN', 'under-26', 800],
        ['Z-A-2', 'adult', 2400],
      ],
    );
    assert.equal(reservation.total.cents, 5500);
    assert.equal(reservation.state, 'held');
    assert.ok(Math.abs((reservation.secondsLeft ?? 0) - 599) <= 1);
    assert.deepEqual(await taken(), ['STAAN#1 held', 'STAAN#2 held', 'STAAN#3 held', 'Z-A-2 held']);
  });

  it('for no longer than it asks', async () => {
    const { parts, agree, pass } = world();
    const agreement = await agree();
    const id = randomUUID();
    const { reservation } = await reserve(parts, agreement, id, wanting(['Z-A-2'], { seconds: 120 }));
    assert.ok(Math.abs((reservation.secondsLeft ?? 0) - 119) <= 1);
    await pass(2);
    assert.equal((await read(parts, agreement, id)).state, 'expired');
  });

  it('the same again with no effect, also in capitals', async () => {
    const { parts, agree, taken } = world();
    const agreement = await agree();
    const id = randomUUID();
    const first = await reserve(parts, agreement, id, wanting(['Z-A-2']));
    const again = await reserve(parts, agreement, id.toUpperCase(), wanting(['Z-A-2']));
    assert.deepEqual(
      [again.created, again.reservation.id, again.reservation.lines],
      [false, id, first.reservation.lines],
    );
    assert.deepEqual(await taken(), ['Z-A-2 held']);
    await refused(reserve(parts, agreement, id, wanting(['Z-A-3'])), 'reservation_differs');
    assert.deepEqual(await taken(), ['Z-A-2 held']);
  });

  it('several performances or nothing of any', async () => {
    const { parts, agree, taken, visitor } = world();
    const agreement = await agree();
    const id = randomUUID();
    const items = [
      { performance: 'het-gedacht', seats: [{ seat: 'Z-A-2' }] },
      { performance: 'de-zee', seats: [{ seat: 'Z-A-3' }] },
    ];
    assert.ok(await visitor(['Z-A-2']));
    const wish = { channel: 'web' as const, items };
    await refused(reserve(parts, agreement, id, wish), 'seats_taken', { seats: ['Z-A-2'] });
    assert.deepEqual([await taken('de-zee'), await taken()], [[], ['Z-A-2 held']]);
    await refused(read(parts, agreement, id), 'not_found');
  });

  it('nothing of another agreement, which it cannot tell from what does not exist', async () => {
    const { parts, agree } = world();
    const [mine, other] = [await agree(), await agree()];
    const id = randomUUID();
    await reserve(parts, mine, id, wanting(['Z-A-2']));
    await refused(read(parts, other, id), 'not_found');
    const replacing = wanting(['Z-A-3'], { replaces: id });
    await refused(reserve(parts, other, randomUUID(), replacing), 'not_found', { field: 'replaces' });
    assert.equal((await reserve(parts, other, id, wanting(['Z-A-4']))).created, true);
  });

  it('only what the agreement offers', async () => {
    const { parts, agree, taken, change } = world();
    const ask = async (terms: Parameters<typeof agree>[0], wish = wanting(['Z-A-2'])) =>
      reserve(parts, await agree(terms), randomUUID(), wish);
    const field = 'items.0.performance';
    await refused(ask({ performances: { ids: ['de-zee'] } }), 'performance_unknown', { field });
    await refused(ask({ channels: ['counter'] }), 'performance_unknown', { field });
    await refused(ask({ sale: { startsAfterHours: 24 } }), 'not_on_sale', { field });
    await refused(ask({ sale: { endsBeforeHours: 24 * 7 } }), 'not_on_sale', { field });
    await refused(ask({}, wanting(['Z-A-2'], { performance: 'niets' })), 'performance_unknown', { field });
    const adult = {
      ...wanting([]),
      items: [{ performance: 'het-gedacht', seats: [{ seat: 'Z-A-2', priceType: 'adult' }] }],
    };
    const priceType = 'items.0.seats.0.priceType';
    await refused(ask({ priceTypes: ['under-26'] }, adult), 'price_type_unknown', { field: priceType });
    await change('het-gedacht', { cancelled: true });
    await refused(ask({}), 'not_on_sale', { field });
    assert.deepEqual(await taken(), []);
  });

  it('at the first price that the agreement allows when it names none', async () => {
    const { parts, agree } = world();
    const agreement = await agree({ priceTypes: ['under-26'] });
    const { reservation } = await reserve(parts, agreement, randomUUID(), wanting(['Z-A-2']));
    assert.equal(reservation.lines[0]?.priceType, 'under-26');
  });

  it('no places that do not exist, are the house’s own or are named twice', async () => {
    const { parts, agree } = world();
    const agreement = await agree();
    const ask = (wish: ReturnType<typeof wanting>) => reserve(parts, agreement, randomUUID(), wish);
    const area = (name: string) =>
      wanting(['Z-A-1'], {
        areas: [
          { area: 'STAAN', quantity: 1 },
          { area: name, quantity: 1 },
        ],
      });
    await refused(ask(wanting(['Z-A-1', 'Z-Q-1'])), 'seat_unknown', { field: 'items.0.seats.1.seat' });
    await refused(ask(area('DAK')), 'area_unknown', { field: 'items.0.areas.1.area' });
    await refused(ask(wanting(['Z-F-9'])), 'seats_taken', { seats: ['Z-F-9'] });
    await refused(ask(wanting(['Z-A-1', 'Z-A-1'])), 'duplicate_seat', { field: 'items.0.seats.1.seat' });
  });

  it('no more than the owner sells in one cart', async () => {
    const { parts, agree, change, taken } = world();
    await change('het-gedacht', { max_places_per_cart: 3 });
    const areas = [{ area: 'STAAN', quantity: 2 }];
    await refused(
      reserve(parts, await agree(), randomUUID(), wanting(['Z-A-1', 'Z-A-2'], { areas })),
      'too_many_places',
    );
    assert.deepEqual(await taken(), []);
  });

  it('no more at a time than the agreement lets it hold', async () => {
    const { parts, agree, taken } = world();
    const agreement = await agree({ caps: { heldPlaces: 3 } });
    await reserve(parts, agreement, randomUUID(), wanting(['Z-A-1', 'Z-A-2']));
    await refused(reserve(parts, agreement, randomUUID(), wanting(['Z-B-1', 'Z-B-2'])), 'partner_cap_reached');
    await reserve(parts, await agree({ caps: { heldPlaces: 3 } }), randomUUID(), wanting(['Z-B-1', 'Z-B-2']));
    assert.equal((await taken()).length, 4);
  });

  it('nothing new after the agreement ended', async () => {
    const { parts, agree } = world();
    const agreement = { ...(await agree()), state: 'ended' as const };
    await refused(reserve(parts, agreement, randomUUID(), wanting(['Z-A-1'])), 'agreement_not_active');
  });
});

inBothStores(
  'a partner reserves for somebody in a wheelchair',
  (world) => {
    const wheelchair = (wheelchairUser: boolean) => ({
      ...wanting([]),
      items: [{ performance: 'het-gedacht', seats: [{ seat: 'Z-F-1', wheelchairUser }, { seat: 'Z-F-2' }] }],
    });

    it('a protected place and the companion’s seat, when it says so', async () => {
      const { parts, agree, reservation, taken } = world();
      const agreement = await agree();
      const [one, other] = [randomUUID(), randomUUID()];
      await refused(reserve(parts, agreement, one, wheelchair(false)), 'wheelchair_place_protected', {
        field: 'items.0.seats.0.wheelchairUser',
      });
      await reserve(parts, agreement, one, wheelchair(true));
      assert.deepEqual(await taken(), ['Z-F-1 held', 'Z-F-2 held']);
      await reserve(parts, agreement, one, wheelchair(false));
      const more = wanting(['Z-F-1', 'Z-F-2', 'Z-F-3'], { replaces: one });
      assert.equal((await reserve(parts, agreement, other, more)).reservation.lines.length, 3, 'said once, kept');
      const kept = JSON.stringify([await reservation(agreement, one), await reservation(agreement, other)]);
      assert.doesNotMatch(kept, /wheelchairUser/);
    });

    it('never the companion’s seat alone, not even when it had both', async () => {
      const { parts, agree, taken } = world();
      const agreement = await agree();
      const one = randomUUID();
      await refused(reserve(parts, agreement, one, wanting(['Z-F-2'])), 'companion_alone', { seats: ['Z-F-2'] });
      await reserve(parts, agreement, one, wheelchair(true));
      const alone = wanting(['Z-F-2'], { replaces: one });
      await refused(reserve(parts, agreement, randomUUID(), alone), 'companion_alone', { seats: ['Z-F-2'] });
      assert.deepEqual(await taken(), ['Z-F-1 held', 'Z-F-2 held']);
    });
  },
  { hall: HALL_FOR_ALL },
);
