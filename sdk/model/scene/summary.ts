import type { Price } from '../../contract/performance.ts';
import type { Scene } from './scene.ts';
import { SeatState } from './states.ts';

/** What a place costs over all price types, in cents. */
export interface PriceRange {
  readonly from: number;
  readonly to: number;
}

/** The same for a zone, with what most people pay there: the centre's first price type. */
export interface ZonePrice extends PriceRange {
  readonly usual: number;
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

/** What a seat of each zone costs. `usualType` is the centre's first price type; without it the first price listed counts. */
export function zonePrices(prices: readonly Price[], usualType?: string): ReadonlyMap<string, ZonePrice> {
  const zones = new Map<string, ZonePrice>();
  for (const { zone, priceType, price } of prices) {
    const { cents } = price;
    const known = zones.get(zone) ?? { from: cents, to: cents, usual: cents };
    zones.set(zone, {
      from: Math.min(known.from, cents),
      to: Math.max(known.to, cents),
      usual: priceType === usualType ? cents : known.usual,
    });
  }
  return zones;
}

/** Counts what is left by row and by section. Own seats count as taken: they are no longer on offer. */
export function summarise(scene: Scene, states: Uint8Array, prices: ReadonlyMap<string, PriceRange>): Summary {
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
      price: widest(plan.zones.flatMap(({ id }, zone) => (free[zone] ? (prices.get(id) ?? []) : []))),
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
