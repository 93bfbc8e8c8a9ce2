import { RESTRICTED } from '../seat-choice/loose-seats.ts';
import type { HallNow, SeatWish, Suggestion } from '../seat-choice/types.ts';
import { bestBy, bestSeats, suggestionOf } from './best-seats.ts';
import { qualities } from './quality.ts';
import { nearness } from './replace-lost.ts';

/**
 * Seats for who sat, or sits, on known seats of this hall: the same ones where they are free, else as near as possible
 * in the same price zones, else the best there are. For one evening after the other of a series, and for who joins a
 * party that has its seats already. Null when there are none; no rule of the performance is broken.
 */
export function seatsLike(hall: HallNow, known: readonly number[], wish: SeatWish): Suggestion | null {
  const { scene } = hall;
  if (known.length === 0) return bestSeats(hall, wish);
  const zones = new Set(known.map((seat) => scene.zone[seat]));
  const isEqual = (seat: number) => zones.has(scene.zone[seat]) && scene.kind[seat] !== RESTRICTED;
  const seats = bestBy(hall, wish, nearness(hall, known, []), isEqual);
  return seats ? suggestionOf(hall, seats, qualities(scene)) : bestSeats(hall, wish);
}
