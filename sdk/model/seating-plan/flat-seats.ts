import type { SeatingPlan, SeatKind } from './types.ts';

/** Order in which {@link FlatSeats.kind} numbers the kinds of seat. */
export const KINDS: readonly SeatKind[] = ['standard', 'wheelchair', 'companion', 'restricted-view', 'house'];

/**
 * The seats of a plan in flat arrays by index, as drawing and counting want them: a hundred thousand objects with names
 * take far longer, and nobody asks for them before the hall is seen. A zone or kind the plan does not know is the first.
 */
export interface FlatSeats {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index in `plan.zones`. */
  readonly zone: Uint16Array;
  /** Index in {@link KINDS}. */
  readonly kind: Uint8Array;
  /** Index in `plan.rows`; one beyond all of them for a seat of a damaged plan that is in none. */
  readonly row: Uint32Array;
  /** Left, top, right, bottom of the seats of each row, four numbers a row; of one without seats, what is never in view. */
  readonly rowBoxes: Float64Array;
}

const NO_ROW = 0xffffffff;
/** Beyond it no hall reaches, in plan units (1 cm). */
const FARTHEST = 1e7;

/** A coordinate of a plan that nobody checked, kept where numbers are exact: a hundred kilometres is far enough. */
export function within(length: number): number {
  if (length > FARTHEST) return FARTHEST;
  return length < -FARTHEST ? -FARTHEST : length || 0;
}

/** Where a plan keeps them: under a name that is the same for all copies of this code on a page, and lost when it is copied. */
const FLAT = Symbol.for('foyer.flat-seats/1');
type Kept = SeatingPlan & { readonly [FLAT]?: FlatSeats };

const known = new WeakMap<SeatingPlan, FlatSeats>();

/** Worked out once for each plan; `layOutPlan` has them as it goes. */
export function flatSeats(plan: SeatingPlan): FlatSeats {
  const flat = (plan as Kept)[FLAT] ?? known.get(plan) ?? flatten(plan);
  known.set(plan, flat);
  return flat;
}

/** Leaves them with a plan that is not frozen yet. */
export function keepFlat(plan: SeatingPlan, flat: FlatSeats): SeatingPlan {
  return Object.freeze(Object.defineProperty(plan, FLAT, { value: flat }));
}

export function emptyFlat(count: number, rows: number): FlatSeats {
  return {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    zone: new Uint16Array(count),
    kind: new Uint8Array(count),
    row: new Uint32Array(count),
    rowBoxes: new Float64Array(rows * 4),
  };
}

function flatten(plan: SeatingPlan): FlatSeats {
  const flat = emptyFlat(plan.seats.length, plan.rows.length);
  const zones = new Map(plan.zones.map(({ id }, index) => [id, index]));
  plan.seats.forEach((seat, index) => {
    flat.x[index] = within(seat.x);
    flat.y[index] = within(seat.y);
    flat.zone[index] = zones.get(seat.zone) ?? 0;
    flat.kind[index] = Math.max(0, KINDS.indexOf(seat.kind));
    flat.row[index] = plan.rows[seat.row] ? seat.row : NO_ROW;
  });
  plan.rows.forEach(({ seats }, row) => {
    const own = {
      x: Float64Array.from(seats, (seat) => flat.x[seat] ?? 0),
      y: Float64Array.from(seats, (seat) => flat.y[seat] ?? 0),
    };
    flat.rowBoxes.set(boxOfSeats(own, 0, seats.length), row * 4);
  });
  return flat;
}

/** Left, top, right and bottom of the seats from one to before another. */
export function boxOfSeats({ x, y }: Pick<FlatSeats, 'x' | 'y'>, first: number, end: number): readonly number[] {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let seat = first; seat < end; seat += 1) {
    const seatX = x[seat] as number;
    const seatY = y[seat] as number;
    if (seatX < left) left = seatX;
    if (seatX > right) right = seatX;
    if (seatY < top) top = seatY;
    if (seatY > bottom) bottom = seatY;
  }
  return [left, top, right, bottom];
}
