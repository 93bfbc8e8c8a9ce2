import { isAtAisle, togetherness, worthOf } from '../../../../sdk/model/best-seats/score.ts';
import { KINDS, SeatState } from '../../../../sdk/model/scene/index.ts';
import { hallAfter, isOrdinary } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import type { HallNow, SeatWish } from '../../../../sdk/model/seat-choice/types.ts';
import { isNearlyFull, leftAlone, strandedBy } from '../../../../sdk/model/seat-rules/single-seat.ts';

/** A score as it is defined; the first number that differs decides. */
export type Score = readonly [unrestricted: number, together: number, nobodyAlone: number, worth: number];

const RESTRICTED = KINDS.indexOf('restricted-view');
const TOGETHER = { apart: 0, rows: 1, row: 2 } as const;

/** Every choice of so many out of these. */
function* subsets(seats: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  for (let index = from; size > 0 && index < seats.length; index += 1) {
    for (const rest of subsets(seats, size - 1, index + 1)) yield [seats[index] ?? -1, ...rest];
  }
}

/** Whether the rules allow a choice; a seat that was alone before is not its fault. */
export function isAllowed(hall: HallNow, seats: readonly number[]): boolean {
  const before = leftAlone(hall).map(({ seat }) => seat);
  return strandedBy(hallAfter(hall, seats)).every(({ seat }) => before.includes(seat));
}

/** The score of a choice, by its definition. */
export function scoreOf(hall: HallNow, wish: SeatWish, seats: readonly number[], worth: Float64Array): Score {
  const before = leftAlone(hall).map(({ seat }) => seat);
  const strands = leftAlone(hallAfter(hall, seats)).some(({ seat }) => !before.includes(seat));
  return [
    wish.restrictedView || !seats.some((seat) => hall.scene.kind[seat] === RESTRICTED) ? 1 : 0,
    TOGETHER[togetherness(hall, seats)],
    strands && !isNearlyFull(hall) ? 0 : 1,
    worthOf({ hall, worth, aisle: wish.aisle === true }, seats),
  ];
}

/** The best score of all choices there are, found by looking at each of them; null when there is none. */
export function bestOfAll(hall: HallNow, wish: SeatWish, worth: Float64Array): Score | null {
  const { scene, states } = hall;
  const candidates = [...states.keys()].filter((seat) => {
    const price = wish.prices.get(scene.plan.zones[scene.zone[seat] ?? 0]?.id ?? '');
    return (
      states[seat] === SeatState.free &&
      isOrdinary(hall, seat) &&
      !wish.not?.has(seat) &&
      (price?.usual ?? 0) <= (wish.upTo ?? Infinity) &&
      (wish.section === undefined || scene.plan.rows[scene.row[seat] ?? 0]?.section === wish.section)
    );
  });
  let best: Score | null = null;
  for (const seats of subsets(candidates, wish.places)) {
    if (wish.aisle && !isAtAisle(scene, seats)) continue;
    const score = scoreOf(hall, wish, seats, worth);
    if ((!best || compare(score, best) > 0) && isAllowed(hall, seats)) best = score;
  }
  return best;
}

/** More than zero when the first is better; sums in another order differ in the last digits. */
export function compare(a: Score, b: Score): number {
  for (const [index, value] of a.entries()) {
    const more = value - (b[index] ?? 0);
    if (Math.abs(more) > 1e-9) return more;
  }
  return 0;
}
