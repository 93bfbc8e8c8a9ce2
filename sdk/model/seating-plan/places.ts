import type { Place } from '../../contract/cart.ts';
import type { Seat, SeatingPlan } from './types.ts';

/** Seats by their id, for those who look up more than one. */
export const seatById = (plan: SeatingPlan): Map<string, Seat> => new Map(plan.seats.map((seat) => [seat.id, seat]));

/** Places for sale: every seat that is not the house's own, and what the areas hold. */
export function capacityOf(plan: SeatingPlan): number {
  const seats = plan.seats.reduce((count, { kind }) => (kind === 'house' ? count : count + 1), 0);
  return plan.areas.reduce((count, { capacity }) => count + capacity, seats);
}

/** The place as a person says it: section, row and seat, or the name of the area. Undefined when the plan has no such place. */
export function placeName(plan: SeatingPlan, placeId: string): Place | undefined {
  const area = plan.areas.find(({ id }) => id === placeId);
  if (area) return { id: area.id, kind: 'area', section: area.name, zone: area.zone };
  const seat = plan.seats.find(({ id }) => id === placeId);
  const row = seat && plan.rows[seat.row];
  const section = row && plan.sections[row.section];
  if (!section) return undefined;
  return { id: seat.id, kind: seat.kind, section: section.name, row: row.label, seat: seat.number, zone: seat.zone };
}
