import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CHOOSABLE_PITCH, detailFor, visibleRows } from '../../../../sdk/model/scene/detail.ts';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { anyHall, smallHall } from './any-hall.ts';

describe('how much is drawn', () => {
  it('grows with the size of a seat', () => {
    assert.deepEqual([0.5, 2, 5, 12].map(detailFor), ['sections', 'dots', 'glyphs', 'numbers']);
  });

  it('shows what a seat is before it can be chosen', () => {
    const { pitch, radius } = createScene(smallHall());
    assert.equal(detailFor((radius / pitch) * CHOOSABLE_PITCH), 'numbers');
  });

  it('leaves out no row that has a seat in view', () => {
    const anyBox = fc.record({
      x: fc.integer({ min: -500, max: 2000 }),
      y: fc.integer({ min: -500, max: 3000 }),
      width: fc.integer({ min: 1, max: 2000 }),
      height: fc.integer({ min: 1, max: 2000 }),
    });
    fc.assert(
      fc.property(anyHall, anyBox, (plan, seen) => {
        const scene = createScene(plan);
        const rows = new Set(visibleRows(scene, seen, 0));
        for (let seat = 0; seat < scene.count; seat += 1) {
          const [x, y] = [scene.x[seat] ?? 0, scene.y[seat] ?? 0];
          const isIn = x >= seen.x && x <= seen.x + seen.width && y >= seen.y && y <= seen.y + seen.height;
          if (isIn) assert.ok(rows.has(scene.row[seat] ?? -1));
        }
      }),
    );
  });

  it('leaves out everything when one looks elsewhere', () => {
    assert.deepEqual(visibleRows(createScene(smallHall()), { x: 9000, y: 9000, width: 10, height: 10 }, 0), []);
  });
});
