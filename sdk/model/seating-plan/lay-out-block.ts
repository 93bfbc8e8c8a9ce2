import { rowLabels, selector } from './ranges.ts';
import type {
  BlockSource,
  ExceptionSource,
  Numbering,
  PlaceSource,
  PointSource,
  RowSize,
  SectionSource,
} from './source.ts';
import type { Seat, SeatKind } from './types.ts';

const PITCH = 52;
const DEPTH = 95;
const AISLE = 100;

/** A row of a block. Its seats do not know yet which row of the plan they are in: `row` is still to be set. */
export interface BlockRow {
  readonly label: string;
  readonly seats: (Omit<Seat, 'row'> & { row: number })[];
}

/** A seat that does not know yet which row of the plan it is in. */
type RowSeat = BlockRow['seats'][number];

/** The same without a seat made of it: where they are, and how to make each. Most rows have but one kind and zone. */
export interface LaidRow {
  readonly label: string;
  /** x and y by turns, in walking order. */
  readonly points: Float64Array;
  /** What all of them are, or each by itself. */
  readonly kind: SeatKind | readonly SeatKind[];
  readonly zone: string | readonly string[];
  seatAt(index: number): RowSeat;
}

const groupsIn = (size: RowSize) => String(size).split('+').map(Number);

/** Seats in each group of a row, left to right; between groups is an aisle. */
export function groupsOf(seats: NonNullable<BlockSource['seats']>, row: number, rows: number): number[] {
  if (typeof seats !== 'object') return groupsIn(seats);
  if (!('from' in seats)) return groupsIn(seats[row] ?? 0);
  const last = groupsIn(seats.to);
  const grown = row / Math.max(1, rows - 1);
  return groupsIn(seats.from).map((size, group) => Math.round(size + ((last[group] ?? size) - size) * grown));
}

/** What is written on the seat at `index`, counted from the left of a row of `count` seats. */
export function seatNumber(rule: Numbering, index: number, count: number, start: number, step: number): string {
  if (rule === 'left') return String(start + step * index);
  if (rule === 'right') return String(start + step * (count - 1 - index));
  // The seat in the very middle, if there is one, is on the side that starts counting.
  const half = rule === 'odd-right' ? Math.floor(count / 2) : Math.ceil(count / 2);
  const onLeft = index < half;
  const outward = onLeft ? half - 1 - index : index - half;
  if (rule === 'middle') return (onLeft ? 'L' : 'R') + (start + outward);
  return String(start + 2 * outward + (onLeft === (rule === 'odd-left') ? 0 : 1));
}

/** How far along the row each seat is from the row's middle, in cm. */
function stepsAlong(groups: readonly number[], pitch: number, aisle: number | readonly number[]): Float64Array {
  let count = 0;
  for (const size of groups) count += Math.max(0, Math.ceil(size) || 0);
  const steps = new Float64Array(count);
  let at = 0;
  let seat = 0;
  groups.forEach((size, group) => {
    for (let place = 0; place < size; place += 1, at += pitch, seat += 1) steps[seat] = at;
    at += typeof aisle === 'object' ? (aisle[group] ?? AISLE) : aisle;
  });
  const middle = ((steps[0] ?? 0) + (steps[count - 1] ?? 0)) / 2;
  for (let index = 0; index < count; index += 1) steps[index] = (steps[index] as number) - middle;
  return steps;
}

const rounded = (length: number) => Math.round(length * 10) / 10;

/**
 * Coordinates of every seat of a row by the block's rule, left to right, relative to the floor: x and y by turns. Flat,
 * because a stadium would have a hundred thousand little arrays to clear away.
 */
function rowPoints(block: BlockSource, row: number, rows: number): Float64Array {
  const { radius, turn = 0, pitch = PITCH, aisle = AISLE } = block;
  const x = block.at?.[0] ?? 0;
  const y = block.at?.[1] ?? 0;
  const behind = row * (block.depth ?? DEPTH);
  const sine = Math.sin((turn * Math.PI) / 180);
  const cosine = Math.cos((turn * Math.PI) / 180);
  const steps = stepsAlong(groupsOf(block.seats ?? 0, row, rows), pitch, aisle);
  const points = new Float64Array(steps.length * 2);
  const arc = radius && radius + behind;
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index] as number;
    const across = arc ? arc * Math.sin(step / arc) : step;
    const back = arc ? arc * Math.cos(step / arc) - (radius ?? 0) : behind;
    points[index * 2] = x + across * cosine - back * sine;
    points[index * 2 + 1] = y + across * sine + back * cosine;
  }
  return points;
}

