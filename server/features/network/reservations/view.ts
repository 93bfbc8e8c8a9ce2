import { lineSchema } from '../../../../sdk/contract/cart.ts';
import type { Reservation } from '../../../../sdk/contract/network/index.ts';
import { totalOf } from '../../../../sdk/model/pricing/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { CartNow, OwnerTransaction, ReservationRecord } from './owner-store.ts';
import { isExtendable } from './time.ts';

type SaleNow = Awaited<ReturnType<OwnerTransaction['sale']>>;

/** A reservation of this transaction's keeping. @throws FoyerError `not_found`, also for another agreement's. */
export async function requireReservation(
  trx: OwnerTransaction,
  agreement: string,
  id: string,
): Promise<ReservationRecord> {
  const record = (await trx.reservations(agreement, [id.toLowerCase()])).get(id.toLowerCase());
  if (!record) throw new FoyerError('not_found');
  return record;
}

/** Whether everything of a reservation is held at this moment. */
export const isHeld = ({ lines }: ReservationRecord, { claims }: CartNow): boolean => {
  const held = new Set(claims.map(({ id }) => id));
  return lines.every(({ id }) => held.has(id));
};

/** A reservation as its seller is told it, read in the same transaction. */
export async function show(trx: OwnerTransaction, record: ReservationRecord): Promise<Reservation> {
  const cart = await trx.cart(record.cart);
  return describe(record, cart, await trx.sale(record));
}

/** A reservation in the words of the contract. */
export function describe(record: ReservationRecord, cart: CartNow, { tickets, entries }: SaleNow): Reservation {
  const held = record.state === 'held' && isHeld(record, cart);
  const expiresAt = held ? cart.expiresAt : null;
  return {
    id: record.id,
    state: record.state === 'held' && !held ? 'expired' : record.state,
    // In the contract's order, so that the same answer is the same to the byte, wherever the lines come from.
    lines: record.lines.map((line) => lineSchema.parse(line)),
    total: totalOf(record.lines),
    expiresAt: expiresAt?.toISOString() ?? null,
    secondsLeft: expiresAt && Math.max(0, Math.floor((expiresAt.getTime() - cart.now.getTime()) / 1000)),
    extendable: held && isExtendable(cart),
    replacedBy: record.replacedBy,
    confirmedAt: record.confirmedAt?.toISOString() ?? null,
    tickets: [...tickets],
    entries: [...entries],
  };
}
