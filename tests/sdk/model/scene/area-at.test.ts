import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areaAt } from '../../../../sdk/model/scene/area-at.ts';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { hallOf } from './any-hall.ts';

const plan = layOutPlan({
  ...hallOf([
    { rows: 1, seats: 5 },
    { rows: 1, seats: 5 },
  ]),
  areas: [
    { id: 'VLOER', name: { nl: 'Vloer' }, kind: 'standing', capacity: 50, zone: 'rang-2', box: [-300, 200, 600, 200] },
    {
      id: 'BOVEN',
      name: { nl: 'Boven' },
      kind: 'standing',
      capacity: 9,
      zone: 'rang-2',
      floor: 'v1',
      outline: [
        [0, 200],
        [400, 200],
        [0, 600],
      ],
    },
  ],
});

describe('pointing at places without numbers', () => {
  const scene = createScene(plan, [1, 1]);
  const shifted = (floor: number, x: number, y: number) => ({
    x: x + (scene.shifts[floor]?.x ?? 0),
    y: y + (scene.shifts[floor]?.y ?? 0),
  });

  it('finds the area around the point, on the floor where it lies', () => {
    assert.equal(areaAt(scene, shifted(0, 0, 300)), 0);
    assert.equal(areaAt(scene, shifted(1, 50, 2000 + 300)), 1);
  });

  it('finds none beside it, not even within the box of a slanted one', () => {
    assert.equal(areaAt(scene, shifted(0, 0, 500)), -1);
    assert.equal(areaAt(scene, shifted(1, 390, 2000 + 590)), -1);
  });
});
