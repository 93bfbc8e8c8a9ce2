import type { ExtendRequest, Reservation } from '../../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../../errors.ts';
import { judgeSeats } from '../../orders/seat-rules.ts';
import { holdAgain } from './hold-again.ts';
import type { CartNow, OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerAgreement, OwnerParts } from './parts.ts';
import { refusalOf } from './refusal.ts';
import { extendedUntil } from './time.ts';
import { describe, isHeld, requireReservation } from './view.ts';

/**
 * Gives a seller more time: as much as it asks, up to two hours after the first place was taken; for a payment up to
 * twenty minutes more. What expired is held again when all of it is still free.
 * @throws FoyerError `agreement_not_active`, `not_found`, `reservation_replaced`, `reservation_closed`,
 * `reservation_expired` with the seats that somebody else has now; and for a payment `seat_left_alone` or
 * `companion_alone`, when the owner would not sell this choice.
 */
export async function extend(
  { store }: OwnerParts,
  agreement: OwnerAgreement,
  id: string,
  request: ExtendRequest,
): Promise<Reservation> {
  if (agreement.state !== 'active') throw new FoyerError('agreement_not_active');
  return store.transact(async (trx) => {
    const found = await requireReservation(trx, agreement.id, id);
    if (found.state === 'replaced') throw new FoyerError('reservation_replaced');
    if (found.state !== 'held') throw new FoyerError('reservation_closed');
    const before = await trx.cart(found.cart);
    const { record, cart } = isHeld(found, before)
      ? { record: found, cart: before }
      : await revive(trx, found, agreement);
    if (request.forPayment) await judge(trx, record, cart);
    await trx.holdUntil(record.cart, extendedUntil(cart, request));
    const after = await trx.cart(record.cart);
    // It may have run out while this was on its way.
    if (!isHeld(record, after)) throw new FoyerError('reservation_expired');
    return describe(record, after, { tickets: [], entries: [] });
  });
}

/** Holds again what had expired. */
async function revive(
  trx: OwnerTransaction,
  found: ReservationRecord,
  agreement: OwnerAgreement,
): Promise<{ readonly record: ReservationRecord; readonly cart: CartNow }> {
  const again = await holdAgain(trx, found, agreement);
  if ('refusal' in again) {
    const { outcome, seats } = again.refusal;
    if (outcome === 'seats_taken' || outcome === 'area_full') {
      throw new FoyerError('reservation_expired', seats ? { seats } : {});
    }
    throw refusalOf(again.refusal);
  }
  await trx.changeReservation(found, { places: again.places, expiryTold: false });
  const cart = await trx.cart(found.cart);
  return { record: { ...found, places: again.places }, cart: { ...cart, expiresAt: null } };
}

async function judge(trx: OwnerTransaction, record: ReservationRecord, { claims }: CartNow): Promise<void> {
  const offers = await trx.offers(claims.map(({ performance }) => performance));
  await judgeSeats(trx.seats, { cart: record.cart, claims, offers });
}
