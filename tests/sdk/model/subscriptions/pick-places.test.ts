import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SeatStatus } from '../../../../sdk/contract/index.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { type PlacesWanted, pickPlaces } from '../../../../sdk/model/subscriptions/pick-places.ts';
import { createPerformance, SMALL_HALL } from '../../../../stories/fixtures/world.ts';

const plan = layOutPlan(SMALL_HALL);
const performance = createPerformance(SMALL_HALL, {
  id: 'avond',
  title: { nl: 'Avond' },
  startsAt: '2026-12-04T20:00:00+01:00',
});

/** The hall with these seats sold, and so many standing places free. */
function wanted(sold: readonly string[], more: Partial<PlacesWanted> = {}, standing = 20): PlacesWanted {
  const seats = Object.fromEntries(sold.map((id) => [id, 'sold' as const]));
  const areas: SeatStatus['areas'] = { STAAN: { free: standing } };
  return {
    ...{ performance, plan, status: { cursor: '', seats, areas, states: new Uint8Array() } },
    ...{ places: 2, priceType: undefined, prefer: 'best', mine: [], like: [], not: new Set() },
    ...more,
  };
}

const seatsOf = (places: ReturnType<typeof pickPlaces>) => places?.seats?.map(({ seat }) => seat) ?? [];
const ordinary = plan.seats.filter(({ kind }) => kind === 'standard').map(({ id }) => id);

describe('places for one evening of a subscription', () => {
  it('are the same as on another evening where they are free', () => {
    assert.deepEqual(seatsOf(pickPlaces(wanted([], { like: ['P-D-4', 'P-D-5'] }))), ['P-D-4', 'P-D-5']);
  });

  it('are near them where they are not, in the same zone', () => {
    const seats = seatsOf(pickPlaces(wanted(['P-D-4'], { like: ['P-D-4', 'P-D-5'] })));
    assert.equal(seats.length, 2);
    for (const seat of seats) assert.match(seat, /^P-[CDE]-/);
  });

  it('are beside who sits there already', () => {
    const seats = seatsOf(pickPlaces(wanted([], { places: 1, mine: ['P-B-4'], like: ['P-B-4'] })));
    assert.ok(seats[0] === 'P-B-3' || seats[0] === 'P-B-5', String(seats));
  });

  it('are unnumbered where no seats are left, and none where nothing is', () => {
    const all = plan.seats.map(({ id }) => id);
    assert.deepEqual(pickPlaces(wanted(all)), { areas: [{ area: 'STAAN', quantity: 2 }] });
    assert.equal(pickPlaces(wanted(all, {}, 1)), null);
  });

  it('are the cheapest where that is asked', () => {
    const seats = seatsOf(pickPlaces(wanted([], { prefer: 'cheapest' })));
    for (const seat of seats) assert.match(seat, /^B-/);
    const upstairs = plan.seats.filter(({ zone }) => zone === 'rang-2').map(({ id }) => id);
    assert.deepEqual(pickPlaces(wanted(upstairs, { prefer: 'cheapest' })), { areas: [{ area: 'STAAN', quantity: 2 }] });
    assert.match(seatsOf(pickPlaces(wanted(upstairs, { prefer: 'cheapest' }, 0)))[0] ?? '', /^P-/);
  });

  it('have the price type that the formula reduces', () => {
    const places = pickPlaces(wanted([], { priceType: 'onder-26' }));
    assert.deepEqual([...new Set(places?.seats?.map(({ priceType }) => priceType))], ['onder-26']);
  });

  it('are free, as many as asked, all different, not those just refused, and never protected ones', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ordinary)),
        fc.uniqueArray(fc.constantFrom(...ordinary), { maxLength: 5 }),
        fc.uniqueArray(fc.constantFrom(...ordinary), { maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('best' as const, 'cheapest' as const),
        (sold, not, like, places, prefer) => {
          const picked = pickPlaces(wanted(sold, { places, like, not: new Set(not), prefer }));
          assert.ok(picked, 'there are always standing places');
          const seats = seatsOf(picked);
          if (seats.length === 0) return assert.equal(picked.areas?.[0]?.quantity, places);
          assert.equal(new Set(seats).size, places);
          for (const seat of seats) {
            assert.ok(!sold.includes(seat) && !not.includes(seat), seat);
            const kind = plan.seats.find(({ id }) => id === seat)?.kind;
            assert.ok(kind === 'standard' || kind === 'restricted-view', `${seat} is ${kind}`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
