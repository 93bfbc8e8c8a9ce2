import type { Price } from '../../contract/performance.ts';
import type { Scene } from './scene.ts';
import { SeatState } from './states.ts';

/** Lowest and highest price, in cents. */
export interface PriceRange {
  readonly from: number;
  readonly to: number;
}

/** What one row or section has left, for overviews and for speech. */
export interface Offer {
  readonly free: number;
  readonly capacity: number;
  /** Over the zones that still have free seats; null when nothing is free or no price is known. */
  readonly price: PriceRange | null;
  /** Index in `plan.zones` of most of the seats. */
  readonly zone: number;
}

export interface Summary {
  readonly free: number;
  /** By index in `plan.sections`. */
  readonly sections: readonly Offer[];
  /** By index in `plan.rows`. */
  readonly rows: readonly Offer[];
}

/** What a seat of each zone costs, from the lowest price type to the highest. */
export function priceRanges(prices: readonly Price[]): ReadonlyMap<string, PriceRange> {
  const ranges = new Map<string, PriceRange>();
  for (const { zone, price } of prices) {
    const known = ranges.get(zone) ?? { from: price.cents, to: price.cents };
    ranges.set(zone, { from: Math.min(known.from, price.cents), to: Math.max(known.to, price.cents) });
  }
  return ranges;
}

/** Counts what is left by row and by section. Own seats count as taken: they are no longer on offer. */
export function summarise(scene: Scene, states: Uint8Array, ranges: ReadonlyMap<string, PriceRange>): Summary {
  const { plan } = scene;
  const zoneCount = plan.zones.length;
  const tallies = plan.rows.map(({ seats }) => {
    const all = new Uint32Array(zoneCount);
    const free = new Uint32Array(zoneCount);
    for (const seat of seats) {
      const zone = scene.zone[seat] ?? 0;
      all[zone] = (all[zone] ?? 0) + 1;
      if (states[seat] === SeatState.free) free[zone] = (free[zone] ?? 0) + 1;
    }
    return { all, free };
  });
  const offer = (rows: readonly number[]): Offer => {
    const all = sum(rows, 'all');
    const free = sum(rows, 'free');
    return {
      free: free.reduce((total, count) => total + count, 0),
      capacity: all.reduce((total, count) => total + count, 0),
      price: widest(plan.zones.flatMap(({ id }, zone) => (free[zone] ? (ranges.get(id) ?? []) : []))),
      zone: all.indexOf(Math.max(...all)),
    };
  };
  const sum = (rows: readonly number[], of: 'all' | 'free'): number[] =>
    plan.zones.map((_, zone) => rows.reduce((total, row) => total + (tallies[row]?.[of][zone] ?? 0), 0));

  const sections = plan.sections.map(({ rows }) => offer(rows));
  return {
    free: sections.reduce((total, { free }) => total + free, 0),
    sections,
    rows: plan.rows.map((_, row) => offer([row])),
  };
}

function widest(ranges: readonly PriceRange[]): PriceRange | null {
  if (ranges.length === 0) return null;
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}
