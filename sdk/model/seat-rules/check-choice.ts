import { hallAfter, isOrdinary, WHEELCHAIR } from '../seat-choice/loose-seats.ts';
import type { HallNow } from '../seat-choice/types.ts';
import { afterRelease } from './companions.ts';
import { strandedBy } from './single-seat.ts';

/** A rule that a choice breaks, by the code that the server answers, and the seats it is about. */
export interface BrokenRule {
  readonly code: 'seat_left_alone' | 'companion_alone' | 'wheelchair_place_protected';
  readonly seats: readonly number[];
}

/** Checks a whole choice before it is ordered: the visitor's seats are those that are `mine`. Null when it may be sold. */
export function checkChoice(hall: HallNow): BrokenRule | null {
  const companions = afterRelease(hall, []);
  if (companions.length > 0) return { code: 'companion_alone', seats: companions };
  const lonely = strandedBy(hall).map(({ seat }) => seat);
  return lonely.length > 0 ? { code: 'seat_left_alone', seats: lonely } : null;
}

/**
 * Checks seats that a visitor asks for beside those that are `mine`. `wheelchairUsers` are the seats of which it was
 * said that somebody comes in a wheelchair. That a seat is left alone is no reason to refuse it yet: people choose one
 * by one.
 */
export function checkHold(
  hall: HallNow,
  seats: readonly number[],
  wheelchairUsers: ReadonlySet<number>,
): BrokenRule | null {
  const undeclared = seats.filter(
    (seat) => hall.scene.kind[seat] === WHEELCHAIR && !isOrdinary(hall, seat) && !wheelchairUsers.has(seat),
  );
  if (undeclared.length > 0) return { code: 'wheelchair_place_protected', seats: undeclared };
  const asked = new Set(seats);
  const companions = afterRelease(hallAfter(hall, seats), []).filter((seat) => asked.has(seat));
  return companions.length > 0 ? { code: 'companion_alone', seats: companions } : null;
}
