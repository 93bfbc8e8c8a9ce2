import type { Scene } from '../scene/scene.ts';
import { benchesOf } from '../seat-choice/benches.ts';
import { looseSeats, RESTRICTED } from '../seat-choice/loose-seats.ts';
import type { HallNow, SeatWish } from '../seat-choice/types.ts';
import { eachWindow, type Room } from '../seat-choice/windows.ts';
import { isNearlyFull } from '../seat-rules/single-seat.ts';

/** What every search for seats looks at: the room, which of its free seats are wanted, and what each is worth. */
export interface Search {
  readonly hall: HallNow;
  readonly room: Room;
  /** 1 for each free seat that fits the wish, by seat. */
  readonly open: Uint8Array;
  /** Worth of each seat; higher is better. */
  readonly worth: Float64Array;
  /** Whether at least one of the seats has to be at an end of its bench. */
  readonly aisle: boolean;
  /** Whether a choice that leaves a seat alone may be offered all the same; asked only about the better ones. */
  readonly strandsRightly: ((seats: readonly number[]) => boolean) | null;
}

/** Seats and what they are worth together, see `worthOf`. */
export interface Found {
  readonly seats: readonly number[];
  readonly worth: number;
}

/** The room for a hall: when the hall is nearly full, no seat counts as left alone. */
export function roomOf(hall: HallNow): Room {
  const rule = hall.rules.singleSeat !== 'off' && isNearlyFull(hall) ? 'off' : hall.rules.singleSeat;
  return { benches: benchesOf(hall.scene), free: looseSeats(hall), rule };
}

/** Which seats fit a wish by zone, price, section and view; whether they are free is not asked here. */
export function fitting(scene: Scene, wish: SeatWish, restricted: boolean): (seat: number) => boolean {
  const { prices, upTo = Infinity, section, not } = wish;
  const affordable = scene.plan.zones.map(({ id }) => {
    const price = prices.get(id);
    return price ? price.usual <= upTo : prices.size === 0;
  });
  return (seat) =>
    affordable[scene.zone[seat] ?? 0] === true &&
    (restricted || scene.kind[seat] !== RESTRICTED) &&
    (section === undefined || scene.plan.rows[scene.row[seat] ?? 0]?.section === section) &&
    !not?.has(seat);
}

/** 1 for each free seat of the room that fits. */
export function openSeats({ free }: Room, fits: (seat: number) => boolean): Uint8Array {
  const open = new Uint8Array(free.length);
  for (let seat = 0; seat < free.length; seat += 1) if (free[seat] === 1 && fits(seat)) open[seat] = 1;
  return open;
}

/** Visits every way for so many to sit side by side on seats that are wanted, with the sum of what they are worth. */
export function eachPlace(
  { room, open, worth, strandsRightly }: Search,
  places: number,
  visit: (from: number, sum: number, strands: boolean) => void,
): void {
  const { order } = room.benches;
  const { sums, counts } = runningTotals(order, open, worth);
  eachWindow(room, places, (from, strands) => {
    if ((counts[from + places] ?? 0) - (counts[from] ?? 0) < places || (strands && !strandsRightly)) return;
    visit(from, (sums[from + places] ?? 0) - (sums[from] ?? 0), strands);
  });
}

function runningTotals(order: Uint32Array, open: Uint8Array, worth: Float64Array) {
  const sums = new Float64Array(order.length + 1);
  const counts = new Uint32Array(order.length + 1);
  for (let position = 0; position < order.length; position += 1) {
    const seat = order[position] ?? 0;
    sums[position + 1] = (sums[position] ?? 0) + (worth[seat] ?? 0);
    counts[position + 1] = (counts[position] ?? 0) + (open[seat] ?? 0);
  }
  return { sums, counts };
}

/** Whether a group of so many, from a position on, has somebody at an end of the bench. */
export const touchesAisle = ({ benches: { begins } }: Room, from: number, places: number): boolean =>
  begins[from] === 1 || begins[from + places] === 1;
