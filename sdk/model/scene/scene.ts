import { type FlatSeats, flatSeats, KINDS } from '../seating-plan/flat-seats.ts';
import type { Bounds, Point, SeatingPlan } from '../seating-plan/types.ts';
import { arrangeFloors } from './floors.ts';

export { KINDS };

/**
 * A plan made ready to draw, to point at and to walk through: flat arrays by seat index (the index in `plan.seats`).
 * It never changes; what does change lies beside it (see `readStates` and `Camera`). Lengths are plan units (1 cm).
 */
export interface Scene {
  readonly plan: SeatingPlan;
  /** How many floors stand in each column. */
  readonly columns: readonly number[];
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index in `plan.zones`. */
  readonly zone: Uint16Array;
  /** Index in {@link KINDS}. */
  readonly kind: Uint8Array;
  /** Index in `plan.rows`; one beyond all of them for a seat of a damaged plan that is in none. */
  readonly row: Uint32Array;
  /** Position within its row, in walking order. */
  readonly place: Uint32Array;
  /** Left, top, right, bottom of the seat centres of each row, four numbers a row. */
  readonly rowBoxes: Float32Array;
  /** Usual distance between two neighbours. */
  readonly pitch: number;
  /** Radius a seat is drawn with. */
  readonly radius: number;
  /** How far each floor is moved, so that all of them are seen at once. */
  readonly shifts: readonly Point[];
  /** Where each floor lies after that. */
  readonly floors: readonly Bounds[];
  /** Where the name of each floor and section is written: in the middle before its front seats. */
  readonly floorFronts: readonly Point[];
  readonly sectionFronts: readonly Point[];
  /** Everything together. */
  readonly bounds: Bounds;
  /** Seat id → index. Made when first asked for: a hundred thousand names take longer than all else here. */
  readonly indexOf: ReadonlyMap<string, number>;
}

const RADIUS_PER_PITCH = 0.41;
const USUAL_PITCH = 52;
const SMALLEST_PITCH = 10;
/** Of how many rows the distances are measured. */
const ROWS_MEASURED = 100;

/**
 * Prepares a plan for drawing, pointing and speaking; takes time in proportion to the number of seats, once per plan.
 * `columns` says how the floors stand (see `chooseColumns`); without it they stand behind each other.
 */
export function createScene(plan: SeatingPlan, columns: readonly number[] = [plan.floors.length]): Scene {
  const { shifts, floors, bounds } = arrangeFloors(plan, columns);
  const flat = flatSeats(plan);
  const { count, zone, kind, row } = flat;
  const { x, y, rowBoxes } = placeSeats(plan, flat, shifts);
  const pitch = usualPitch(plan, flat);
  const front = (rows: readonly number[]) => frontOf(plan, rows, x, y, pitch);
  let index: ReadonlyMap<string, number> | undefined;
  let place: Uint32Array | undefined;
  let floorFronts: readonly Point[] | undefined;
  let sectionFronts: readonly Point[] | undefined;
  return {
    plan,
    columns,
    count,
    x,
    y,
    zone,
    kind,
    row,
    rowBoxes,
    pitch,
    radius: pitch * RADIUS_PER_PITCH,
    shifts,
    floors,
    bounds,
    // Names come after the first picture; so does where they stand.
    get floorFronts() {
      floorFronts ??= floors.map((_, at) =>
        front(plan.sections.flatMap(({ floor, rows }) => (floor === at ? rows : []))),
      );
      return floorFronts;
    },
    get sectionFronts() {
      sectionFronts ??= plan.sections.map(({ rows }) => front(rows));
      return sectionFronts;
    },
    // Who walks comes later, too.
    get place() {
      place ??= placesInRows(plan, count);
      return place;
    },
    get indexOf() {
      index ??= new Map(plan.seats.map(({ id }, seat) => [id, seat]));
      return index;
    },
  };
}

/** Seats and rows where they lie when each floor is moved to its place. */
function placeSeats(plan: SeatingPlan, flat: FlatSeats, shifts: readonly Point[]) {
  const { count, row } = flat;
  const rows = plan.rows.length;
  // One more, unmoved: for seats that are in no row.
  const across = new Float64Array(rows + 1);
  const down = new Float64Array(rows + 1);
  const rowBoxes = new Float32Array(rows * 4);
  for (let at = 0; at < rows; at += 1) {
    const shift = shifts[plan.sections[plan.rows[at]?.section ?? -1]?.floor ?? 0];
    across[at] = shift?.x ?? 0;
    down[at] = shift?.y ?? 0;
    for (let side = at * 4; side < at * 4 + 4; side += 1) {
      rowBoxes[side] = (flat.rowBoxes[side] as number) + ((side & 1 ? down[at] : across[at]) as number);
    }
  }
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let seat = 0; seat < count; seat += 1) {
    const at = Math.min(row[seat] as number, rows);
    x[seat] = (flat.x[seat] as number) + (across[at] as number);
    y[seat] = (flat.y[seat] as number) + (down[at] as number);
  }
  return { x, y, rowBoxes };
}

function placesInRows({ rows }: SeatingPlan, count: number): Uint32Array {
  const place = new Uint32Array(count);
  for (const { seats } of rows) for (let at = 0; at < seats.length; at += 1) place[seats[at] ?? 0] = at;
  return place;
}

/**
 * The median distance of neighbours: one wide gangway or one crowded box must not set the size of all seats. Of a hall
 * with very many rows, a hundred tell as much as all.
 */
function usualPitch({ rows }: SeatingPlan, { x, y }: FlatSeats): number {
  const distances: number[] = [];
  const every = Math.ceil(rows.length / ROWS_MEASURED);
  for (let at = 0; at < rows.length; at += every) {
    const row = rows[at]?.seats ?? [];
    for (let position = 1; position < row.length; position += 1) {
      const a = row[position - 1] ?? -1;
      const b = row[position] ?? -1;
      const dx = (x[a] ?? Number.NaN) - (x[b] ?? Number.NaN);
      const dy = (y[a] ?? Number.NaN) - (y[b] ?? Number.NaN);
      if (!Number.isNaN(dx)) distances.push(Math.sqrt(dx * dx + dy * dy));
    }
  }
  const sorted = Float32Array.from(distances).sort();
  return Math.max(SMALLEST_PITCH, sorted[sorted.length >> 1] ?? USUAL_PITCH);
}

/** A row's length before the foremost seat that stands near the middle; that is inside a horseshoe, not above its ends. */
function frontOf(plan: SeatingPlan, rows: readonly number[], x: Float32Array, y: Float32Array, pitch: number): Point {
  const lines = rows.map((row) => plan.rows[row]?.seats ?? []);
  let [left, right] = [Infinity, -Infinity];
  for (const seats of lines) {
    for (const seat of seats) {
      const at = x[seat] ?? 0;
      if (at < left) left = at;
      if (at > right) right = at;
    }
  }
  if (left > right) return { x: 0, y: 0 };
  const middle = (left + right) / 2;
  let front = Infinity;
  let distance = Infinity;
  for (const seats of lines) {
    for (const seat of seats) {
      const away = Math.max(pitch * 1.5, Math.abs((x[seat] ?? 0) - middle));
      if (away > distance || (away === distance && (y[seat] ?? 0) >= front)) continue;
      distance = away;
      front = y[seat] ?? 0;
    }
  }
  return { x: middle, y: front - pitch * 1.4 };
}
