import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { firstSeat, type Step, walk } from '../../../../sdk/model/scene/walk.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { anyHall, hallOf } from './any-hall.ts';

const scene = createScene(
  layOutPlan(
    hallOf([
      { rows: 3, seats: 5 },
      { rows: 2, seats: 4 },
    ]),
  ),
);
const after = (from: string, ...steps: Step[]) =>
  scene.plan.seats[steps.reduce((seat, step) => walk(scene, seat, step), scene.indexOf.get(from) ?? -1)]?.id;

describe('walking through the hall', () => {
  it('goes from neighbour to neighbour and stops at the end of the row', () => {
    assert.equal(after('S0-A-2', 'right'), 'S0-A-3');
    assert.equal(after('S0-A-2', 'left', 'left', 'left'), 'S0-A-1');
  });

  it('goes to the seat straight behind and straight ahead', () => {
    assert.equal(after('S0-A-4', 'back'), 'S0-B-4');
    assert.equal(after('S0-C-1', 'forward', 'forward', 'forward'), 'S0-A-1');
  });

  it('goes to both ends of a row and of a section', () => {
    assert.equal(after('S0-B-3', 'row-end'), 'S0-B-5');
    assert.equal(after('S0-B-3', 'row-start'), 'S0-B-1');
    assert.equal(after('S0-B-3', 'section-start'), 'S0-A-1');
    assert.equal(after('S0-B-3', 'section-end'), 'S0-C-5');
  });

  it('goes to the next part of the hall and back, and stays where there is none', () => {
    assert.equal(after('S0-B-3', 'next-section'), 'S1-A-1');
    assert.equal(after('S1-B-3', 'previous-section'), 'S0-A-1');
    assert.equal(after('S1-B-3', 'next-section'), 'S1-B-3');
  });

  it('follows the eye in a row that is numbered from the right', () => {
    const mirrored = createScene({
      ...scene.plan,
      seats: scene.plan.seats.map((seat) => ({ ...seat, x: -seat.x })),
    });
    const from = mirrored.indexOf.get('S0-A-2') ?? -1;
    assert.equal(mirrored.plan.seats[walk(mirrored, from, 'right')]?.id, 'S0-A-1');
  });

  it('reaches every seat of every hall', () => {
    fc.assert(
      fc.property(anyHall, (plan) => {
        const hall = createScene(plan);
        const reached = new Set<number>();
        const waiting = [firstSeat(hall, 0) ?? -1];
        for (let seat = waiting.pop(); seat !== undefined; seat = waiting.pop()) {
          if (reached.has(seat)) continue;
          reached.add(seat);
          for (const step of ['left', 'right', 'forward', 'back', 'next-section'] as const) {
            waiting.push(walk(hall, seat, step));
          }
        }
        assert.equal(reached.size, plan.seats.length);
      }),
      { numRuns: 30 },
    );
  });
});
