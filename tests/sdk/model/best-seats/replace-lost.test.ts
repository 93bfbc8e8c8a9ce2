import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { replaceLost } from '../../../../sdk/model/best-seats/replace-lost.ts';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import { hallAfter, mineOf } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import { afterRelease } from '../../../../sdk/model/seat-rules/companions.ts';
import { strandedBy } from '../../../../sdk/model/seat-rules/single-seat.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf, seatAt } from '../seat-choice/drawn-hall.ts';

/** Where a party sits after the seats named were taken by somebody else. */
function after(drawing: string, ...lost: string[]): string[] | null {
  const hall = drawnHall(drawing);
  const gone = lost.map((id) => seatAt(hall, id));
  const found = replaceLost(
    hall,
    gone,
    mineOf(hall).filter((seat) => !gone.includes(seat)),
  );
  return found && idsOf(hall, found.seats);
}

describe('a party that lost a seat', () => {
  it('gets the one on the other side', () => {
    assert.deepEqual(after('....mh....', 'A-1-6'), ['A-1-4', 'A-1-5']);
    assert.deepEqual(after('....mmh...', 'A-1-7'), ['A-1-4', 'A-1-5', 'A-1-6']);
  });

  it('moves together to the nearest place when there is no room beside it', () => {
    assert.deepEqual(after('...xmhx...\n..........', 'A-1-6'), ['A-2-5', 'A-2-6']);
    assert.deepEqual(after('xxxxmhmxxx\n..........', 'A-1-6'), ['A-2-5', 'A-2-6', 'A-2-7']);
  });

  it('keeps what is left when it sat in two rows', () => {
    assert.deepEqual(after('..mm..\n...mhx', 'A-2-5'), ['A-1-3', 'A-1-4', 'A-2-3', 'A-2-4']);
  });

  it('gets no other zone and no worse view', () => {
    assert.equal(after('xmhx\n\n....', 'A-1-3'), null);
    assert.equal(after('xmhx\nrrrr', 'A-1-3'), null);
    assert.equal(after('xmhx', 'A-1-3'), null);
  });

  it('keeps somebody in a wheelchair with who comes along', () => {
    assert.deepEqual(after('xxhC..\nxxwc..'.replace('h', 'W'), 'A-1-3'), ['A-2-3', 'A-2-4']);
  });

  it('gets free seats or keeps its own, as many as it had, and breaks no rule', () => {
    fc.assert(
      fc.property(anyHallNow({ mine: true, kinds: ['restricted-view'] }), fc.nat(), (hall, any) => {
        const mine = mineOf(hall);
        const lost = mine[any % Math.max(1, mine.length)];
        if (lost === undefined) return;
        const keep = mine.filter((seat) => seat !== lost);
        const now = hallAfter(hall, []);
        now.states[lost] = SeatState.held;
        const found = replaceLost(now, [lost], keep);
        if (!found) return;
        assert.equal(new Set(found.seats).size, mine.length);
        assert.ok(found.seats.every((seat) => now.states[seat] === SeatState.free || keep.includes(seat)));
        const then = hallAfter(now, found.seats, keep);
        assert.deepEqual(strandedBy(then), []);
        assert.deepEqual(afterRelease(then, []), []);
        assert.deepEqual(replaceLost(now, [lost], keep), found);
      }),
      { numRuns: 500 },
    );
  });
});
