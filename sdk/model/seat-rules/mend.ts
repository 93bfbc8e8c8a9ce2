import type { Scene } from '../scene/scene.ts';
import { benchesOf } from '../seat-choice/benches.ts';
import { hallAfter, looseSeats, mineOf, RESTRICTED } from '../seat-choice/loose-seats.ts';
import type { Alternative, HallNow, SeatWish, Stranded } from '../seat-choice/types.ts';
import { eachWindow } from '../seat-choice/windows.ts';
import { isMovable, neighboursOf, strandedBy } from './single-seat.ts';

type Prices = SeatWish['prices'];

/** A mended choice and how far it is from the one that was made, in distances between neighbours. */
interface Mended {
  readonly hall: HallNow;
  readonly far: number;
}

/** A dearer place, another part of the hall or a worse view count as so many neighbours further. */
const DEARER = 1000;
const OTHER_SECTION = 20;
const WORSE_VIEW = 200;
/** One ticket more is asked only when nothing is as near as this. */
const ONE_MORE = 4;

/**
 * The nearest choices that leave nobody alone, at most `most`, nearest first: those beside the lonely seat move along
 * or to another row, together, or take the lonely seat too (one place more). Dearer ones come last. Each of them fits
 * at the moment of asking; empty when there is none.
 */
export function mend(
  hall: HallNow,
  stranded: readonly Stranded[],
  prices: Prices = new Map(),
  most = 3,
): Alternative[] {
  const [first, ...others] = stranded;
  if (!first) return [];
  const mended = groupsBeside(hall, first).flatMap((group) => moves(hall, group, prices));
  if (others.length === 0) mended.push({ hall: hallAfter(hall, [first.seat]), far: ONE_MORE });
  mended.sort((a, b) => a.far - b.far);
  const alternatives: Alternative[] = [];
  const dearer: Alternative[] = [];
  for (const one of mended) {
    if (alternatives.length === most) break;
    const fits = mendRest(one.hall, prices);
    if (!fits) continue;
    const { release, take } = difference(hall, fits);
    const asked =
      release.length === take.length && costOf(hall.scene, take, prices) > costOf(hall.scene, release, prices);
    (asked ? dearer : alternatives).push({ release, take });
  }
  return [...alternatives, ...dearer].slice(0, most);
}

/** What is still wrong elsewhere after one move is mended in the nearest way; null when that cannot be done. */
function mendRest(hall: HallNow, prices: Prices): HallNow | null {
  const stranded = strandedBy(hall);
  if (stranded.length === 0) return hall;
  const [nearest] = mend(hall, stranded, prices, 1);
  return nearest ? hallAfter(hall, nearest.take, nearest.release) : null;
}

function groupsBeside(hall: HallNow, { beside }: Stranded): number[][] {
  const groups = beside.map((seat) => neighboursOf(hall, seat)).filter((group) => isMovable(hall, group));
  return groups.filter(([seat], index) => groups.findIndex(([other]) => other === seat) === index);
}

/** The nearest way to sit in each gap of the hall that is wide enough. */
function moves(hall: HallNow, group: readonly number[], prices: Prices): Mended[] {
  const { scene, rules } = hall;
  const benches = benchesOf(scene);
  const free = looseSeats(hall);
  for (const seat of group) free[seat] = 1;
  const distance = farFrom(scene, group, prices);
  const nearest = new Map<number, { readonly from: number; readonly far: number }>();
  eachWindow({ benches, free, rule: rules.singleSeat }, group.length, (from, strands, gap) => {
    if (strands) return;
    const far = distance(benches.order.subarray(from, from + group.length));
    if (far < (nearest.get(gap)?.far ?? Infinity)) nearest.set(gap, { from, far });
  });
  return [...nearest.values()]
    .sort((a, b) => a.far - b.far)
    .slice(0, CONSIDERED)
    .map(({ from, far }) => ({ hall: hallAfter(hall, benches.order.subarray(from, from + group.length), group), far }));
}

/** More than are ever offered, because some may leave somebody alone elsewhere. */
const CONSIDERED = 8;

/** Measures how far other seats are from those of a group, everything that people mind included. */
function farFrom(scene: Scene, group: readonly number[], prices: Prices) {
  const middle = middleOf(scene, group);
  const cost = (seats: Iterable<number>) => costOf(scene, seats, prices);
  const sectionOf = (seat = 0) => scene.plan.rows[scene.row[seat] ?? 0]?.section;
  const seesLess = (seats: Uint32Array | readonly number[]) => seats.some((seat) => scene.kind[seat] === RESTRICTED);
  const [paid, section, sawLess] = [cost(group), sectionOf(group[0]), seesLess(group)];
  return (seats: Uint32Array): number => {
    const to = middleOf(scene, seats);
    let far = Math.hypot(to.x - middle.x, to.y - middle.y) / scene.pitch;
    if (cost(seats) > paid) far += DEARER;
    if (sectionOf(seats[0]) !== section) far += OTHER_SECTION;
    if (!sawLess && seesLess(seats)) far += WORSE_VIEW;
    return far;
  };
}

function costOf({ plan, zone }: Scene, seats: Iterable<number>, prices: Prices): number {
  let sum = 0;
  for (const seat of seats) sum += prices.get(plan.zones[zone[seat] ?? 0]?.id ?? '')?.usual ?? 0;
  return sum;
}

function middleOf({ x, y }: Scene, seats: Uint32Array | readonly number[]) {
  let [sumX, sumY] = [0, 0];
  for (const seat of seats) {
    sumX += x[seat] ?? 0;
    sumY += y[seat] ?? 0;
  }
  return { x: sumX / seats.length, y: sumY / seats.length };
}

function difference(before: HallNow, after: HallNow): Alternative {
  const [had, has] = [mineOf(before), mineOf(after)];
  return { release: had.filter((seat) => !has.includes(seat)), take: has.filter((seat) => !had.includes(seat)) };
}
