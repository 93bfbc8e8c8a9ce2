import type { Seat, SeatingPlan } from '../../sdk/model/seating-plan/index.ts';

/** Sizes of the parties people come in: mostly two. */
const PARTIES = [1, 2, 2, 2, 2, 2, 3, 4, 4, 5] as const;
/** Spots a party looks at before it takes the best one. */
const LOOKS = 10;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32), so that a demo is the same everywhere. */
export function randomFrom(text: string): () => number {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Taken = Readonly<Record<string, 'sold' | 'blocked'>>;

/** How full a house is before the demo starts. */
export interface House {
  /** Seed: the same key gives the same house. */
  readonly key: string;
  /** Part of the places for sale that is sold, 0 to 1. */
  readonly sold: number;
  /** A mixing desk keeps seats in the back of the first section. */
  readonly desk: boolean;
}

/**
 * Sells a part of a house the way people buy: in parties side by side, the better seats first, wheelchair places with
 * their companions, and here and there a single seat left over. Blocks the house's own seats.
 */
export function fillHouse(plan: SeatingPlan, { key, sold, desk }: House): Taken {
  const random = randomFrom(key);
  const taken: Selling = new Map();
  for (const seat of plan.seats) if (seat.kind === 'house') taken.set(seat.id, 'blocked');
  if (desk) for (const seat of deskSeats(plan)) taken.set(seat.id, 'blocked');

  const free = plan.seats.filter(({ id }) => !taken.has(id)).length;
  sellSeats(plan, Math.round(free * sold), random, taken);
  for (const { id, capacity } of plan.areas) {
    const count = Math.round(capacity * sold);
    for (let place = 1; place <= count; place += 1) taken.set(`${id}#${place}`, 'sold');
  }
  return Object.fromEntries(taken);
}

/** Six seats in the middle of the last row but one of the first section. */
function deskSeats(plan: SeatingPlan): readonly Seat[] {
  const row = plan.rows[plan.sections[0]?.rows.at(-2) ?? 0]?.seats ?? [];
  const middle = row.length >> 1;
  return seatsAt(plan, row.slice(middle - 3, middle + 3));
}

type Selling = Map<string, 'sold' | 'blocked'>;

function sellSeats(plan: SeatingPlan, wanted: number, random: () => number, taken: Selling): void {
  const appeal = appealOf(plan);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const sell = (seats: readonly Seat[]) => {
    for (const { id } of seats) taken.set(id, 'sold');
    return seats.length;
  };
  let left = wanted;
  for (const pair of wheelchairPairs(plan)) if (random() < wanted / plan.seats.length) left -= sell(pair);
  for (let misses = 0; left > 0 && misses < plan.seats.length; ) {
    const size = Math.min(any(PARTIES) ?? 2, left);
    let best: readonly Seat[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const row = any(plan.rows)?.seats ?? [];
      const start = Math.floor(random() * row.length);
      const party = seatsAt(plan, row.slice(start, start + size)).filter(
        ({ id, kind }) => !taken.has(id) && kind !== 'wheelchair' && kind !== 'companion',
      );
      if (party.length === size && scoreOf(party, appeal) > scoreOf(best, appeal)) best = party;
    }
    left -= sell(best);
    misses = best.length > 0 ? 0 : misses + 1;
  }
  // Late buyers take whatever there is, so a full house really gets full.
  if (left > 0) sell(plan.seats.filter(({ id }) => !taken.has(id)).slice(0, left));
}

const seatsAt = (plan: SeatingPlan, indices: readonly number[]) => indices.flatMap((index) => plan.seats[index] ?? []);

/** Each wheelchair place with a companion's seat beside it, no seat twice. */
function wheelchairPairs(plan: SeatingPlan): readonly (readonly Seat[])[] {
  const given = new Set<Seat>();
  return plan.seats.flatMap((seat, index) => {
    if (seat.kind !== 'wheelchair') return [];
    const companion = seatsAt(plan, [index - 1, index + 1]).find(
      (beside) => beside.kind === 'companion' && beside.row === seat.row && !given.has(beside),
    );
    if (companion) given.add(companion);
    return [companion ? [seat, companion] : [seat]];
  });
}

const scoreOf = (seats: readonly Seat[], appeal: ReadonlyMap<string, number>) =>
  seats.reduce((sum, { id }) => sum + (appeal.get(id) ?? 0), 0) / (seats.length || 1);

/** What makes a seat wanted, 0 to 1 and a little more than nothing everywhere: its zone, and near the middle of its floor. */
function appealOf(plan: SeatingPlan): ReadonlyMap<string, number> {
  const zones = new Map(plan.zones.map(({ id }, index) => [id, 1 - index / plan.zones.length]));
  return new Map(
    plan.seats.map((seat) => {
      const floor = plan.floors[plan.sections[plan.rows[seat.row]?.section ?? 0]?.floor ?? 0]?.bounds ?? plan.bounds;
      const aside = Math.abs(seat.x - (floor.x + floor.width / 2)) / floor.width;
      const deep = Math.abs(seat.y - (floor.y + floor.height * 0.55)) / floor.height;
      const view = seat.kind === 'restricted-view' ? 0.3 : 1;
      return [seat.id, 0.05 + view * (0.4 * (zones.get(seat.zone) ?? 0) + 0.35 * (1 - aside) + 0.25 * (1 - deep))];
    }),
  );
}
