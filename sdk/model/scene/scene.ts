import type { Bounds, Point, SeatingPlan, SeatKind } from '../seating-plan/types.ts';
import { arrangeFloors, within } from './floors.ts';

/** Order in which {@link Scene.kind} numbers the kinds of seat. */
export const KINDS: readonly SeatKind[] = ['standard', 'wheelchair', 'companion', 'restricted-view', 'house'];

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

const NO_ROW = 0xffffffff;
const RADIUS_PER_PITCH = 0.41;
const USUAL_PITCH = 52;
const SMALLEST_PITCH = 10;
/** Of how many rows the distances are measured. */
const ROWS_MEASURED = 200;

/**
 * Prepares a plan for drawing, pointing and speaking; takes time in proportion to the number of seats, once per plan.
 * `columns` says how the floors stand (see `chooseColumns`); without it they stand behind each other.
 */
export function createScene(plan: SeatingPlan, columns: readonly number[] = [plan.floors.length]): Scene {
  const { shifts, floors, bounds } = arrangeFloors(plan, columns);
  const seats = placeSeats(plan, shifts);
  const { x, y } = seats;
  const pitch = usualPitch(plan);
  const front = (rows: readonly number[]) => frontOf(plan, rows, x, y, pitch);
  let index: ReadonlyMap<string, number> | undefined;
  let floorFronts: readonly Point[] | undefined;
  let sectionFronts: readonly Point[] | undefined;
  return {
    plan,
    columns,
    count: plan.seats.length,
    ...seats,
    rowBoxes: boxRows(plan, x, y),
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
    get indexOf() {
      index ??= new Map(plan.seats.map(({ id }, seat) => [id, seat]));
      return index;
    },
  };
}

/** What is flat by seat index. A zone or kind that the plan does not know is taken for the first one. */
function placeSeats(plan: SeatingPlan, shifts: readonly Point[]) {
  const count = plan.seats.length;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const zone = new Uint16Array(count);
  const kind = new Uint8Array(count);
  const row = new Uint32Array(count);
  const place = new Uint32Array(count);
  const zones = new Map(plan.zones.map(({ id }, index) => [id, index]));
  const rowShifts = plan.rows.map(({ section }) => shifts[plan.sections[section]?.floor ?? 0]);
  plan.seats.forEach((seat, index) => {
    const shift = rowShifts[seat.row];
    x[index] = within(seat.x) + (shift?.x ?? 0);
    y[index] = within(seat.y) + (shift?.y ?? 0);
    zone[index] = zones.get(seat.zone) ?? 0;
    kind[index] = Math.max(0, KINDS.indexOf(seat.kind));
    row[index] = plan.rows[seat.row] ? seat.row : NO_ROW;
  });
  for (const { seats } of plan.rows) for (let at = 0; at < seats.length; at += 1) place[seats[at] ?? 0] = at;
  return { x, y, zone, kind, row, place };
}

/**
 * The median distance of neighbours: one wide gangway or one crowded box must not set the size of all seats. Of a hall
 * with very many rows, a few hundred tell as much as all.
 */
function usualPitch({ rows, seats }: SeatingPlan): number {
  const distances: number[] = [];
  const every = Math.ceil(rows.length / ROWS_MEASURED);
  for (let at = 0; at < rows.length; at += every) {
    const row = rows[at]?.seats ?? [];
    for (let position = 1; position < row.length; position += 1) {
      const a = seats[row[position - 1] ?? 0];
      const b = seats[row[position] ?? 0];
      if (a && b) distances.push(Math.hypot(within(a.x) - within(b.x), within(a.y) - within(b.y)));
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

/** Left, top, right and bottom of every row; of a row without seats, what is never in view. */
function boxRows(plan: SeatingPlan, x: Float32Array, y: Float32Array): Float32Array {
  const boxes = new Float32Array(plan.rows.length * 4);
  plan.rows.forEach((row, index) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const seat of row.seats) {
      const [seatX, seatY] = [x[seat] ?? 0, y[seat] ?? 0];
      if (seatX < left) left = seatX;
      if (seatX > right) right = seatX;
      if (seatY < top) top = seatY;
      if (seatY > bottom) bottom = seatY;
    }
    boxes[index * 4] = left;
    boxes[index * 4 + 1] = top;
    boxes[index * 4 + 2] = right;
    boxes[index * 4 + 3] = bottom;
  });
  return boxes;
}
