import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { amongSeats } from '../../../../sdk/model/scene/among-seats.ts';
import { type Camera, toView } from '../../../../sdk/model/scene/camera.ts';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { anyHall } from './any-hall.ts';

const VIEW = { width: 360, height: 530 };
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  scale: fc.double({ min: 0.05, max: 2, noNaN: true }),
});

describe('coming nearer', () => {
  it('ends where a seat is near the middle, and moves no further than that takes', () => {
    fc.assert(
      fc.property(anyHall, anyCamera, (plan, from) => {
        const scene = createScene(plan);
        const nearest = (camera: Camera) =>
          Math.min(
            ...plan.seats.map((_, seat) => {
              const { x, y } = toView(camera, VIEW, { x: scene.x[seat] ?? 0, y: scene.y[seat] ?? 0 });
              return Math.hypot(x - VIEW.width / 2, y - VIEW.height / 2);
            }),
          );
        const to = amongSeats(from, VIEW, scene);
        assert.ok(nearest(to) <= VIEW.width / 8 + 0.01);
        assert.equal(to.scale, from.scale);
        const moved = Math.hypot(to.x - from.x, to.y - from.y) * from.scale;
        assert.ok(moved <= Math.max(0, nearest(from) - VIEW.width / 8) + 0.01);
      }),
    );
  });
});
