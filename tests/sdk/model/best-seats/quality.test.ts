import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { qualities } from '../../../../sdk/model/best-seats/quality.ts';
import { createScene } from '../../../../sdk/model/scene/index.ts';
import type { Decor } from '../../../../sdk/model/seating-plan/index.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf, seatAt } from '../seat-choice/drawn-hall.ts';

function bestOf(drawing: string, stage?: { readonly x: number; readonly y: number }): string | undefined {
  const hall = drawnHall(drawing);
  const around = stage && [-10, 10].map((away) => ({ x: stage.x + away, y: stage.y }));
  const decor: Decor[] = around ? [{ kind: 'stage', floor: 0, outline: around }] : [];
  const scene = createScene({ ...hall.scene.plan, decor });
  const quality = qualities(scene);
  return idsOf(hall, [quality.indexOf(Math.max(...quality))])[0];
}

const SEVEN_ROWS = Array(7).fill('.........').join('\n');

describe('how good a seat is', () => {
  it('is best in the middle, a third of the way back', () => {
    assert.equal(bestOf(SEVEN_ROWS), 'A-3-5');
  });

  it('goes by the stage where that is not in the middle', () => {
    assert.equal(bestOf(SEVEN_ROWS, { x: 100, y: 0 }), 'A-3-3');
  });

  it('is best nearest to a stage that stands in the midst of the seats', () => {
    assert.equal(bestOf(SEVEN_ROWS, { x: 200, y: 450 }), 'A-5-5');
  });

  it('follows the order of the zones, and is less where one does not see everything', () => {
    const hall = drawnHall('.r.\n\n...');
    const quality = qualities(hall.scene);
    const of = (id: string) => quality[seatAt(hall, id)] ?? 0;
    assert.ok(of('A-1-1') > of('B-1-2'));
    assert.ok(of('A-1-2') < of('A-1-1') && of('A-1-2') < of('B-1-1'));
  });

  it('lies between 0 and 1, the best seat of the hall being 1', () => {
    fc.assert(
      fc.property(anyHallNow({ kinds: ['wheelchair', 'restricted-view'] }), ({ scene }) => {
        const quality = qualities(scene);
        assert.ok(quality.every((one) => one >= 0 && one <= 1));
        assert.equal(Math.max(...quality), 1);
      }),
    );
  });
});
