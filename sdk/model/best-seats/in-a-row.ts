import { eachPlace, type Found, type Search, touchesAisle } from './search.ts';

/** Sums that are not further apart are equal: of two mirrored places the first one is given. */
const ROUNDING = 1e-9;

/** The best seats side by side. Every way is looked at once: it takes time in proportion to the seats of the hall. */
export function inARow(search: Search, places: number): Found | null {
  const { room, aisle, strandsRightly } = search;
  const windowAt = (from: number) => [...room.benches.order.subarray(from, from + places)];
  let best = -Infinity;
  let first = -1;
  eachPlace(search, places, (from, sum, strands) => {
    if (sum <= best + ROUNDING || (aisle && !touchesAisle(room, from, places))) return;
    if (strands && !strandsRightly?.(windowAt(from))) return;
    best = sum;
    first = from;
  });
  return first < 0 ? null : { seats: windowAt(first), worth: best / places };
}
