import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isWellWithin, nearby } from '../../../../sdk/model/scene/nearby.ts';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { type Step, walk } from '../../../../sdk/model/scene/walk.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { hallOf } from './any-hall.ts';

const STEPS: readonly Step[] = ['left', 'right', 'forward', 'back', 'row-end', 'section-end', 'next-section'];

describe('what is near a seat', () => {
  it('is all of a small section', () => {
    const scene = createScene(layOutPlan(hallOf([{ rows: 8, seats: 24 }])));
    const { rows } = nearby(scene, 0);
    assert.equal(rows.flatMap(({ seats }) => seats).length, 8 * 24);
  });

  it('is never more than a screen reader can bear, and always has the seat itself', () => {
    const sizes = fc.record({ rows: fc.integer({ min: 1, max: 26 }), seats: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(sizes, fc.nat(), (size, dice) => {
        const scene = createScene(layOutPlan(hallOf([size])));
        const seat = dice % scene.count;
        const near = nearby(scene, seat);
        const seats = near.rows.flatMap((row) => row.seats);
        assert.ok(seats.includes(seat));
        assert.ok(seats.length <= 400, `${seats.length} seats`);
        assert.ok(isWellWithin(scene, near, seat));
        for (const row of near.rows) assert.equal(scene.plan.rows[row.row]?.seats[row.from], row.seats[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('has room for one step in every direction within the section', () => {
    const large = fc.array(
      fc.record({ rows: fc.integer({ min: 1, max: 26 }), seats: fc.integer({ min: 1, max: 90 }) }),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(large, fc.array(fc.constantFrom(...STEPS), { maxLength: 60 }), (blocks, steps) => {
        const scene = createScene(layOutPlan(hallOf(blocks)));
        let seat = 0;
        let near = nearby(scene, seat);
        for (const step of steps) {
          seat = walk(scene, seat, step);
          if (!isWellWithin(scene, near, seat)) near = nearby(scene, seat);
          const there = new Set(near.rows.flatMap(({ seats }) => seats));
          const own = scene.plan.rows[scene.row[seat] ?? 0]?.section;
          for (const next of ['left', 'right', 'forward', 'back'] as const) {
            const to = walk(scene, seat, next);
            if (scene.plan.rows[scene.row[to] ?? 0]?.section === own) assert.ok(there.has(to));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
