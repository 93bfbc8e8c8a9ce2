import type { Scene } from './scene.ts';
import { nearestOfRow } from './walk.ts';

/** Seats of one row that are near, in walking order. */
export interface NearbyRow {
  /** Index in `plan.rows`. */
  readonly row: number;
  /** Which row of its section it is, from 0. */
  readonly at: number;
  /** Position of the first of `seats` in the row, from 0. */
  readonly from: number;
  readonly seats: readonly number[];
}

/** The part of a section around a seat: all of a small section, never more seats than a screen reader can bear. */
export interface Nearby {
  /** Index in `plan.sections`. */
  readonly section: number;
  readonly rows: readonly NearbyRow[];
}

/** Measured: so many cells cost a key press no more than a few milliseconds, and an accessibility tree 500 nodes. */
const MOST = 400;
/** Of a row that does not fit: so many seats, with the middle one abreast. */
const WIDEST = 40;

/** What surrounds a seat of a section, the whole section when that is small. */
export function nearby(scene: Scene, seat: number): Nearby {
  const { plan, row } = scene;
  const section = plan.rows[row[seat] ?? 0]?.section ?? 0;
  const rows = plan.sections[section]?.rows ?? [];
  const cut = (at: number) => cutRow(scene, rows[at] ?? 0, at, seat);
  if (countSeats(scene, rows) <= MOST) return { section, rows: rows.map((index, at) => whole(scene, index, at)) };
  const middle = rows.indexOf(row[seat] ?? 0);
  const shown = [cut(middle)];
  let count = shown[0]?.seats.length ?? 0;
  for (let away = 1; count < MOST && away < rows.length; away += 1) {
    const before = middle - away >= 0 ? cut(middle - away) : undefined;
    const after = middle + away < rows.length ? cut(middle + away) : undefined;
    count += (before?.seats.length ?? 0) + (after?.seats.length ?? 0);
    if (count > MOST && away > 1) break;
    if (before) shown.unshift(before);
    if (after) shown.push(after);
  }
  return { section, rows: shown };
}

/** Whether a seat has neighbours around it in what is near, wherever its section has any. */
export function isWellWithin({ plan, row, place }: Scene, { section, rows }: Nearby, seat: number): boolean {
  const own = plan.rows[row[seat] ?? 0];
  if (own?.section !== section) return false;
  const index = rows.findIndex((shown) => shown.row === row[seat]);
  const found = rows[index];
  if (!found) return false;
  const total = plan.sections[section]?.rows.length ?? 0;
  const position = (place[seat] ?? 0) - found.from;
  const isInside = (at: number, count: number, before: number, all: number) =>
    at >= 0 && at < count && (at > 0 || before === 0) && (at < count - 1 || before + count === all);
  return (
    isInside(index, rows.length, rows[0]?.at ?? 0, total) &&
    isInside(position, found.seats.length, found.from, own.seats.length)
  );
}

const countSeats = ({ plan }: Scene, rows: readonly number[]) =>
  rows.reduce((count, index) => count + (plan.rows[index]?.seats.length ?? 0), 0);

const whole = ({ plan }: Scene, row: number, at: number): NearbyRow => ({
  row,
  at,
  from: 0,
  seats: plan.rows[row]?.seats ?? [],
});

function cutRow(scene: Scene, row: number, at: number, abreast: number): NearbyRow {
  const all = whole(scene, row, at);
  if (all.seats.length <= WIDEST) return all;
  const middle = scene.place[nearestOfRow(scene, row, abreast)] ?? 0;
  const from = Math.min(Math.max(0, middle - WIDEST / 2), all.seats.length - WIDEST);
  return { ...all, from, seats: all.seats.slice(from, from + WIDEST) };
}
