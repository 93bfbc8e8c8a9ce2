import type { CancelRequest, Reservation } from '../../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../../errors.ts';
import { countsOf } from './hold-again.ts';
import type { OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerAgreement, OwnerParts } from './parts.ts';
import { giveUp, takeBack } from './undo.ts';
import { requireReservation, show } from './view.ts';

/**
 * Gives up a reservation: what is held is free. What is confirmed is undone only when the buyer got the money back, the
 * agreement lets the seller, and nothing of it has begun. Again, it gives the same answer; of one that was replaced
 * nothing is left to give up. It goes on working after the agreement ended.
 * @throws FoyerError `not_found`, `reservation_closed` when it is confirmed and stays so.
 */
export async function cancel(
  parts: OwnerParts,
  agreement: OwnerAgreement,
  id: string,
  { reason }: CancelRequest,
): Promise<Reservation> {
  return parts.store.transact(async (trx) => {
    const record = await requireReservation(trx, agreement.id, id);
    const { now } = await trx.cart(record.cart);
    if (record.state === 'held') await giveUp(trx, record, now);
    if (record.state === 'confirmed') {
      const allowed = reason === 'returned' && agreement.terms.refunds === 'until-start';
      if (!allowed || (await hasBegun(trx, record, now))) throw new FoyerError('reservation_closed');
      await takeBack(parts, trx, record, { lines: record.lines.map((line) => line.id), at: now });
    }
    return show(trx, await requireReservation(trx, agreement.id, id));
  });
}

async function hasBegun(trx: OwnerTransaction, record: ReservationRecord, now: Date): Promise<boolean> {
  const offers = await trx.offers(countsOf(record).keys());
  return [...offers.values()].some(({ performance }) => performance.starts_at <= now);
}
