import { hallAfter } from '../seat-choice/loose-seats.ts';
import type { HallNow, SeatWish, Suggestion } from '../seat-choice/types.ts';
import { bestSeats } from './best-seats.ts';

/**
 * Where a party can sit when somebody else took some of its seats: all its places, those it keeps included when they
 * can stay. Null when there is no room for it any more.
 */
export function replaceLost(
  hall: HallNow,
  lost: readonly number[],
  keep: readonly number[],
  wish: Partial<SeatWish> = {},
): Suggestion | null {
  const freed = hallAfter(hall, [], keep);
  return bestSeats(freed, { prices: new Map(), ...wish, places: lost.length + keep.length });
}
