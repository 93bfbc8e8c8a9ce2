import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createScene, type Scene } from '../../../../sdk/model/scene/scene.ts';
import { createSeatIndex } from '../../../../sdk/model/scene/seat-index.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { anyHall, hallOf } from './any-hall.ts';

function distance({ x, y }: Scene, seat: number, at: { readonly x: number; readonly y: number }): number {
  return Math.hypot((x[seat] ?? 0) - at.x, (y[seat] ?? 0) - at.y);
}

/** Looks at every seat: slow and certainly right. */
function nearestBySearch(scene: Scene, at: { readonly x: number; readonly y: number }, reach: number): number {
  let best = Infinity;
  for (let seat = 0; seat < scene.count; seat += 1) best = Math.min(best, distance(scene, seat, at));
  return best <= reach ? best : Infinity;
}

const anyPoint = fc.record({ x: fc.integer({ min: -500, max: 4000 }), y: fc.integer({ min: -500, max: 6000 }) });

describe('the index of seats', () => {
  it('finds the same seat as looking at every one of them', () => {
    fc.assert(
      fc.property(anyHall, anyPoint, fc.integer({ min: 1, max: 900 }), (plan, at, reach) => {
        const scene = createScene(plan);
        const found = createSeatIndex(scene).nearest(at.x, at.y, reach);
        const expected = nearestBySearch(scene, at, reach);
        if (found < 0) assert.ok(expected === Infinity);
        else assert.ok(Math.abs(distance(scene, found, at) - expected) < 1e-3);
      }),
    );
  });

  it('finds every seat at its own place', () => {
    fc.assert(
      fc.property(anyHall, (plan) => {
        const scene = createScene(plan);
        const index = createSeatIndex(scene);
        for (let seat = 0; seat < scene.count; seat += 1) {
          assert.equal(index.nearest(scene.x[seat] ?? 0, scene.y[seat] ?? 0, 1), seat);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('finds nothing out of reach', () => {
    const scene = createScene(layOutPlan(hallOf([{ rows: 1, seats: 1 }])));
    const index = createSeatIndex(scene);
    assert.equal(index.nearest((scene.x[0] ?? 0) + 30, scene.y[0] ?? 0, 29), -1);
    assert.equal(index.nearest((scene.x[0] ?? 0) + 30, scene.y[0] ?? 0, 31), 0);
  });

  it('bears a plan with all seats at one point and one with none', () => {
    const plan = layOutPlan(hallOf([{ rows: 2, seats: 3 }]));
    const pile = createScene({ ...plan, seats: plan.seats.map((seat) => ({ ...seat, x: 7, y: 7 })) });
    assert.notEqual(createSeatIndex(pile).nearest(pile.x[0] ?? 0, pile.y[0] ?? 0, 1), -1);
    const empty = createScene({ ...plan, seats: [], rows: [], sections: [] });
    assert.equal(createSeatIndex(empty).nearest(0, 0, 1e6), -1);
  });
});
