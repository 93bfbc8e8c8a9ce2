import { isBehind, MOST_ROWS, rowsBehind, stepCost } from './score.ts';
import { eachPlace, type Found, type Search, touchesAisle } from './search.ts';

/** A group that could sit side by side: one link of a chain of rows. */
interface Group {
  readonly seats: readonly number[];
  readonly sum: number;
  readonly strands: boolean;
  readonly aisle: boolean;
}

/** Groups of one size by row, and the most that one of them is worth. */
interface Groups {
  readonly inRow: ReadonlyMap<number, readonly Group[]>;
  readonly most: ReadonlyMap<number, number>;
}

/**
 * The best seats in two to four rows behind each other, in groups of nearly the same size. Rows in which even the best
 * groups together are worth less than what was found already are not looked at.
 */
export function inRows(search: Search, places: number): Found | null {
  const groups = new Map<number, Groups>();
  const groupsOf = (size: number) => {
    const known = groups.get(size) ?? groupsBySize(search, size);
    groups.set(size, known);
    return known;
  };
  const next = rowsBehind(search.hall.scene);
  let best: Found | null = null;
  for (let rows = 2; rows <= Math.min(places, MOST_ROWS); rows += 1) {
    for (const sizes of evenSizes(places, rows)) {
      best = bestChain(search, sizes.map(groupsOf), next, places, best);
    }
  }
  return best;
}

function bestChain(
  { hall, aisle, strandsRightly }: Search,
  sizes: readonly Groups[],
  next: Int32Array,
  places: number,
  known: Found | null,
): Found | null {
  let best = known;
  const extend = (chain: readonly Group[], row: number, worth: number) => {
    const level = chain.length;
    if (level === sizes.length) {
      if (aisle && !chain.some((group) => group.aisle)) return;
      const seats = chain.flatMap((group) => group.seats);
      if (chain.some(({ strands }) => strands) && !strandsRightly?.(seats)) return;
      best = { seats, worth };
      return;
    }
    const later = mostBehind(sizes, next, row, level + 1) / places;
    for (const group of sizes[level]?.inRow.get(row) ?? []) {
      if (worth + group.sum / places + later <= (best?.worth ?? -Infinity)) continue;
      const front = chain.at(-1)?.seats;
      if (front && !isBehind(hall.scene, front, group.seats)) continue;
      const far = front ? stepCost(hall.scene, front, group.seats) : 0;
      const after = worth + group.sum / places - far;
      if (after + later > (best?.worth ?? -Infinity)) extend([...chain, group], next[row] ?? -1, after);
    }
  };
  for (const row of sizes[0]?.inRow.keys() ?? []) {
    if (mostBehind(sizes, next, row, 0, true) / places > (best?.worth ?? -Infinity)) extend([], row, 0);
  }
  return best;
}

/** The most that groups in this row's followers can be worth, from a level on; -Infinity where there is no room. */
function mostBehind(sizes: readonly Groups[], next: Int32Array, row: number, level: number, itself = false): number {
  let sum = 0;
  let at = itself ? row : (next[row] ?? -1);
  for (const { most } of sizes.slice(level)) {
    sum += most.get(at) ?? -Infinity;
    at = next[at] ?? -1;
  }
  return sum;
}

function groupsBySize(search: Search, size: number): Groups {
  const { hall, room } = search;
  const inRow = new Map<number, Group[]>();
  const most = new Map<number, number>();
  eachPlace(search, size, (from, sum, strands) => {
    const seats = [...room.benches.order.subarray(from, from + size)];
    const row = hall.scene.row[seats[0] ?? 0] ?? 0;
    const group = { seats, sum, strands, aisle: touchesAisle(room, from, size) };
    const others = inRow.get(row);
    if (others) others.push(group);
    else inRow.set(row, [group]);
    most.set(row, Math.max(most.get(row) ?? -Infinity, sum));
  });
  return { inRow, most };
}

/** Every way to divide so many over rows with at most one more in one row than in another: 5 is 3+2 and 2+3. */
function evenSizes(places: number, rows: number): number[][] {
  const least = Math.floor(places / rows);
  const divide = (extra: number, left: number): number[][] => {
    if (left === 0) return [[]];
    const ways: number[][] = [];
    if (extra > 0) ways.push(...divide(extra - 1, left - 1).map((rest) => [least + 1, ...rest]));
    if (extra < left) ways.push(...divide(extra, left - 1).map((rest) => [least, ...rest]));
    return ways;
  };
  return divide(places % rows, rows);
}
