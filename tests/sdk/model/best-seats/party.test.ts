import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fitsParty, pickTogether } from '../../../../sdk/model/best-seats/party.ts';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf, seatAt } from '../seat-choice/drawn-hall.ts';
import { isForAll, plainBenches } from '../seat-choice/plain-rule.ts';
import { isAllowed } from './every-choice.ts';

const anyHall = anyHallNow({ mine: true, kinds: ['wheelchair', 'companion', 'restricted-view'] });
const anyParty = fc.integer({ min: 1, max: 6 });

function fitting(drawing: string, places: number): string[] {
  const hall = drawnHall(drawing);
  return idsOf(
    hall,
    [...fitsParty(hall, places).entries()].flatMap(([seat, fits]) => (fits ? seat : [])),
  );
}

function picked(drawing: string, id: string, places: number): string[] | null {
  const hall = drawnHall(drawing);
  const seats = pickTogether(hall, seatAt(hall, id), places);
  return seats && idsOf(hall, seats);
}

describe('a party that is chosen first', () => {
  it('sees where it fits', () => {
    assert.deepEqual(fitting('..|...x..', 3), ['A-1-3', 'A-1-4', 'A-1-5']);
    assert.deepEqual(fitting('..|...x..', 2), ['A-1-1', 'A-1-2', 'A-1-7', 'A-1-8'], 'of three, one would be alone');
    assert.deepEqual(fitting('x...x', 2), ['A-1-2', 'A-1-3', 'A-1-4'], 'when there is nothing else');
    assert.deepEqual(fitting('...', 4), []);
  });

  it('gets seats side by side around the one it points at', () => {
    assert.deepEqual(picked('.......', 'A-1-4', 3), ['A-1-3', 'A-1-4', 'A-1-5']);
    assert.deepEqual(picked('.......', 'A-1-1', 2), ['A-1-1', 'A-1-2']);
    assert.deepEqual(picked('.......', 'A-1-2', 2), ['A-1-1', 'A-1-2'], 'seat 1 would be alone otherwise');
    assert.equal(picked('...|....', 'A-1-3', 2), null, 'one of three would be alone, and there is room elsewhere');
    assert.equal(picked('.x.', 'A-1-1', 2), null);
    assert.equal(picked('.x.', 'A-1-2', 1), null);
  });

  it('gets free seats with the pointed one among them, and leaves nobody alone', () => {
    fc.assert(
      fc.property(anyHall, anyParty, fc.nat(), (hall, places, any) => {
        const seat = any % hall.scene.count;
        const seats = pickTogether(hall, seat, places);
        if (!seats) return;
        assert.ok(seats.includes(seat) && seats.length === places);
        assert.ok(seats.every((one) => hall.states[one] === SeatState.free && isForAll(hall, one)));
        assert.ok(plainBenches(hall).some((bench) => seats.every((one) => bench.includes(one))));
        assert.ok(isAllowed(hall, seats));
      }),
      { numRuns: 500 },
    );
  });

  it('gets seats wherever the map does not dim them, as long as it has none yet', () => {
    fc.assert(
      fc.property(anyHallNow({ kinds: ['wheelchair', 'companion'] }), anyParty, (hall, places) => {
        for (const [seat, fits] of fitsParty(hall, places).entries()) {
          if (fits) assert.ok(pickTogether(hall, seat, places), idsOf(hall, [seat])[0]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
