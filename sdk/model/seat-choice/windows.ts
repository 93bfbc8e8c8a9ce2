import type { SeatRules } from '../../contract/performance.ts';
import type { Benches } from './benches.ts';

/** What the search for places side by side looks at. */
export interface Room {
  readonly benches: Benches;
  /** 1 for each free seat, by seat. */
  readonly free: Uint8Array;
  /** When a seat counts as left alone. */
  readonly rule: SeatRules['singleSeat'];
}

/** Free seats side by side with nothing free on either side; positions, the end excluded. */
type VisitGap = (from: number, to: number) => boolean | undefined;

/** Goes through the hall gap by gap, until `visit` says true; true if it did. */
export function eachGap({ benches: { order, begins }, free }: Room, visit: VisitGap): boolean {
  let from = -1;
  for (let position = 0; position <= order.length; position += 1) {
    const isFree = position < order.length && free[order[position] ?? 0] === 1;
    if (from >= 0 && (!isFree || begins[position] === 1)) {
      if (visit(from, position)) return true;
      from = -1;
    }
    if (isFree && from < 0) from = position;
  }
  return false;
}

/**
 * Goes through every way to put so many people side by side on free seats, until `visit` says true; true if it did.
 * `strands` tells whether that would leave one seat alone: in strict mode any single seat, in lenient mode only one
 * between two takens. Takes time in proportion to the seats, whatever the number of places.
 */
export function eachWindow(
  room: Room,
  places: number,
  visit: (from: number, strands: boolean, gap: number) => boolean | undefined,
): boolean {
  const { rule, benches } = room;
  return eachGap(room, (from, to) => {
    const alone = (rest: number, edge: number) =>
      rest === 1 && (rule === 'strict' || (rule === 'lenient' && benches.begins[edge] === 0));
    for (let at = from; at + places <= to; at += 1) {
      if (visit(at, alone(at - from, from) || alone(to - at - places, to), from)) return true;
    }
    return false;
  });
}
