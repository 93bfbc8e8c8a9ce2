import { SeatState } from '../scene/states.ts';
import { benchesOf, beside } from '../seat-choice/benches.ts';
import { isOrdinary, looseSeats, mineOf, RESTRICTED } from '../seat-choice/loose-seats.ts';
import type { HallNow, Stranded } from '../seat-choice/types.ts';
import { eachWindow } from '../seat-choice/windows.ts';

/** Below this share of free seats the hall is nearly full; a programme then says that there are few places left. */
const NEARLY_FULL = 0.1;

/**
 * The free seats that a visitor's choice leaves alone, which a centre would hardly sell any more. `x` taken, `m` the
 * visitor's, `.` free, `|` an aisle, a wall or the end of a row:
 *
 * ```
 *              strict       lenient      off
 * | m m . x |  left alone   left alone   fine
 * | m m . |    left alone   fine         fine     somebody alone still likes a seat at an aisle
 * | m m . . |  fine         fine         fine
 * | x . m x |  left alone   left alone   fine
 * ```
 *
 * Blocked, held and house seats count as taken, and so do wheelchair places and companion seats while they are
 * protected. A seat that was alone before the choice is nobody's fault. The rule is lifted, and nothing is said,
 *
 * - when the hall is nearly full: under 10 % of the seats on sale are free, the visitor's own included;
 * - when nothing else is possible: those who sit beside the lonely seat find no other seats, as many side by side, in
 *   the same price zones and with as good a view, that leave nobody alone. Who sits beside somebody of the party on a
 *   protected place is never asked to move.
 */
export function strandedBy(hall: HallNow): Stranded[] {
  const alone = leftAlone(hall);
  if (alone.length === 0 || isNearlyFull(hall)) return [];
  return alone.filter(({ beside: own }) => own.some((seat) => canSitElsewhere(hall, neighboursOf(hall, seat))));
}

/** The same without looking whether the rule is lifted. */
export function leftAlone(hall: HallNow): Stranded[] {
  const { rules, states, scene } = hall;
  if (rules.singleSeat === 'off') return [];
  const benches = benchesOf(scene);
  const isFree = (seat: number) => seat >= 0 && states[seat] === SeatState.free && isOrdinary(hall, seat);
  const found = new Map<number, number[]>();
  for (const own of mineOf(hall)) {
    if (!isOrdinary(hall, own)) continue;
    for (const step of [-1, 1] as const) {
      const seat = beside(benches, own, step);
      if (!isFree(seat)) continue;
      const next = beside(benches, seat, step);
      if (isFree(next) || (next < 0 && rules.singleSeat === 'lenient')) continue;
      found.set(seat, [...(found.get(seat) ?? []), own]);
    }
  }
  return [...found].map(([seat, own]) => ({ seat, beside: own })).sort((a, b) => a.seat - b.seat);
}

/** Whether under a tenth of what is on sale is still free, the visitor's own seats included. */
export function isNearlyFull(hall: HallNow): boolean {
  let [onSale, free] = [0, 0];
  for (let seat = 0; seat < hall.scene.count; seat += 1) {
    const state = hall.states[seat];
    if (state === SeatState.blocked || !isOrdinary(hall, seat)) continue;
    onSale += 1;
    if (state === SeatState.free || state === SeatState.mine) free += 1;
  }
  return free < onSale * NEARLY_FULL;
}

/** The visitor's seats side by side with this one, itself included, in walking order. */
export function neighboursOf(hall: HallNow, seat: number): number[] {
  const benches = benchesOf(hall.scene);
  const isOwn = (next: number) => next >= 0 && hall.states[next] === SeatState.mine;
  const group = [seat];
  for (let next = beside(benches, seat, -1); isOwn(next); next = beside(benches, next, -1)) group.unshift(next);
  for (let next = beside(benches, seat, 1); isOwn(next); next = beside(benches, next, 1)) group.push(next);
  return group;
}

/** Whether a group may be asked to move: not when somebody of it is on a protected place. */
export const isMovable = (hall: HallNow, group: readonly number[]): boolean =>
  group.every((seat) => isOrdinary(hall, seat));

/** Whether these neighbours could sit side by side on other seats that are as good, leaving nobody alone. */
function canSitElsewhere(hall: HallNow, group: readonly number[]): boolean {
  if (!isMovable(hall, group)) return false;
  const { scene, rules } = hall;
  const benches = benchesOf(scene);
  const free = looseSeats(hall);
  for (const seat of group) free[seat] = 1;
  const zones = new Set(group.map((seat) => scene.zone[seat]));
  const seesLess = group.some((seat) => scene.kind[seat] === RESTRICTED);
  const isAsGood = (seat: number) => zones.has(scene.zone[seat]) && (seesLess || scene.kind[seat] !== RESTRICTED);

  return eachWindow({ benches, free, rule: rules.singleSeat }, group.length, (from, strands) => {
    if (strands) return false;
    return benches.order.subarray(from, from + group.length).every(isAsGood);
  });
}
