import { hallAfter } from '../seat-choice/loose-seats.ts';
import type { HallNow, SeatWish, Suggestion } from '../seat-choice/types.ts';
import { leftAlone, strandedBy } from '../seat-rules/single-seat.ts';
import { inARow } from './in-a-row.ts';
import { inRows } from './in-rows.ts';
import { nearby } from './nearby.ts';
import { qualities } from './quality.ts';
import { inWalkingOrder, togetherness } from './score.ts';
import { type Found, fitting, openSeats, roomOf, type Search } from './search.ts';
import { withWheelchairs } from './with-wheelchairs.ts';

/**
 * The best free seats for a wish; null when there are none. They break no rule of the performance: no seat is left
 * alone unless the rule is lifted, and protected places are only suggested to those who ask for them. No other choice
 * has a better score (see `worthOf`); of equal ones the same is always given.
 */
export function bestSeats(hall: HallNow, wish: SeatWish): Suggestion | null {
  return bestSeatsList(hall, wish, 1)[0] ?? null;
}

/** Up to `count` suggestions, best first, that have no seat in common. */
export function bestSeatsList(hall: HallNow, wish: SeatWish, count: number): Suggestion[] {
  const quality = qualities(hall.scene);
  const room = roomOf(hall);
  const suggestions: Suggestion[] = [];
  const not = new Set(wish.not);
  while (suggestions.length < count) {
    const seats = bestBy(hall, { ...wish, not }, quality, undefined, room);
    if (!seats) break;
    suggestions.push(suggestionOf(hall, seats, quality));
    for (const seat of seats) not.add(seat);
  }
  return suggestions;
}

/** The best seats by any worth a seat. `fits` narrows the choice further. */
export function bestBy(
  hall: HallNow,
  wish: SeatWish,
  worth: Float64Array,
  fits: (seat: number) => boolean = () => true,
  room = roomOf(hall),
): readonly number[] | null {
  if (wish.places < 1) return null;
  const ways = wish.wheelchairs ? [withWheelchairs] : [inARow, inRows, nearby].map(forPlaces);
  for (const restricted of wish.restrictedView ? [true] : [false, true]) {
    const suits = fitting(hall.scene, wish, restricted);
    const isWanted = (seat: number) => suits(seat) && fits(seat);
    const search = { hall, room, open: openSeats(room, isWanted), worth, aisle: wish.aisle === true };
    for (const way of ways) {
      const found =
        way({ ...search, strandsRightly: null }, wish, isWanted) ??
        (room.rule === 'off' ? null : way({ ...search, strandsRightly: strandsRightly(hall) }, wish, isWanted));
      if (found) return found.seats;
    }
  }
  return null;
}

const forPlaces = (way: (search: Search, places: number) => Found | null) => (search: Search, wish: SeatWish) =>
  way(search, wish.places);

/** Whether the rule about single seats is lifted for these seats, because nothing else is possible. */
export function strandsRightly(hall: HallNow): (seats: readonly number[]) => boolean {
  const before = new Set(leftAlone(hall).map(({ seat }) => seat));
  return (seats) => strandedBy(hallAfter(hall, seats)).every(({ seat }) => before.has(seat));
}

/** Seats as they are offered. */
export function suggestionOf(hall: HallNow, seats: readonly number[], quality: Float64Array): Suggestion {
  return {
    seats: inWalkingOrder(hall.scene, seats),
    together: togetherness(hall, seats),
    quality: seats.reduce((sum, seat) => sum + (quality[seat] ?? 0), 0) / seats.length,
  };
}