/** The same for seats that were written one by one, moved to where the block is. */
function placedPoints(places: readonly PlaceSource[], [left, top]: PointSource = [0, 0]): Float64Array {
  return Float64Array.from(places.flatMap(([x, y]) => [left + x, top + y]));
}

const NOTHING: Partial<ExceptionSource> = {};

/** Says what is different about a seat, row by row: few rows have exceptions, and a large hall has many seats. */
function exceptionsOf(block: BlockSource): (row: string) => ((number: string) => Partial<ExceptionSource>) | undefined {
  const rules = (block.except ?? []).flatMap((rule) =>
    rule.seats.split(' ').map((word) => ({ rule, ...selector(word) })),
  );
  return (row) => {
    const here = rules.filter(({ rows }) => rows.has(row));
    if (here.length === 0) return undefined;
    return (number) => {
      const rulesOfSeat = here.filter(({ numbers }) => numbers?.has(number) ?? true).map(({ rule }) => rule);
      return rulesOfSeat.length === 0 ? NOTHING : Object.assign({}, ...rulesOfSeat);
    };
  };
}

/** Every row of a block, front to back, its seats in walking order. */
export const layOutBlock = (block: BlockSource, section: SectionSource, origin: PointSource): BlockRow[] =>
  layOutRows(block, section, origin).map(({ label, points, seatAt }) => ({
    label,
    seats: Array.from({ length: points.length / 2 }, (_, index) => seatAt(index)),
  }));

/** The same for who needs to know where all seats are, and of a few what they are called. */
export function layOutRows(block: BlockSource, section: SectionSource, origin: PointSource): LaidRow[] {
  const exceptionsIn = exceptionsOf(block);
  const labels = rowLabels(block.rows);
  return labels.map((label, row) => {
    const points = block.places ? placedPoints(block.places, block.at) : rowPoints(block, row, labels.length);
    for (let at = 0; at < points.length; at += 2) {
      points[at] = origin[0] + (points[at] as number);
      points[at + 1] = origin[1] + (points[at + 1] as number);
    }
    const exceptionOf = exceptionsIn(label);
    if (block.places || exceptionOf) return irregularRow(block, section, label, points, exceptionOf);
    return regularRow(block, section, label, points);
  });
}

function regularRow(block: BlockSource, section: SectionSource, label: string, points: Float64Array): LaidRow {
  const { numbering = 'left', start = 1, step = 1, kind = 'standard', zone = section.zone } = block;
  const prefix = `${section.id}-${label}-`;
  const count = points.length / 2;
  for (let at = 0; at < points.length; at += 1) points[at] = rounded(points[at] as number);
  return {
    label,
    points,
    kind,
    zone,
    seatAt(index) {
      const number = seatNumber(numbering, index, count, start, step);
      const x = points[index * 2] as number;
      return { id: prefix + number, number, x, y: points[index * 2 + 1] as number, kind, zone, row: -1 };
    },
  };
}

/** A row whose seats were written one by one, or some of which are different. */
function irregularRow(
  block: BlockSource,
  section: SectionSource,
  label: string,
  points: Float64Array,
  exceptionOf: (number: string) => Partial<ExceptionSource> = () => NOTHING,
): LaidRow {
  const { numbering = 'left', start = 1, step = 1, places, kind = 'standard', zone = section.zone } = block;
  const count = points.length / 2;
  const seats: RowSeat[] = [];
  for (let index = 0; index < count; index += 1) {
    const place = places?.[index];
    const ruled = place?.[2] ?? seatNumber(numbering, index, count, start, step);
    const exception = exceptionOf(ruled);
    if (exception.missing) continue;
    const { number = ruled, nudge } = exception;
    seats.push({
      id: exception.id ?? place?.[3] ?? `${section.id}-${label}-${number}`,
      number,
      x: rounded((points[index * 2] ?? 0) + (nudge?.[0] ?? 0)),
      y: rounded((points[index * 2 + 1] ?? 0) + (nudge?.[1] ?? 0)),
      kind: exception.kind ?? kind,
      zone: exception.zone ?? zone,
      row: -1,
    });
  }
  const seatAt = (index: number) => seats[index] as RowSeat;
  return {
    label,
    points: Float64Array.from(seats.flatMap(({ x, y }) => [x, y])),
    kind: seats.map((seat) => seat.kind),
    zone: seats.map((seat) => seat.zone),
    seatAt: (index) => ({ ...seatAt(index) }),
  };
}
