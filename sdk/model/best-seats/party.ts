import { SeatState } from '../scene/states.ts';
import { benchesOf, beside } from '../seat-choice/benches.ts';
import { hallAfter, isOrdinary } from '../seat-choice/loose-seats.ts';
import type { HallNow } from '../seat-choice/types.ts';
import { eachWindow } from '../seat-choice/windows.ts';
import { leftAlone } from '../seat-rules/single-seat.ts';
import { strandsRightly } from './best-seats.ts';
import { roomOf } from './search.ts';

/**
 * 1 for each free seat where so many people can sit side by side without leaving a seat alone; for a map that dims
 * the others. When no such place is left in the whole hall, a seat may be left alone.
 */
export function fitsParty(hall: HallNow, places: number): Uint8Array {
  const room = roomOf(hall);
  const { order } = room.benches;
  const fits = new Uint8Array(hall.scene.count);
  const mark = (evenStranding: boolean) => {
    let marked = 0;
    eachWindow(room, places, (from, strands) => {
      if (strands && !evenStranding) return;
      // Windows come in order: only what the last one did not reach is new.
      for (let position = Math.max(from, marked); position < from + places; position += 1) {
        fits[order[position] ?? 0] = 1;
      }
      marked = from + places;
    });
    return marked > 0;
  };
  if (places > 0 && !mark(false)) mark(true);
  return fits;
}

/**
 * For who chose the size of the party first: the free seats side by side around the one that is pointed at, itself
 * included and as far as possible in the middle, that leave no seat alone. Null when there is no room for so many.
 * Looks at the seats of one bench only, so that it can follow a pointer.
 */
export function pickTogether(hall: HallNow, seat: number, places: number): number[] | null {
  const benches = benchesOf(hall.scene);
  const isFree = (one: number) => one >= 0 && hall.states[one] === SeatState.free && isOrdinary(hall, one);
  if (places < 1 || !isFree(seat)) return null;
  const freeBeside = (step: -1 | 1) => {
    const seats: number[] = [];
    for (let next = beside(benches, seat, step); isFree(next) && seats.length <= places; ) {
      seats.push(next);
      next = beside(benches, next, step);
    }
    return seats;
  };
  const before = freeBeside(-1).reverse();
  const gap = [...before, seat, ...freeBeside(1)];
  const offCentre = (from: number) => Math.abs(from + (places - 1) / 2 - before.length);
  const ways = gap
    .flatMap((_, from) =>
      from + places <= gap.length && from <= before.length && from + places > before.length ? from : [],
    )
    .sort((a, b) => offCentre(a) - offCentre(b) || a - b)
    .map((from) => gap.slice(from, from + places));
  const alone = new Set(leftAlone(hall).map((lonely) => lonely.seat));
  const strandsNobody = (seats: number[]) =>
    leftAlone(hallAfter(hall, seats)).every((lonely) => alone.has(lonely.seat));
  return ways.find(strandsNobody) ?? ways.find(strandsRightly(hall)) ?? null;
}
