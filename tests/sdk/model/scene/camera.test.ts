import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  between,
  type Camera,
  type CameraLimits,
  cameraFor,
  panBy,
  restrain,
  reveal,
  toPlan,
  toView,
  zoomAt,
} from '../../../../sdk/model/scene/camera.ts';

const VIEW = { width: 800, height: 600 };
const BOUNDS = { x: -1000, y: 0, width: 2000, height: 3000 };
const LIMITS: CameraLimits = { bounds: BOUNDS, minScale: 0.1, maxScale: 2 };

const anyPoint = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  scale: fc.double({ min: 0.1, max: 2, noNaN: true }),
});
const near = (a: number, b: number, within = 1e-6) => Math.abs(a - b) <= within;

describe('the camera', () => {
  it('shows the whole drawing when asked to fit it', () => {
    const camera = cameraFor(BOUNDS, VIEW, 20);
    const [topLeft, bottomRight] = [
      toView(camera, VIEW, { x: -1000, y: 0 }),
      toView(camera, VIEW, { x: 1000, y: 3000 }),
    ];
    assert.ok(topLeft.x >= 20 && topLeft.y >= 19.99 && bottomRight.x <= 780 && bottomRight.y <= 580.01);
    assert.ok(near(bottomRight.y - topLeft.y, 560), 'and as large as it can');
  });

  it('finds back the point in the plan that a point in the view shows', () => {
    fc.assert(
      fc.property(anyCamera, anyPoint, (camera, point) => {
        const there = toView(camera, VIEW, toPlan(camera, VIEW, point));
        assert.ok(near(there.x, point.x, 1e-4) && near(there.y, point.y, 1e-4));
      }),
    );
  });

  it('keeps what lies under the pointer there while it zooms', () => {
    fc.assert(
      fc.property(anyCamera, anyPoint, fc.double({ min: 0.2, max: 5, noNaN: true }), (camera, point, factor) => {
        const before = toPlan(camera, VIEW, point);
        const after = toPlan(zoomAt(camera, VIEW, point, factor, LIMITS), VIEW, point);
        assert.ok(near(before.x, after.x, 1e-3) && near(before.y, after.y, 1e-3));
      }),
    );
  });

  it('zooms no further than the limits', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    assert.equal(zoomAt(camera, VIEW, { x: 0, y: 0 }, 100, LIMITS).scale, 2);
    assert.equal(zoomAt(camera, VIEW, { x: 0, y: 0 }, 0.0001, LIMITS).scale, 0.1);
  });

  it('moves the drawing as far as the finger moved', () => {
    const moved = toView(panBy({ x: 0, y: 0, scale: 0.5 }, 30, -10), VIEW, { x: 0, y: 0 });
    assert.deepEqual(moved, { x: 430, y: 290 });
  });

  it('never loses the drawing, wherever it is dragged', () => {
    fc.assert(
      fc.property(anyCamera, (camera) => {
        const kept = restrain(camera, VIEW, LIMITS);
        const left = toView(kept, VIEW, { x: -1000, y: 0 });
        const right = toView(kept, VIEW, { x: 1000, y: 3000 });
        const [wide, high] = [2000 * kept.scale >= 800, 3000 * kept.scale >= 600];
        assert.ok(wide ? left.x <= 0.01 && right.x >= 799.99 : near(left.x + right.x, 800, 0.01));
        assert.ok(high ? left.y <= 0.01 && right.y >= 599.99 : near(left.y + right.y, 600, 0.01));
      }),
    );
  });

  it('stays where it is when a point can be seen, and brings it just into view when it cannot', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    assert.equal(reveal(camera, VIEW, { x: 100, y: 100 }, 50), camera);
    const seen = toView(reveal(camera, VIEW, { x: 900, y: -800 }, 50), VIEW, { x: 900, y: -800 });
    assert.deepEqual(seen, { x: 750, y: 50 });
  });

  it('flies from one place to another, without overshooting the scale', () => {
    fc.assert(
      fc.property(anyCamera, anyCamera, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, progress) => {
        const { scale } = between(from, to, progress);
        assert.ok(scale >= Math.min(from.scale, to.scale) - 1e-9 && scale <= Math.max(from.scale, to.scale) + 1e-9);
        assert.deepEqual(between(from, to, 1), to);
        const start = between(from, to, 0);
        assert.ok(near(start.x, from.x, 1e-6) && near(start.y, from.y, 1e-6));
      }),
    );
  });
});
