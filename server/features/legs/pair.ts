import type { Line } from '../../../sdk/contract/cart.ts';
import type { Reservation } from '../../../sdk/contract/network/index.ts';
import type { Ticket } from '../../../sdk/contract/order.ts';

/**
 * Which ticket is for which line of a leg, by the line's id. A leg that was reserved anew has other lines at the owner: then
 * the same place at the same price is the line, whichever of several in one area.
 * @throws Error for a confirmation without a ticket for every line: that is not by the protocol, and nothing of it is kept.
 */
export function pairTickets(
  lines: readonly Line[],
  { id, lines: theirs, tickets }: Reservation,
): ReadonlyMap<string, Ticket> {
  const left = new Map(theirs.map((line) => [line.id, line]));
  const paired = lines.map((line): [string, Ticket] => {
    const match = left.get(line.id) ?? [...left.values()].find((other) => isSame(line, other));
    const ticket = match && tickets.find((one) => one.line === match.id);
    if (!match || !ticket) throw new Error(`Reservation ${id} is confirmed without a ticket for a line of it.`);
    left.delete(match.id);
    return [line.id, ticket];
  });
  return new Map(paired);
}

const isSame = (one: Line, other: Line): boolean =>
  one.performance.id === other.performance.id &&
  one.place.id === other.place.id &&
  one.priceType === other.priceType &&
  one.price.cents === other.price.cents;
