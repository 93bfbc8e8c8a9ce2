import { SeatState } from '../scene/states.ts';
import { beside } from '../seat-choice/benches.ts';
import { COMPANION, WHEELCHAIR } from '../seat-choice/loose-seats.ts';
import type { SeatWish } from '../seat-choice/types.ts';
import { companionsOf } from '../seat-rules/companions.ts';
import { around } from './nearby.ts';
import { isAtAisle, reachCost, togetherness } from './score.ts';
import type { Found, Search } from './search.ts';

/**
 * The best seats for a party of which some come in a wheelchair: those on wheelchair places, who comes along on the
 * companion seats that belong to them as far as there are, and everybody else side by side with them, or else as near
 * as possible.
 */
export function withWheelchairs(search: Search, wish: SeatWish, fits: (seat: number) => boolean): Found | null {
  return bestAround(search, wish, fits, true) ?? bestAround(search, wish, fits, false);
}

function bestAround(search: Search, wish: SeatWish, fits: (seat: number) => boolean, inRow: boolean): Found | null {
  const { hall, aisle, worth } = search;
  const isFree = (seat: number) => hall.states[seat] === SeatState.free && fits(seat);
  const places = freeOf(search, WHEELCHAIR, isFree).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const companions = freeOf(search, COMPANION, isFree);
  const party = Math.max(wish.places, wish.wheelchairs ?? 0);
  let best: Found | null = null;
  let least = -Infinity;
  for (const anchor of places) {
    if ((worth[anchor] ?? 0) <= least) break;
    const fixed = fixedAround(search, wish, anchor, places, companions);
    if (!fixed) return null;
    const open = inRow ? benchOf(search, anchor, party, party - fixed.length) : search.open;
    const found = open && around({ ...search, open }, fixed, party, least);
    if (!found || (aisle && !isAtAisle(hall.scene, found.seats))) continue;
    if (inRow && togetherness(hall, found.seats) !== 'row') continue;
    best = found;
    least = found.worth;
  }
  return best;
}

/** The wheelchair places around one of them and their companion seats; null when there are too few. */
function fixedAround(
  search: Search,
  { places, wheelchairs = 0, companions = 0 }: SeatWish,
  anchor: number,
  wheelchairPlaces: readonly number[],
  companionSeats: readonly number[],
): number[] | null {
  if (wheelchairPlaces.length < wheelchairs) return null;
  const own = nearestTo(search, anchor, wheelchairPlaces).slice(0, wheelchairs);
  const theirs = new Set(own.flatMap((place) => companionsOf(search.hall, place)));
  const free = companionSeats.filter((seat) => theirs.has(seat));
  const count = Math.max(0, Math.min(companions, places - wheelchairs));
  return [...own, ...nearestTo(search, anchor, free).slice(0, count)];
}

/** Of the open seats, those on the bench of a seat and within reach; null when they are fewer than asked. */
function benchOf({ open, room: { benches } }: Search, seat: number, reach: number, least: number): Uint8Array | null {
  const near: number[] = [];
  for (const step of [-1, 1] as const) {
    let next = beside(benches, seat, step);
    for (let far = 1; next >= 0 && far < reach; far += 1, next = beside(benches, next, step)) {
      if (open[next] === 1) near.push(next);
    }
  }
  if (near.length < least) return null;
  const bench = new Uint8Array(open.length);
  for (const one of near) bench[one] = 1;
  return bench;
}

function freeOf({ hall: { scene } }: Search, kind: number, isFree: (seat: number) => boolean): number[] {
  const seats: number[] = [];
  for (let seat = scene.kind.indexOf(kind); seat >= 0; seat = scene.kind.indexOf(kind, seat + 1)) {
    if (isFree(seat)) seats.push(seat);
  }
  return seats;
}

function nearestTo({ hall: { scene } }: Search, anchor: number, seats: readonly number[]): number[] {
  const far = new Map(seats.map((seat) => [seat, reachCost(scene, anchor, [seat])]));
  return [...seats].sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0) || a - b);
}
