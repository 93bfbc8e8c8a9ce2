import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import { hallAfter, mineOf } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import type { HallNow } from '../../../../sdk/model/seat-choice/types.ts';
import { mend } from '../../../../sdk/model/seat-rules/mend.ts';
import { strandedBy } from '../../../../sdk/model/seat-rules/single-seat.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf } from '../seat-choice/drawn-hall.ts';
import { isForAll, plainBenches } from '../seat-choice/plain-rule.ts';

const price = (cents: number) => ({ from: cents, to: cents, usual: cents });
const PRICES = new Map([
  ['rang-1', price(3000)],
  ['rang-2', price(2000)],
  ['rang-3', price(1000)],
]);
const anyHall = anyHallNow({ mine: true, kinds: ['wheelchair', 'companion', 'restricted-view'] });

function offered(drawing: string): { release: string[]; take: string[] }[] {
  const hall = drawnHall(drawing);
  return mend(hall, strandedBy(hall), PRICES).map(({ release, take }) => ({
    release: idsOf(hall, release),
    take: idsOf(hall, take),
  }));
}

/** In how many pieces the visitor's seats are. */
function pieces(hall: HallNow): number {
  const isOwn = (seat: number | undefined) => seat !== undefined && hall.states[seat] === SeatState.mine;
  return plainBenches(hall).flatMap((bench) => bench.filter((seat, place) => isOwn(seat) && !isOwn(bench[place - 1])))
    .length;
}

const paid = ({ scene }: HallNow, seats: readonly number[]) =>
  seats.reduce((sum, seat) => sum + (PRICES.get(scene.plan.zones[scene.zone[seat] ?? 0]?.id ?? '')?.usual ?? 0), 0);

describe('the choices offered instead', () => {
  it('fit, every one of them: free seats, as many or one more, together as they were, nobody alone', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        for (const { release, take } of mend(hall, strandedBy(hall), PRICES)) {
          const after = hallAfter(hall, take, release);
          assert.ok(take.length > 0);
          assert.ok(take.every((seat) => hall.states[seat] === SeatState.free && isForAll(hall, seat)));
          assert.ok(release.every((seat) => hall.states[seat] === SeatState.mine));
          assert.ok([0, 1].includes(mineOf(after).length - mineOf(hall).length));
          assert.ok(pieces(after) <= pieces(hall));
          assert.deepEqual(strandedBy(after), []);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are there whenever the rule says something, and are the same every time', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        const stranded = strandedBy(hall);
        const alternatives = mend(hall, stranded, PRICES);
        assert.equal(alternatives.length > 0, stranded.length > 0);
        assert.deepEqual(mend(hall, stranded, PRICES), alternatives);
      }),
      { numRuns: 500 },
    );
  });

  it('are no dearer as long as there are others', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        const stranded = strandedBy(hall);
        if (stranded.length !== 1) return;
        // One place more costs more, and is said to.
        const moved = mend(hall, stranded, PRICES, 99).filter(({ release, take }) => release.length === take.length);
        const dearer = moved.map(({ release, take }) => paid(hall, take) > paid(hall, release));
        assert.ok(!dearer.includes(true) || !dearer.slice(dearer.indexOf(true)).includes(false));
      }),
      { numRuns: 500 },
    );
  });

  it('would leave somebody alone if they were only near', () => {
    const { failed } = fc.check(
      fc.property(anyHall, (hall) => {
        const careless = { ...hall, rules: { ...hall.rules, singleSeat: 'off' } } as const;
        return mend(careless, strandedBy(hall), PRICES).every(
          ({ release, take }) => strandedBy(hallAfter(hall, take, release)).length === 0,
        );
      }),
      { numRuns: 500, seed: 1 },
    );
    assert.ok(failed);
  });

  it('move along by one first, then take the lonely seat too or go to the next row', () => {
    assert.deepEqual(offered('x.mm...x\n........'), [
      { release: ['A-1-4'], take: ['A-1-2'] },
      { release: ['A-1-3', 'A-1-4'], take: ['A-2-3', 'A-2-4'] },
      { release: [], take: ['A-1-2'] },
    ]);
  });

  it('mend two mistakes at once', () => {
    const [first] = offered('x.mm...x|x.mm...x');
    assert.deepEqual(first, { release: ['A-1-4', 'A-1-12'], take: ['A-1-2', 'A-1-10'] });
  });

  it('are none for a choice without a mistake', () => {
    assert.deepEqual(offered('mm...'), []);
  });
});
