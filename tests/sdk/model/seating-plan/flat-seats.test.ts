import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { boxOfSeats, flatSeats, KINDS, within } from '../../../../sdk/model/seating-plan/flat-seats.ts';
import type { SeatingPlan } from '../../../../sdk/model/seating-plan/types.ts';
import { anyHall, smallHall } from '../scene/any-hall.ts';

/** The same plan with nothing but what one can read of it. */
const copied = (plan: SeatingPlan): SeatingPlan => JSON.parse(JSON.stringify(plan));

describe('seats in flat arrays', () => {
  it('say of every seat what the plan says', () => {
    fc.assert(
      fc.property(anyHall, (plan) => {
        const flat = flatSeats(plan);
        assert.equal(flat.count, plan.seats.length);
        plan.seats.forEach((seat, index) => {
          assert.deepEqual([flat.x[index], flat.y[index], flat.row[index]], [seat.x, seat.y, seat.row]);
          assert.equal(plan.zones[flat.zone[index] ?? -1]?.id, seat.zone);
          assert.equal(KINDS[flat.kind[index] ?? -1], seat.kind);
        });
      }),
    );
  });

  it('are the same for a plan that was laid out here and for its copy', () => {
    fc.assert(fc.property(anyHall, (plan) => assert.deepEqual(flatSeats(plan), flatSeats(copied(plan)))));
  });

  it('follow a plan that was made of another', () => {
    const plan = smallHall();
    const moved = { ...plan, seats: plan.seats.map((seat) => ({ ...seat, x: seat.x + 100 })) };
    assert.equal(flatSeats(moved).x[0], (flatSeats(plan).x[0] ?? 0) + 100);
  });

  it('take what a damaged plan has for the first zone and kind, and a seat without a row for none', () => {
    const plan = smallHall();
    const [seat] = plan.seats;
    assert.ok(seat);
    const odd = { ...seat, zone: 'none', kind: 'throne' as 'house', row: 99, x: Number.NaN, y: Infinity };
    const { zone, kind, row, x, y } = flatSeats({ ...plan, seats: [odd] });
    assert.deepEqual([zone[0], kind[0], x[0], y[0]], [0, 0, 0, 1e7]);
    assert.equal(plan.rows[row[0] ?? 0], undefined);
  });

  it('know the box around each row', () => {
    const { x, y, rowBoxes } = flatSeats(smallHall());
    const { seats = [] } = smallHall().rows[0] ?? {};
    assert.deepEqual([...rowBoxes.slice(0, 4)], boxOfSeats({ x, y }, seats[0] ?? 0, (seats.at(-1) ?? 0) + 1));
    assert.deepEqual(boxOfSeats({ x, y }, 3, 3), [Infinity, Infinity, -Infinity, -Infinity]);
  });
});

describe('a coordinate', () => {
  it('stays where numbers are exact', () => {
    assert.deepEqual([12.5, -3e9, Infinity, Number.NaN].map(within), [12.5, -1e7, 1e7, 0]);
  });
});
