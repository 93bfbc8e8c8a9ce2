import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SeatChange, SeatStatus } from '../../../../../sdk/contract/index.ts';
import { writeSeats } from '../../../../../sdk/model/seat-status/index.ts';
import { createHallNow } from '../../../../../server/features/network/partner-programme/hall-now.ts';

const plan = { id: 'zaal', version: 3 };
const status: SeatStatus = { cursor: '1.0', plan, seats: { held: 'a2', sold: 'c' }, areas: { STAAN: { free: 20 } } };
const change = (given: Partial<SeatChange>): SeatChange => ({ cursor: '2.0', plan, seats: {}, areas: {}, ...given });

describe('what is taken in a partner’s hall', () => {
  it('is what was told last of every seat and area', () => {
    const hall = createHallNow(status);
    assert.deepEqual(hall?.status(), status);
    assert.equal(hall?.apply(change({ seats: { free: 'a', sold: 'b' }, areas: { ZIT: { free: 1 } } })), true);
    assert.deepEqual(hall?.status(), {
      ...{ cursor: '2.0', plan },
      seats: { sold: 'b2' },
      areas: { STAAN: { free: 20 }, ZIT: { free: 1 } },
    });
  });

  it('is the same whether it was followed or asked for', () => {
    const states = fc.constantFrom('free' as const, 'held' as const, 'sold' as const, 'blocked' as const);
    const changes = fc.array(fc.dictionary(fc.nat({ max: 300 }).map(String), states), { maxLength: 8 });
    fc.assert(
      fc.property(changes, (many) => {
        const hall = createHallNow({ ...status, seats: {} });
        const seats = new Map<number, 'held' | 'sold' | 'blocked'>();
        for (const one of many) {
          const told = Object.entries(one).map(([seat, state]) => [Number(seat), state] as const);
          assert.equal(hall?.apply(change({ seats: writeSeats(told) })), true);
          for (const [seat, state] of told) state === 'free' ? seats.delete(seat) : seats.set(seat, state);
        }
        assert.deepEqual(hall?.status().seats, writeSeats(seats));
      }),
    );
  });

  it('is not believed any more after something that cannot be', () => {
    const cases: readonly Partial<SeatChange>[] = [
      { plan: { id: 'zaal', version: 4 } },
      { plan: { id: 'andere', version: 3 } },
      { seats: { held: '?' } },
      { seats: { held: 'a9999999' } },
    ];
    for (const wrong of cases) assert.equal(createHallNow(status)?.apply(change(wrong)), false, JSON.stringify(wrong));
    assert.equal(createHallNow({ ...status, seats: { sold: '-0a' } }), undefined);
  });
});
