import type { HallNow, SeatWish, Suggestion } from '../seat-choice/types.ts';
import { strandsRightly } from './party.ts';
import { qualities } from './quality.ts';
import { bestWindow, fitting, openSeats, roomOf, type Search } from './search.ts';

/** The best free seats for a wish; null when there are none. They break no rule of the performance. */
export function bestSeats(hall: HallNow, wish: SeatWish): Suggestion | null {
  if (wish.places < 1) return null;
  const room = roomOf(hall);
  const worth = qualities(hall.scene);
  for (const restricted of wish.restrictedView ? [true] : [false, true]) {
    const open = openSeats(room, fitting(hall.scene, wish, restricted));
    for (const rightly of [null, strandsRightly(hall)]) {
      const search: Search = { hall, room, open, worth, aisle: wish.aisle === true, strandsRightly: rightly };
      const found = bestWindow(search, wish.places);
      if (found) return { seats: found.seats, together: 'row', quality: found.worth };
    }
  }
  return null;
}

/** Up to `count` suggestions, best first, that have no seat in common. */
export function bestSeatsList(hall: HallNow, wish: SeatWish, count: number): Suggestion[] {
  const suggestions: Suggestion[] = [];
  const not = new Set(wish.not);
  while (suggestions.length < count) {
    const next = bestSeats(hall, { ...wish, not });
    if (!next) break;
    suggestions.push(next);
    for (const seat of next.seats) not.add(seat);
  }
  return suggestions;
}
