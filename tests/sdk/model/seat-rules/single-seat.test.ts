import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strandedBy } from '../../../../sdk/model/seat-rules/single-seat.ts';
import { drawnHall, idsOf } from '../seat-choice/drawn-hall.ts';

/** Free seats in another row, so that something else is possible. */
const ELSEWHERE = '\n ..........';

function leftAlone(row: string, singleSeat: 'strict' | 'lenient' | 'off'): string[] {
  const hall = drawnHall(row + ELSEWHERE, { singleSeat });
  return idsOf(
    hall,
    strandedBy(hall).map(({ seat }) => seat),
  );
}

describe('a seat left alone', () => {
  const rows: [row: string, strict: string[], lenient: string[]][] = [
    ['mm.x', ['A-1-3'], ['A-1-3']],
    ['mm.', ['A-1-3'], []],
    ['mm.|..', ['A-1-3'], []],
    ['mm.-..', ['A-1-3'], []],
    ['mm..', [], []],
    ['mm', [], []],
    ['x.mx', ['A-1-2'], ['A-1-2']],
    ['x.m.x', ['A-1-2', 'A-1-4'], ['A-1-2', 'A-1-4']],
    ['m.m', ['A-1-2'], ['A-1-2']],
    ['m.h', ['A-1-2'], ['A-1-2']],
    ['m.b', ['A-1-2'], ['A-1-2']],
    ['m.H', ['A-1-2'], ['A-1-2']],
    ['m.w', ['A-1-2'], ['A-1-2']],
    ['m.c', ['A-1-2'], ['A-1-2']],
    ['m.r', [], []],
    ['mw', [], []],
    ['x.W', [], []],
    ['x.x|m', [], []],
    ['x.xm', [], []],
    ['.|m', [], []],
  ];
  for (const [row, strict, lenient] of rows) {
    it(`in ${row} is ${strict.join(', ') || 'none'} in strict mode, ${lenient.join(', ') || 'none'} in lenient mode`, () => {
      assert.deepEqual(leftAlone(row, 'strict'), strict);
      assert.deepEqual(leftAlone(row, 'lenient'), lenient);
      assert.deepEqual(leftAlone(row, 'off'), []);
    });
  }
});
