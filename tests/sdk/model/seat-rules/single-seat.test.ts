import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import { hallAfter, mineOf } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import type { HallNow } from '../../../../sdk/model/seat-choice/types.ts';
import { isNearlyFull, leftAlone, neighboursOf, strandedBy } from '../../../../sdk/model/seat-rules/single-seat.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf } from '../seat-choice/drawn-hall.ts';
import { isForAll, plainBenches, plainlyAlone } from '../seat-choice/plain-rule.ts';

/** Free seats in another row, so that something else is possible. */
const ELSEWHERE = '\n ..........';

function lonely(row: string, singleSeat: 'strict' | 'lenient' | 'off'): string[] {
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
      assert.deepEqual(lonely(row, 'strict'), strict);
      assert.deepEqual(lonely(row, 'lenient'), lenient);
      assert.deepEqual(lonely(row, 'off'), []);
    });
  }
});

const anyHall = anyHallNow({ mine: true, kinds: ['wheelchair', 'companion', 'restricted-view'] });

/** Every way for so many to sit side by side on seats that are free, or their own. */
function waysToSit(hall: HallNow, group: readonly number[]): number[][] {
  const isFree = (seat: number) =>
    group.includes(seat) || (hall.states[seat] === SeatState.free && isForAll(hall, seat));
  return plainBenches(hall).flatMap((bench) =>
    bench.flatMap((_, from) => {
      const seats = bench.slice(from, from + group.length);
      return seats.length === group.length && seats.every(isFree) ? [seats] : [];
    }),
  );
}

/** Whether a group could sit elsewhere as well as here, leaving nobody alone: by trying every place. */
function hasElsewhere(hall: HallNow, group: readonly number[]): boolean {
  const { zone, plan } = hall.scene;
  if (!group.every((seat) => isForAll(hall, seat))) return false;
  const seesLess = (seat: number) => plan.seats[seat]?.kind === 'restricted-view';
  const wrong = new Set(plainlyAlone(hallAfter(hall, [], group)));
  return waysToSit(hall, group).some(
    (seats) =>
      seats.every((seat) => group.some((own) => zone[own] === zone[seat])) &&
      (group.some(seesLess) || !seats.some(seesLess)) &&
      plainlyAlone(hallAfter(hall, seats, group)).every((seat) => wrong.has(seat)),
  );
}

describe('the rule about single seats', () => {
  it('is what a centre would write down', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        const alone = leftAlone(hall);
        assert.deepEqual(
          alone.map(({ seat }) => seat),
          plainlyAlone(hall),
        );
        for (const { beside } of alone) assert.ok(beside.every((seat) => hall.states[seat] === SeatState.mine));
      }),
      { numRuns: 500 },
    );
  });

  it('is lifted when the hall is nearly full or nothing else is possible, and only then', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        const onSale = [...hall.states.keys()].filter(
          (seat) => isForAll(hall, seat) && hall.states[seat] !== SeatState.blocked,
        );
        const free = onSale.filter(
          (seat) => hall.states[seat] === SeatState.free || hall.states[seat] === SeatState.mine,
        );
        assert.equal(isNearlyFull(hall), free.length < onSale.length / 10);
        const expected = isNearlyFull(hall)
          ? []
          : leftAlone(hall).filter(({ beside }) => beside.some((seat) => hasElsewhere(hall, neighboursOf(hall, seat))));
        assert.deepEqual(strandedBy(hall), expected);
      }),
      { numRuns: 500 },
    );
  });

  it('counts only what the choice itself leaves alone', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        assert.deepEqual(strandedBy(hallAfter(hall, [], mineOf(hall))), []);
      }),
    );
  });

  it('says nothing when under a tenth of the seats is free', () => {
    const withTaken = (count: number) => strandedBy(drawnHall(`m.x|...\n${'x'.repeat(count)}`)).length;
    assert.equal(withTaken(44), 1, '5 of 50');
    assert.equal(withTaken(45), 0, '5 of 51');
  });

  it('does not count what the house keeps as on sale', () => {
    assert.equal(strandedBy(drawnHall(`m.x|...\n${'b'.repeat(90)}`)).length, 1);
  });

  it('says nothing when there is no other place for as many', () => {
    assert.equal(strandedBy(drawnHall('x.mm..x')).length, 1, 'they can move along');
    assert.equal(strandedBy(drawnHall('xmm.x\nx.xxx')).length, 0);
    assert.equal(strandedBy(drawnHall('xmm.x\nx..xx')).length, 1);
    assert.equal(strandedBy(drawnHall('xmm.x\n\nx..xx')).length, 0, 'only at another price');
    assert.equal(strandedBy(drawnHall('xmm.x\nxrrxx')).length, 0, 'only with a restricted view');
    assert.equal(strandedBy(drawnHall('Wm.x\n....')).length, 0, 'only away from who comes in a wheelchair');
  });
});
