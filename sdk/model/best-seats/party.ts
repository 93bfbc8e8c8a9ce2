import type { HallNow } from '../seat-choice/types.ts';
import { eachWindow } from '../seat-choice/windows.ts';
import { strandsRightly } from './best-seats.ts';
import { inARow } from './in-a-row.ts';
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
 */
export function pickTogether(hall: HallNow, seat: number, places: number): number[] | null {
  if (places < 1) return null;
  const room = roomOf(hall);
  const { order, at } = room.benches;
  const centre = at[seat] ?? 0;
  const open = new Uint8Array(hall.scene.count);
  const worth = new Float64Array(hall.scene.count);
  for (let position = centre - places + 1; position < centre + places; position += 1) {
    const near = order[position];
    if (near === undefined) continue;
    open[near] = room.free[near] ?? 0;
    worth[near] = -Math.abs(position - centre);
  }
  const search = { hall, room, open, worth, aisle: false };
  const found =
    inARow({ ...search, strandsRightly: null }, places) ??
    inARow({ ...search, strandsRightly: strandsRightly(hall) }, places);
  return found && [...found.seats];
}
