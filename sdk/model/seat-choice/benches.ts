import type { Scene } from '../scene/scene.ts';
import type { SeatingPlan } from '../seating-plan/types.ts';

/** Neighbours so many usual distances apart, or more, have an aisle, a pillar or a missing seat between them; a wheelchair place is not that wide. */
const AISLE = 1.6;

/**
 * Which seats are side by side. A bench is a longest stretch of a row without an aisle or a missing seat; positions
 * count through all benches of the hall, in walking order.
 */
export interface Benches {
  /** Seat at each position. */
  readonly order: Uint32Array;
  /** Position of each seat. */
  readonly at: Uint32Array;
  /** 1 where a bench begins, by position; and once more after the last. */
  readonly begins: Uint8Array;
}

const known = new WeakMap<SeatingPlan, Benches>();

/**
 * The benches of a hall; worked out once per plan. It measures the plan, not the scene: browser and server lay floors
 * out differently and must still agree who sits beside whom.
 */
export function benchesOf({ plan, pitch }: Scene): Benches {
  const before = known.get(plan);
  if (before) return before;
  const order = new Uint32Array(plan.seats.length);
  const at = new Uint32Array(plan.seats.length);
  const begins = new Uint8Array(plan.seats.length + 1);
  let position = 0;
  for (const { seats } of plan.rows) {
    seats.forEach((seat, place) => {
      const [here, last] = [plan.seats[seat], plan.seats[seats[place - 1] ?? -1]];
      const beside = here && last && Math.hypot(here.x - last.x, here.y - last.y) < AISLE * pitch;
      begins[position] = beside ? 0 : 1;
      order[position] = seat;
      at[seat] = position;
      position += 1;
    });
  }
  begins[position] = 1;
  const benches = { order, at, begins };
  known.set(plan, benches);
  return benches;
}

/** The seat beside this one, one step to either side; -1 where its bench ends. */
export function beside({ order, at, begins }: Benches, seat: number, step: -1 | 1): number {
  const position = at[seat] ?? 0;
  return begins[step === 1 ? position + 1 : position] === 1 ? -1 : (order[position + step] ?? -1);
}
