import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { seatRunsSchema } from '../../../../sdk/contract/seat-status.ts';
import { readRuns, writeRuns, writeSeats } from '../../../../sdk/model/seat-status/index.ts';

/** Seats that a text names; null when it is none. */
function seatsIn(text: string): number[] | null {
  const seats: number[] = [];
  const isRead = readRuns(text, (first, end) => {
    for (let seat = first; seat < end; seat += 1) seats.push(seat);
  });
  return isRead ? seats : null;
}

describe('seats written as runs', () => {
  const examples: readonly (readonly [seats: readonly number[], text: string])[] = [
    [[], ''],
    [[0], 'a'],
    [[2, 3, 4, 5, 6], 'c5'],
    [[2, 3, 4, 5, 7], 'c4b'],
    [[25, 52], 'zA'],
    [[51], 'Z'],
    [[52], '-1Z'],
    [[99_999], '-99948Z'],
  ];
  for (const [seats, text] of examples) {
    it(`${seats.join(' ') || 'no seats'} is "${text}"`, () => {
      assert.equal(writeRuns(seats), text);
      assert.deepEqual(seatsIn(text), seats);
    });
  }

  it('can be read by hand: what the contract gives as examples means what it says', () => {
    assert.deepEqual(seatsIn('c4a'), [2, 3, 4, 5, 6]);
    assert.deepEqual(seatsIn('-60c'), [62]);
  });

  it('come back as they were, in a text the contract allows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 5000 }), { maxLength: 400 }), (unsorted) => {
        const seats = unsorted.sort((one, other) => one - other);
        const text = writeRuns(seats);
        assert.ok(seatRunsSchema.safeParse(text).success, text);
        assert.deepEqual(seatsIn(text), seats);
      }),
    );
  });

  it('are refused exactly where the contract refuses them, and never make the reader throw', () => {
    const anyText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'Z', '-', '1', '0', '9') }));
    fc.assert(
      fc.property(anyText, (text) => {
        let told = 0;
        const isRead = readRuns(text, () => {
          told += 1;
        });
        assert.ok(told <= text.length);
        if (seatRunsSchema.safeParse(text).success) assert.equal(isRead, true);
        else if (isRead) assert.match(text, /0|\d{7}/, 'only in how numbers are written may the reader be kinder');
      }),
    );
  });

  it('tell apart the states of seats, whatever the order they come in', () => {
    const states = [
      [7, 'sold'],
      [2, 'held'],
      [3, 'held'],
      [0, 'sold'],
    ] as const;
    assert.deepEqual(writeSeats(states), { sold: 'ag', held: 'c2' });
  });

  it('of a stadium with a fifth taken, one by one, stay under thirty kilobytes', () => {
    const taken = Array.from({ length: 100_000 }, (_, seat) => seat).filter((seat) => (seat * 7919) % 104_729 < 20_946);
    assert.ok(Math.abs(taken.length - 20_000) < 500);
    assert.ok(writeRuns(taken).length < 30_000);
  });
});
