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
  /** By index in `plan.rows`. Made when first asked for: the map shows sections, only the list tells rows. */
  readonly rows: readonly Offer[];
  /** What the next summary is made from. */
  readonly tally: Tally;
}

/** Seats by zone: of row 0, of row 1 and so on, then of each section; as many numbers each as there are zones. */
type Counts = Uint32Array;

interface Tally {
  readonly free: Counts;
  readonly all: Counts;
}

/** From what the rows of a summary are made when somebody asks: those of an earlier one, and which of them changed since. */
interface Before {
  readonly rows: () => readonly Offer[];
  readonly changed: ReadonlySet<number>;
}

const befores = new WeakMap<Summary, Before>();

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
  const tally = tallyOf(scene, states);
  const offer = (at: number): Offer => {
    let capacity = 0;
    let zone = 0;
    for (let each = 0; each < zones; each += 1) {
      const seats = tally.all[at * zones + each] as number;
      capacity += seats;
      if (seats > (tally.all[at * zones + zone] as number)) zone = each;
    }
    return { ...left(scene, tally.free, at, prices), capacity, zone };
  };
  let made: readonly Offer[] | undefined;
  const makeRows = () => {
    made ??= rows.map((_, row) => offer(row));
    return made;
  };
  const ofSections = sections.map((_, section) => offer(rows.length + section));
  return together(ofSections, tally, makeRows, { rows: makeRows, changed: new Set() });
}

function tallyOf({ plan, count, row, zone }: Scene, states: Uint8Array): Tally {
  const { rows, sections } = plan;
  const zones = Math.max(1, plan.zones.length);
  const all = new Uint32Array((rows.length + sections.length) * zones);
  const free = new Uint32Array(all.length);
  const end = rows.length * zones;
  for (let seat = 0; seat < count; seat += 1) {
    const at = (row[seat] as number) * zones + (zone[seat] as number);
    if (at >= end) continue;
    all[at] = (all[at] as number) + 1;
    if (states[seat] === SeatState.free) free[at] = (free[at] as number) + 1;
  }
  rows.forEach(({ section }, index) => {
    const from = index * zones;
    const to = (rows.length + section) * zones;
    for (let each = 0; each < zones; each += 1) {
      // A row of a damaged plan that is in no section is on offer nowhere.
      if (!sections[section]) all[from + each] = free[from + each] = 0;
      else {
        all[to + each] = (all[to + each] as number) + (all[from + each] as number);
        free[to + each] = (free[to + each] as number) + (free[from + each] as number);
      }
    }
  });
  return { free, all };
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
  const free = summary.tally.free.slice();
  const touched = new Set<number>();
  for (const seat of changed) {
    const more = Number(after[seat] === SeatState.free) - Number(before[seat] === SeatState.free);
    if (more === 0) continue;
    const row = scene.row[seat] ?? 0;
    const section = scene.plan.rows[row]?.section;
    if (section === undefined || !scene.plan.sections[section]) continue;
    for (const at of [row, rowCount + section]) {
      count(free, at * zones + (scene.zone[seat] ?? 0), more);
      touched.add(at);
    }
  }
  if (touched.size === 0) return summary;
  const again = (offers: readonly Offer[], changed: Iterable<number>, from: number): readonly Offer[] => {
    const renewed = [...offers];
    for (const at of changed) {
      const offer = renewed[at];
      if (offer) renewed[at] = { ...offer, ...left(scene, free, from + at, prices) };
    }
    return renewed;
  };
  const all = [...touched];
  const known = befores.get(summary);
  const changedRows = new Set([...(known?.changed ?? []), ...all.filter((at) => at < rowCount)]);
  const earlier = known?.rows ?? (() => summary.rows);
  const sections = all.filter((at) => at >= rowCount).map((at) => at - rowCount);
  return together(
    again(summary.sections, sections, rowCount),
    { free, all: summary.tally.all },
    () => again(earlier(), changedRows, 0),
    { rows: earlier, changed: changedRows },
  );
}

/** A plan without zones is a damaged one; its seats still count. */
const zonesOf = ({ plan }: Scene) => Math.max(1, plan.zones.length);

function count(tally: Counts, at: number, more: number): void {
  tally[at] = (tally[at] ?? 0) + more;
}

function total(counts: Counts): number {
  let sum = 0;
  for (const each of counts) sum += each;
  return sum;
}

function left({ plan }: Scene, tally: Counts, at: number, prices: ReadonlyMap<string, PriceRange>) {
  const zones = Math.max(1, plan.zones.length);
  const own = tally.subarray(at * zones, (at + 1) * zones);
  const offered = plan.zones.flatMap(({ id }, zone) => (own[zone] ? (prices.get(id) ?? []) : []));
  return { free: total(own), price: widest(offered) };
}

function together(sections: readonly Offer[], tally: Tally, makeRows: () => readonly Offer[], before: Before): Summary {
  let rows: readonly Offer[] | undefined;
  const summary: Summary = {
    free: sections.reduce((sum, { free }) => sum + free, 0),
    sections,
    get rows() {
      rows ??= makeRows();
      return rows;
    },
    tally,
  };
  befores.set(summary, before);
  return summary;
}

function widest(ranges: readonly PriceRange[]): PriceRange | null {
  if (ranges.length === 0) return null;
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}
