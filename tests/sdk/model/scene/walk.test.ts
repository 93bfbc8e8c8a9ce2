import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { firstSeat, nextOpen, type Step, walk } from '../../../../sdk/model/scene/walk.ts';
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

/** Three blocks beside each other with gangways, and one behind the middle one. */
function threeBlocks() {
  const section = (id: string, seats: number, at: [number, number]) => ({
    id,
    name: { nl: id },
    floor: 'v0',
    zone: 'rang-1',
    blocks: [{ rows: 'A..C', seats, at }],
  });
  const plan = layOutPlan({
    ...hallOf([{ rows: 1, seats: 1 }]),
    sections: [
      section('left', 4, [0, 0]),
      section('middle', 5, [500, 20]),
      section('right', 3, [950, 0]),
      section('rear', 5, [500, 500]),
    ],
  });
  const hall = createScene(plan);
  const seat = (id: string) => hall.indexOf.get(id) ?? -1;
  return { hall, seat, walked: (from: string, step: Step) => plan.seats[walk(hall, seat(from), step)]?.id };
}

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

  it('goes on to what lies beyond a section on the same floor, and back', () => {
    const { walked } = threeBlocks();
    assert.equal(walked('left-B-4', 'right'), 'middle-B-1');
    assert.equal(walked('middle-B-1', 'left'), 'left-B-4');
    assert.equal(walked('middle-B-5', 'right'), 'right-B-1');
    assert.equal(walked('right-B-3', 'right'), 'right-B-3');
    assert.equal(walked('middle-C-2', 'back'), 'rear-A-2');
    assert.equal(walked('rear-A-2', 'forward'), 'middle-C-2');
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

  describe('to free seats only', () => {
    const { hall, seat } = threeBlocks();
    const found = (from: string, by: 1 | -1, ...open: string[]) => {
      const free = new Set(open.map(seat));
      return hall.plan.seats[nextOpen(hall, seat(from), by, (each) => free.has(each)) ?? -1]?.id;
    };

    it('finds the next one in the row, in the next row, and in the next section', () => {
      assert.equal(found('left-A-1', 1, 'left-A-1', 'left-A-3', 'left-B-1'), 'left-A-3');
      assert.equal(found('left-A-3', 1, 'left-A-1', 'left-B-2'), 'left-B-2');
      assert.equal(found('left-C-4', 1, 'left-A-1', 'rear-B-2'), 'rear-B-2');
    });

    it('finds the one before, and none where there is none', () => {
      assert.equal(found('rear-B-2', -1, 'left-A-1', 'left-C-4', 'rear-B-3'), 'left-C-4');
      assert.equal(found('rear-B-2', 1, 'left-A-1'), undefined);
      assert.equal(found('left-A-1', -1, 'left-A-1'), undefined);
    });
  });
});
