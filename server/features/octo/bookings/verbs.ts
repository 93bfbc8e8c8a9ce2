import type { Reservation } from '../../../../sdk/contract/index.ts';
import { FoyerError } from '../../../errors.ts';
import { cancel } from '../../network/reservations/cancel.ts';
import { confirm } from '../../network/reservations/confirm.ts';
import { OctoError } from '../errors.ts';
import type { UnitItemRequest, UpdateRequest } from '../requests.ts';
import { atDesk, type Booking, type Desk, type OpenDesk, requireBooking, reservationOf, show } from './desk.ts';
import { checkItems, isSameWish, mergeItems } from './items.ts';
import { hold, lengthen, targetOf, warm } from './reserve.ts';
import { type BookingFilter, type BookingRow, changeBooking, listBookings } from './store.ts';
import type { Said } from './view.ts';

/** @throws OctoError `INVALID_BOOKING_UUID`, also for another reseller's. */
export const readBooking = (desk: Desk, uuid: string): Promise<Booking> =>
  atDesk(desk, async (open) => {
    const row = await requireBooking(open, uuid);
    return show(open, row, await reservationOf(open, row), {});
  });

/** @throws OctoError `BAD_REQUEST` when no reference is given. */
export async function findBookings(desk: Desk, filter: BookingFilter): Promise<readonly Booking[]> {
  if (filter.resellerReference === undefined && filter.supplierReference === undefined) {
    throw new OctoError('BAD_REQUEST', 'Name a resellerReference or a supplierReference.');
  }
  return atDesk(desk, async (open) => {
    const found: Booking[] = [];
    for (const row of await listBookings(open.trx, desk.agreement.id, filter)) {
      found.push(await show(open, row, await reservationOf(open, row), {}));
    }
    return found;
  });
}

/**
 * Changes a booking that is held: other tickets, another date or another product, in one step or not at all. Of one that
 * is confirmed only the reference can be changed.
 */
export async function updateBooking(desk: Desk, uuid: string, request: UpdateRequest): Promise<Booking> {
  await warm(desk, request.availabilityId);
  return atDesk(desk, async (open) => {
    const row = await requireBooking(open, uuid);
    const changed = await change(open, row, request);
    return show(open, changed.row, changed.reservation, request);
  });
}

interface Changed {
  readonly row: BookingRow;
  readonly reservation: Reservation;
}

async function change(open: OpenDesk, row: BookingRow, request: UpdateRequest): Promise<Changed> {
  const before = await reservationOf(open, row);
  const reference = request.resellerReference ?? row.reseller_reference;
  const wish = await changeWanted(open, row, request);
  if (wish === undefined) {
    const seconds = (request.expirationMinutes ?? 0) * 60;
    const reservation = seconds > 0 && before.state === 'held' ? await lengthen(open, before, seconds) : before;
    const kept = { reseller_reference: reference, expires_at: toDate(reservation.expiresAt) ?? row.expires_at };
    return { reservation, row: await changeBooking(open.trx, row, kept) };
  }
  if (before.state !== 'held') throw new OctoError('UNPROCESSABLE_ENTITY', 'Only what is on hold can be changed.');
  const { target, items, own, productId } = wish;
  const replaces = { reservation: row.reservation_id, own };
  const held = await hold(open, target, items, { minutes: request.expirationMinutes, replaces });
  return {
    reservation: held.reservation,
    row: await changeBooking(open.trx, row, {
      ...{ reservation_id: held.reservation.id, reseller_reference: reference },
      ...{ product_id: productId, option_id: target.zone, performance_id: target.date.offer.performance.id },
      ...{ items: [...held.items], expires_at: toDate(held.reservation.expiresAt) },
    }),
  };
}

/** What a request wants to have booked instead; undefined when that is what is booked. */
async function changeWanted(open: OpenDesk, row: BookingRow, request: UpdateRequest) {
  const named = {
    productId: request.productId ?? row.product_id,
    optionId: request.optionId ?? row.option_id,
    availabilityId: request.availabilityId ?? row.performance_id,
  };
  const isThere = named.availabilityId === row.performance_id && named.optionId === row.option_id;
  const isSame = isThere && named.productId === row.product_id;
  if (isSame && request.unitItems === undefined) return undefined;
  const target = await targetOf(open, named);
  const asked: readonly UnitItemRequest[] =
    request.unitItems ?? row.items.map(({ uuid, unitId }) => ({ uuid, unitId }));
  checkItems(asked, target, open.wanted);
  const known = isThere ? row.items : row.items.map((item) => ({ ...item, chosen: true }));
  const merged = mergeItems(asked, known, open.runtime.random);
  const items = isThere ? merged : merged.map((item, index) => ({ ...item, place: asked[index]?.seat ?? null }));
  if (isSame && isSameWish(items, row.items)) return undefined;
  const own = isThere ? row.items.map(({ place }) => place) : [];
  return { target, items, own, productId: named.productId };
}

const toDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/**
 * Sells a booking, with other tickets than it held when it says so; both or neither. Again it gives the same answer.
 * @throws FoyerError `reservation_lost` when its time was over and a place went to another.
 */
export async function confirmBooking(desk: Desk, uuid: string, request: UpdateRequest & Said): Promise<Booking> {
  const answer = await atDesk(desk, async (open) => {
    const row = await requireBooking(open, uuid);
    const before = await reservationOf(open, row);
    const isOver = before.state === 'confirmed';
    const changed = isOver ? { row, reservation: before } : await change(open, row, request);
    try {
      const expectedTotal = changed.reservation.total;
      const reservation = await confirm(open.parts, open.agreement, changed.reservation.id, { expectedTotal });
      return { booking: await show(open, changed.row, reservation, request) };
    } catch (error) {
      // That it is lost for good must stand, though the answer is no.
      if (error instanceof FoyerError && error.code === 'reservation_lost') return { lost: error };
      throw error;
    }
  });
  if ('lost' in answer) throw answer.lost;
  return answer.booking;
}

/** Holds for longer. @throws FoyerError `reservation_expired` when places went to another, `reservation_closed`. */
export const extendBooking = (desk: Desk, uuid: string, minutes: number): Promise<Booking> =>
  atDesk(desk, async (open) => {
    const row = await requireBooking(open, uuid);
    const reservation = await lengthen(open, await reservationOf(open, row), minutes * 60);
    const changed = await changeBooking(open.trx, row, { expires_at: toDate(reservation.expiresAt) });
    return show(open, changed, reservation, {});
  });

/** Gives up what is held, or undoes what is sold while the agreement lets it. Again it gives the same answer. */
export const cancelBooking = (desk: Desk, uuid: string, said: Said): Promise<Booking> =>
  atDesk(desk, async (open) => {
    const row = await requireBooking(open, uuid);
    const { state } = await reservationOf(open, row);
    const reason = state === 'confirmed' ? 'returned' : 'released';
    const reservation = await cancel(open.parts, open.agreement, row.reservation_id, { reason });
    const changed = row.cancelled_at ? row : await changeBooking(open.trx, row, { cancelled: true });
    return show(open, changed, reservation, said);
  });
