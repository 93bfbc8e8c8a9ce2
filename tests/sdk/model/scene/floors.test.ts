import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrangeFloors, chooseColumns, union } from '../../../../sdk/model/scene/floors.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import type { Bounds } from '../../../../sdk/model/seating-plan/types.ts';
import { anyHall, hallOf } from './any-hall.ts';

const overlap = (a: Bounds, b: Bounds) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const anyAspect = fc.double({ min: 0.3, max: 4, noNaN: true });
const fourFloors = () => layOutPlan(hallOf([1, 2, 3, 4].map(() => ({ rows: 4, seats: 20 }))));

describe('the floors of a hall', () => {
  it('never lie on top of each other', () => {
    fc.assert(
      fc.property(anyHall, anyAspect, (plan, aspect) => {
        const { floors } = arrangeFloors(plan, chooseColumns(plan, aspect));
        floors.forEach((floor, index) => {
          for (const other of floors.slice(index + 1)) assert.equal(overlap(floor, other), false);
        });
      }),
    );
  });

  it('are all there, in order, in some column', () => {
    fc.assert(
      fc.property(anyHall, anyAspect, (plan, aspect) => {
        const columns = chooseColumns(plan, aspect);
        assert.equal(
          columns.reduce((sum, length) => sum + length, 0),
          plan.floors.length,
        );
        assert.ok(columns.every((length) => length > 0));
      }),
    );
  });

  it('stand behind each other on a phone and beside each other on a wide screen', () => {
    const plan = layOutPlan(hallOf([1, 2].map(() => ({ rows: 8, seats: 16 }))));
    assert.deepEqual(chooseColumns(plan, 0.4), [2]);
    assert.deepEqual(chooseColumns(plan, 2.5), [1, 1]);
  });

  it('are seen nearly as large as any arrangement allows', () => {
    const plan = fourFloors();
    for (const aspect of [0.4, 1, 2.2]) {
      const scaleOf = (columns: readonly number[]) => {
        const { bounds } = arrangeFloors(plan, columns);
        return Math.min(aspect / bounds.width, 1 / bounds.height);
      };
      const best = Math.max(...[[4], [1, 3], [2, 2], [3, 1], [1, 2, 1], [1, 1, 1, 1]].map(scaleOf));
      assert.ok(scaleOf(chooseColumns(plan, aspect)) >= best * 0.9);
    }
  });

  it('show of a deep stage only so much that people recognise it', () => {
    const plan = layOutPlan({
      ...hallOf([{ rows: 3, seats: 9 }]),
      decor: [{ kind: 'stage', box: [-300, -3000, 600, 2900] }],
    });
    assert.ok((plan.floors[0]?.bounds.height ?? 0) > 3000);
    const { bounds } = arrangeFloors(plan, [1]);
    assert.ok(bounds.height < 700);
  });

  it('leave nothing to arrange in a plan without floors', () => {
    const plan = { ...fourFloors(), floors: [], sections: [], rows: [], seats: [] };
    assert.deepEqual(arrangeFloors(plan, chooseColumns(plan, 1)).bounds, union([]));
  });
});
