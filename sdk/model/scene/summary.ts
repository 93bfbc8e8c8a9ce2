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
  /** What the next summary is made from. */
  readonly tally: Tally;
}

/** Free seats by zone: of row 0, of row 1 and so on, then of each section; as many numbers each as there are zones. */
type Tally = Uint32Array;

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
  const { rows, sections } = scene.plan;
  const zones = zonesOf(scene);
  const all = new Uint32Array((rows.length + sections.length) * zones);
  const tally = all.slice();
  for (let seat = 0; seat < scene.count; seat += 1) {
    const row = scene.row[seat] ?? 0;
    const section = rows[row]?.section;
    if (section === undefined || !sections[section]) continue;
    const zone = scene.zone[seat] ?? 0;
    const inRow = row * zones + zone;
    const inSection = (rows.length + section) * zones + zone;
    count(all, inRow, 1);
    count(all, inSection, 1);
    if (states[seat] !== SeatState.free) continue;
    count(tally, inRow, 1);
    count(tally, inSection, 1);
  }
  const offer = (at: number): Offer => {
    const own = all.subarray(at * zones, (at + 1) * zones);
    return { ...left(scene, tally, at, prices), capacity: total(own), zone: own.indexOf(Math.max(...own)) };
  };
  return together(
    rows.map((_, row) => offer(row)),
    sections.map((_, section) => offer(rows.length + section)),
    tally,
  );
}

/** What a summary needs to go on from the one before: the seats whose state is another, and both states of the hall. */
export interface Change {
  readonly changed: readonly number[];
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** The same as `summarise` of the states after a change, in the time that the changed seats take. */
export function summariseChange(
  scene: Scene,
  summary: Summary,
  { changed, before, after }: Change,
  prices: ReadonlyMap<string, PriceRange>,
): Summary {
  const rowCount = scene.plan.rows.length;
  const zones = zonesOf(scene);
  const tally = summary.tally.slice();
  const touched = new Set<number>();
  for (const seat of changed) {
    const more = Number(after[seat] === SeatState.free) - Number(before[seat] === SeatState.free);
    if (more === 0) continue;
    const row = scene.row[seat] ?? 0;
    const section = scene.plan.rows[row]?.section;
    if (section === undefined || !scene.plan.sections[section]) continue;
    for (const at of [row, rowCount + section]) {
      count(tally, at * zones + (scene.zone[seat] ?? 0), more);
      touched.add(at);
    }
  }
  if (touched.size === 0) return summary;
  const rows = [...summary.rows];
  const sections = [...summary.sections];
  for (const at of touched) {
    const [offers, index] = at < rowCount ? [rows, at] : [sections, at - rowCount];
    const offer = offers[index];
    if (offer) offers[index] = { ...offer, ...left(scene, tally, at, prices) };
  }
  return together(rows, sections, tally);
}

/** A plan without zones is a damaged one; its seats still count. */
const zonesOf = ({ plan }: Scene) => Math.max(1, plan.zones.length);

function count(tally: Tally, at: number, more: number): void {
  tally[at] = (tally[at] ?? 0) + more;
}

function total(counts: Tally): number {
  let sum = 0;
  for (const each of counts) sum += each;
  return sum;
}

function left({ plan }: Scene, tally: Tally, at: number, prices: ReadonlyMap<string, PriceRange>) {
  const zones = Math.max(1, plan.zones.length);
  const own = tally.subarray(at * zones, (at + 1) * zones);
  const offered = plan.zones.flatMap(({ id }, zone) => (own[zone] ? (prices.get(id) ?? []) : []));
  return { free: total(own), price: widest(offered) };
}

function together(rows: readonly Offer[], sections: readonly Offer[], tally: Tally): Summary {
  return { free: sections.reduce((sum, { free }) => sum + free, 0), sections, rows, tally };
}

function widest(ranges: readonly PriceRange[]): PriceRange | null {
  if (ranges.length === 0) return null;
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}
