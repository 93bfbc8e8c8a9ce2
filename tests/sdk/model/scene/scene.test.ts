import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createScene, KINDS } from '../../../../sdk/model/scene/scene.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { anyHall, hallOf, smallHall } from './any-hall.ts';

describe('a scene', () => {
  it('knows every seat by its id, its place in its row and its zone', () => {
    fc.assert(
      fc.property(anyHall, (plan) => {
        const scene = createScene(plan);
        assert.equal(scene.count, plan.seats.length);
        plan.seats.forEach((seat, index) => {
          assert.equal(scene.indexOf.get(seat.id), index);
          assert.equal(plan.rows[scene.row[index] ?? -1]?.seats[scene.place[index] ?? -1], index);
          assert.equal(plan.zones[scene.zone[index] ?? -1]?.id, seat.zone);
          assert.equal(KINDS[scene.kind[index] ?? -1], seat.kind);
        });
      }),
    );
  });

  it('keeps every seat inside the floor it is on, and the distances within a floor', () => {
    fc.assert(
      fc.property(anyHall, (plan) => {
        const scene = createScene(plan);
        plan.seats.forEach((seat, index) => {
          const floor = plan.sections[plan.rows[seat.row]?.section ?? -1]?.floor ?? -1;
          const box = scene.floors[floor] ?? { x: 0, y: 0, width: 0, height: 0 };
          const [x, y] = [scene.x[index] ?? 0, scene.y[index] ?? 0];
          assert.ok(x >= box.x - 0.1 && x <= box.x + box.width + 0.1);
          assert.ok(y >= box.y - 0.1 && y <= box.y + box.height + 0.1);
          assert.ok(Math.abs(x - seat.x - (scene.shifts[floor]?.x ?? 0)) < 0.01);
        });
      }),
    );
  });

  it('boxes every row around its seats', () => {
    fc.assert(
      fc.property(anyHall, (plan) => {
        const { rowBoxes, x, y } = createScene(plan);
        plan.rows.forEach((row, index) => {
          const [left = 0, top = 0, right = 0, bottom = 0] = rowBoxes.subarray(index * 4, index * 4 + 4);
          for (const seat of row.seats) {
            assert.ok((x[seat] ?? 0) >= left && (x[seat] ?? 0) <= right);
            assert.ok((y[seat] ?? 0) >= top && (y[seat] ?? 0) <= bottom);
          }
        });
      }),
    );
  });

  it('draws seats so that neighbours do not touch, whatever their distance', () => {
    const { pitch, radius } = createScene(smallHall());
    assert.equal(pitch, 52);
    assert.ok(radius * 2 < pitch);
  });

  it('sizes seats by the usual distance, not by a gangway', () => {
    const plan = layOutPlan(hallOf([{ rows: 1, seats: 9 }]));
    const moved = plan.seats.map((seat, index) => (index === 8 ? { ...seat, x: seat.x + 1000 } : seat));
    assert.equal(createScene({ ...plan, seats: moved }).pitch, 52);
  });

  it('has a size even where seats lie on top of each other, or where there is only one', () => {
    const plan = smallHall();
    assert.ok(createScene({ ...plan, seats: plan.seats.map((seat) => ({ ...seat, x: 0, y: 0 })) }).pitch > 0);
    assert.ok(createScene(layOutPlan(hallOf([{ rows: 1, seats: 1 }]))).pitch > 0);
  });

  it('writes the name of a part in the middle before its front seats', () => {
    const scene = createScene(smallHall());
    const front = scene.sectionFronts[0] ?? { x: NaN, y: NaN };
    assert.equal(front.x, scene.x[2]);
    assert.ok(front.y < (scene.y[2] ?? 0));
  });
});
