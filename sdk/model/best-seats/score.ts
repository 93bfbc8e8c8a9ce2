import type { Scene } from '../scene/scene.ts';
import { benchesOf } from '../seat-choice/benches.ts';
import type { HallNow, Suggestion } from '../seat-choice/types.ts';

/** So many neighbours apart weighs as much as the best seat of the hall against the worst thinkable. */
export const APART = 20;
/** Rows further apart than so many neighbours are not behind each other: a cross aisle is between them. */
const ROWS_APART = 3;
/** Staggered rows are half a seat aside; drawn curves need a little more room than that. */
const SLACK = 0.1;
/** More rows than these are no longer one party. */
export const MOST_ROWS = 4;

/**
 * How a choice is compared with another, by the first thing that differs: no restricted view (unless it was asked
 * for), then {@link togetherness}, then leaving no seat alone (some choices may, see `strandedBy`), then its worth:
 *
 * - side by side: the average of its seats;
 * - in rows: that average, less the distances from the middle of each group to the next;
 * - apart: that of the one seat around which they are, less the distance of the farthest.
 */
export function worthOf({ hall, worth, aisle }: Measure, seats: readonly number[]): number {
  const groups = groupsOf(hall.scene, seats);
  const together = togetherness(hall, seats);
  if (together === 'apart') {
    const anchors = aisle ? seats.filter((seat) => isAtAisle(hall.scene, [seat])) : seats;
    return Math.max(...anchors.map((seat) => (worth[seat] ?? 0) - reachCost(hall.scene, seat, seats)));
  }
  let sum = 0;
  for (const seat of seats) sum += worth[seat] ?? 0;
  const way = groups.slice(1).reduce((far, group, index) => far + stepCost(hall.scene, groups[index] ?? [], group), 0);
  return sum / seats.length - way;
}

interface Measure {
  readonly hall: HallNow;
  readonly worth: Float64Array;
  readonly aisle: boolean;
}

/**
 * Whether a party sits side by side on one bench; or in successive rows, in groups of nearly the same size, each of
 * which is behind the one before; or apart.
 */
export function togetherness({ scene }: HallNow, seats: readonly number[]): Suggestion['together'] {
  const groups = groupsOf(scene, seats);
  if (groups.length === 1) return 'row';
  const sizes = groups.map(({ length }) => length);
  if (groups.length > MOST_ROWS || Math.max(...sizes) - Math.min(...sizes) > 1) return 'apart';
  const next = rowsBehind(scene);
  return groups.slice(1).every((group, index) => {
    const before = groups[index] ?? [];
    return next[scene.row[before[0] ?? 0] ?? 0] === scene.row[group[0] ?? 0] && isBehind(scene, before, group);
  })
    ? 'rows'
    : 'apart';
}

/** The seats in walking order, in groups that are side by side. */
function groupsOf(scene: Scene, seats: readonly number[]): number[][] {
  const { at, begins } = benchesOf(scene);
  const groups: number[][] = [];
  let last = -2;
  for (const seat of inWalkingOrder(scene, seats)) {
    const position = at[seat] ?? 0;
    if (position === last + 1 && begins[position] === 0) groups.at(-1)?.push(seat);
    else groups.push([seat]);
    last = position;
  }
  return groups;
}

export function inWalkingOrder(scene: Scene, seats: Iterable<number>): number[] {
  const { at } = benchesOf(scene);
  return [...seats].sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
}

/** By row: the row behind it in its section; -1 behind the last. */
export function rowsBehind({ plan }: Scene): Int32Array {
  const next = new Int32Array(plan.rows.length).fill(-1);
  for (const { rows } of plan.sections) {
    rows.forEach((row, index) => {
      next[row] = rows[index + 1] ?? -1;
    });
  }
  return next;
}

/** Whether one group sits behind another, not further aside than half of the larger one. */
export function isBehind(scene: Scene, front: readonly number[], back: readonly number[]): boolean {
  const [from, to, along] = [middleOf(scene, front), middleOf(scene, back), directionAt(scene, front)];
  const [x, y] = [to.x - from.x, to.y - from.y];
  const aside = Math.abs(x * along.x + y * along.y) / scene.pitch;
  const across = Math.abs(x * along.y - y * along.x) / scene.pitch;
  return aside <= Math.max(front.length, back.length) / 2 + SLACK && across <= ROWS_APART;
}

/** Direction of a row at a group of its seats, as a unit vector. */
function directionAt({ plan, row, place, x, y }: Scene, group: readonly number[]) {
  const { seats = [] } = plan.rows[row[group[0] ?? 0] ?? 0] ?? {};
  const first = seats[(place[group[0] ?? 0] ?? 0) - 1] ?? group[0] ?? 0;
  const last = seats[(place[group.at(-1) ?? 0] ?? 0) + 1] ?? group.at(-1) ?? 0;
  const [alongX, alongY] = [(x[last] ?? 0) - (x[first] ?? 0), (y[last] ?? 0) - (y[first] ?? 0)];
  const length = Math.hypot(alongX, alongY);
  return length === 0 ? { x: 1, y: 0 } : { x: alongX / length, y: alongY / length };
}

export function middleOf({ x, y }: Scene, seats: readonly number[]) {
  let [sumX, sumY] = [0, 0];
  for (const seat of seats) {
    sumX += x[seat] ?? 0;
    sumY += y[seat] ?? 0;
  }
  return { x: sumX / seats.length, y: sumY / seats.length };
}

/** What it costs that a group sits in another row than the one before. */
export function stepCost(scene: Scene, front: readonly number[], back: readonly number[]): number {
  const [from, to] = [middleOf(scene, front), middleOf(scene, back)];
  return Math.hypot(to.x - from.x, to.y - from.y) / (scene.pitch * APART);
}

/** What it costs that the farthest of these seats is so far from the one in their midst. */
export function reachCost({ x, y, pitch }: Scene, anchor: number, seats: readonly number[]): number {
  const far = (seat: number) => Math.hypot((x[seat] ?? 0) - (x[anchor] ?? 0), (y[seat] ?? 0) - (y[anchor] ?? 0));
  return seats.reduce((most, seat) => Math.max(most, far(seat)), 0) / (pitch * APART);
}

/** Whether at least one of the seats is at an end of its bench. */
export function isAtAisle(scene: Scene, seats: readonly number[]): boolean {
  const { at, begins } = benchesOf(scene);
  return seats.some((seat) => begins[at[seat] ?? 0] === 1 || begins[(at[seat] ?? 0) + 1] === 1);
}
