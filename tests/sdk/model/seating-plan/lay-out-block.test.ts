import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupsOf, layOutBlock, seatNumber } from '../../../../sdk/model/seating-plan/lay-out-block.ts';
import type { BlockSource, Numbering, PointSource } from '../../../../sdk/model/seating-plan/source.ts';
import { smallSection } from './plans.ts';

const seatsOf = (block: BlockSource, origin: PointSource = [0, 0]) =>
  layOutBlock(block, smallSection(), origin).flatMap(({ label, seats }) => seats.map((seat) => ({ ...seat, label })));
const lay = (block: Partial<BlockSource>) => seatsOf({ rows: 'A', seats: 4, ...block });
const at = ({ x, y }: { readonly x: number; readonly y: number }) => [x + 0, y + 0]; // no minus zero

describe('numbers along a row', () => {
  const rules: readonly (readonly [rule: Numbering, count: number, start: number, step: number, numbers: string])[] = [
    ['left', 5, 1, 1, '1 2 3 4 5'],
    ['left', 3, 101, 1, '101 102 103'],
    ['left', 4, 2, 2, '2 4 6 8'],
    ['right', 5, 1, 1, '5 4 3 2 1'],
    ['right', 3, 1, 2, '5 3 1'],
    ['odd-left', 6, 1, 1, '5 3 1 2 4 6'],
    ['odd-left', 5, 1, 1, '5 3 1 2 4'],
    ['odd-left', 4, 101, 1, '103 101 102 104'],
    ['odd-right', 6, 1, 1, '6 4 2 1 3 5'],
    ['odd-right', 5, 1, 1, '4 2 1 3 5'],
    ['middle', 5, 1, 1, 'L3 L2 L1 R1 R2'],
    ['odd-left', 1, 1, 1, '1'],
  ];
  for (const [rule, count, start, step, numbers] of rules) {
    it(`${rule}, ${count} seats from ${start} by ${step}: ${numbers}`, () => {
      const found = Array.from({ length: count }, (_, index) => seatNumber(rule, index, count, start, step));
      assert.equal(found.join(' '), numbers);
    });
  }
});

describe('sizes of rows', () => {
  it('are the same for every row, or one a row', () => {
    assert.deepEqual(
      [0, 1].map((row) => groupsOf('6+12+6', row, 2)),
      [
        [6, 12, 6],
        [6, 12, 6],
      ],
    );
    assert.deepEqual(
      [0, 1].map((row) => groupsOf([4, '2+2'], row, 2)),
      [[4], [2, 2]],
    );
  });

  it('grow from the front row to the last', () => {
    const growth = { from: '5+10+5', to: '7+14+7' };
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((row) => groupsOf(growth, row, 5)[1]),
      [10, 11, 12, 13, 14],
    );
    assert.deepEqual(groupsOf(growth, 4, 5), [7, 14, 7]);
    assert.deepEqual(groupsOf(growth, 0, 1), [5, 10, 5]);
  });
});

describe('a block of rows', () => {
  it('stands with the middle of its front row where it is put, the next row behind it', () => {
    const seats = lay({ rows: 'A..B', seats: 3, at: [500, 200], pitch: 50, depth: 90 });
    assert.deepEqual(seats.map(at), [
      [450, 200],
      [500, 200],
      [550, 200],
      [450, 290],
      [500, 290],
      [550, 290],
    ]);
  });

  it('leaves an aisle between groups', () => {
    const seats = lay({ seats: '2+2', pitch: 50, aisle: 100 });
    assert.deepEqual(
      seats.map(({ x }) => x),
      [-125, -75, 75, 125],
    );
  });

  it('bends around a point before the stage, all seats of a row equally far from it', () => {
    const seats = lay({ rows: 'A..B', seats: 9, radius: 800, depth: 100 });
    for (const { label, x, y } of seats) {
      assert.ok(Math.abs(Math.hypot(x, y + 800) - (label === 'A' ? 800 : 900)) < 0.2);
    }
    assert.ok(seats[0]!.y < seats[4]!.y, 'the ends are nearer to the stage');
  });

  it('turns clockwise: the left wall’s seats look to the right, counted from the stage', () => {
    const seats = lay({ rows: 'A..B', seats: 3, turn: 90, pitch: 50, depth: 90 });
    assert.deepEqual(seats.map(at), [
      [0, -50],
      [0, 0],
      [0, 50],
      [-90, -50],
      [-90, 0],
      [-90, 50],
    ]);
  });

  it('leaves missing seats out and does not use their numbers', () => {
    const seats = lay({ seats: 5, except: [{ seats: 'A-2..3', missing: true }] });
    assert.deepEqual(
      seats.map(({ id }) => id),
      ['P-A-1', 'P-A-4', 'P-A-5'],
    );
  });

  it('gives single seats a kind, a zone, a nudge, a number and an id of their own, and the last word wins', () => {
    const seats = lay({
      seats: 3,
      pitch: 50,
      kind: 'restricted-view',
      except: [
        { seats: 'A', zone: 'b' },
        { seats: 'A-2', kind: 'wheelchair', nudge: [5, -10], number: '2bis' },
        { seats: 'A-3', zone: 'c', id: 'LOGE.1' },
      ],
    });
    assert.deepEqual(
      seats.map(({ id, number, kind, zone }) => [id, number, kind, zone]),
      [
        ['P-A-1', '1', 'restricted-view', 'b'],
        ['P-A-2bis', '2bis', 'wheelchair', 'b'],
        ['LOGE.1', '3', 'restricted-view', 'c'],
      ],
    );
    assert.deepEqual(at(seats[1]!), [5, -10]);
  });

  it('can be written seat by seat', () => {
    const block: BlockSource = {
      rows: ['Loge 3'],
      at: [100, 0],
      places: [
        [0, 0],
        [60, 5, 'B'],
        [120, 0, 'C', 'OUD-17'],
      ],
    };
    const seats = seatsOf(block, [0, 50]);
    assert.deepEqual(
      seats.map(({ id, number, label, x, y }) => [id, number, label, x, y]),
      [
        ['P-Loge 3-1', '1', 'Loge 3', 100, 50],
        ['P-Loge 3-B', 'B', 'Loge 3', 160, 55],
        ['OUD-17', 'C', 'Loge 3', 220, 50],
      ],
    );
  });
});
