import { createHash } from 'node:crypto';
import type { Reservation } from '../../../../sdk/contract/index.ts';
import type { OctoItem } from '../../../adapters/postgres/tables.ts';
import { FoyerError } from '../../../errors.ts';
import { extend } from '../../network/reservations/extend.ts';
import { reserve } from '../../network/reservations/reserve.ts';
import { orderNumber } from '../../orders/number.ts';
import { readSeats } from '../../orders/seat-rules.ts';
import { OctoError } from '../errors.ts';
import { dateUnder, findOption, pricesOf, productId, productsFor } from '../programme.ts';
import type { BookingRequest } from '../requests.ts';
import { atDesk, type Booking, type Desk, type OpenDesk, Overtaken, reservationOf, show } from './desk.ts';
import { checkItems, mergeItems, type Target } from './items.ts';
import { place, type Unplaced, wishOf } from './places.ts';
import { lockBooking, lockChoice } from './store.ts';

/**
 * Holds places for a reseller: the seats it names, or the best there are. Again with the same uuid and body it gives the
 * booking as it is now.
 * @throws OctoError `INVALID_PRODUCT_ID`, `INVALID_OPTION_ID`, `INVALID_AVAILABILITY_ID`, `INVALID_UNIT_ID`;
 * `UNPROCESSABLE_ENTITY` without tickets or places for them; `INVALID_BOOKING_UUID` when the uuid is another booking's.
 */
export async function createBooking(desk: Desk, request: BookingRequest): Promise<Booking> {
  const { runtime, agreement } = desk;
  const uuid = request.uuid ?? runtime.random.uuid();
  const hash = hashOf(request);
  await warm(desk, request.availabilityId);
  return atDesk(desk, async (open) => {
    const known = await lockBooking(open.trx, agreement.id, uuid);
    if (known && known.request_hash !== hash) throw new OctoError('INVALID_BOOKING_UUID', uuid);
    if (known) return show(open, known, await reservationOf(open, known), request);
    const target = await targetOf(open, request);
    checkItems(request.unitItems ?? [], target, desk.wanted);
    const items = mergeItems(request.unitItems ?? [], [], runtime.random);
    const held = await hold(open, target, items, { minutes: request.expirationMinutes });
    const row = await open.trx
      .insertInto('octo_booking')
      .values({
        ...{ agreement_id: agreement.id, uuid, reservation_id: held.reservation.id, request_hash: hash },
        reference: orderNumber(runtime.clock.now().toISOString().slice(0, 4), runtime.random),
        reseller_reference: request.resellerReference ?? null,
        ...{ product_id: request.productId, option_id: target.zone, performance_id: target.date.offer.performance.id },
        ...{ items: JSON.stringify(held.items), expires_at: held.reservation.expiresAt },
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return show(open, row, held.reservation, request);
  });
}

/** Tells one request from another by all that is not about people. */
function hashOf({
  productId,
  optionId,
  availabilityId,
  expirationMinutes,
  unitItems,
  resellerReference,
}: BookingRequest) {
  const items = unitItems?.map((item) => [
    item.uuid ?? null,
    item.unitId,
    item.resellerReference ?? null,
    item.seat ?? null,
  ]);
  const wanted = [productId, optionId, availabilityId ?? null, expirationMinutes ?? null, items ?? null];
  return createHash('sha256')
    .update(JSON.stringify([...wanted, resellerReference ?? null]))
    .digest('base64url');
}

/**
 * Reads a performance with its plan before a transaction does, which would wait for a second connection: when all of them
 * wait for each other, that one never comes.
 */
export async function warm({ runtime }: Desk, performance: string | null | undefined): Promise<void> {
  if (performance) await runtime.catalogue.recentOffer(performance);
}

type Named = Pick<BookingRequest, 'productId' | 'optionId' | 'availabilityId'>;

/** What a request wants to book. @throws OctoError of the first id that leads nowhere. */
export async function targetOf({ runtime, agreement, trx }: OpenDesk, named: Named): Promise<Target> {
  const id = named.availabilityId ?? '';
  const date = dateUnder(runtime, agreement, (await runtime.catalogue.offers([id], trx)).get(id));
  const isThere = date && productId(date.offer) === named.productId;
  if (isThere && pricesOf(date).some(({ zone }) => zone === named.optionId)) return { date, zone: named.optionId };
  findOption(await productsFor(runtime, agreement, trx), named.productId, named.optionId);
  throw new OctoError('INVALID_AVAILABILITY_ID', id);
}

export interface HoldOptions {
  /** How long to hold; ten minutes without it. */
  readonly minutes?: number | undefined;
  /** The reservation whose places this one takes over, and those of them in this performance. */
  readonly replaces?: { readonly reservation: string; readonly own: readonly string[] } | undefined;
}

/** Finds places for tickets and holds them under a new reservation. */
export async function hold(
  open: OpenDesk,
  { date, zone }: Target,
  unplaced: readonly Unplaced[],
  { minutes, replaces }: HoldOptions,
): Promise<{ readonly reservation: Reservation; readonly items: readonly OctoItem[] }> {
  const { trx, parts, agreement, runtime } = open;
  const { performance } = date.offer;
  if (unplaced.length > performance.max_places_per_cart) throw new FoyerError('too_many_places');
  await lockChoice(trx, performance.id);
  const choice = { seats: readSeats(trx), offer: date.offer, zone, own: replaces?.own ?? [] };
  const items = await place(unplaced, choice);
  const id = runtime.random.uuid();
  const seconds = minutes === undefined ? undefined : minutes * 60;
  try {
    const { reservation } = await reserve(parts, agreement, id, {
      channel: 'web',
      ...(seconds !== undefined && { seconds }),
      ...(replaces && { replaces: replaces.reservation }),
      items: [wishOf(performance.id, items, date.offer)],
    });
    const longer = seconds !== undefined && (reservation.secondsLeft ?? 0) < seconds - 1;
    return { items, reservation: longer ? await lengthen(open, reservation, seconds) : reservation };
  } catch (error) {
    throw isOvertaken(error, items) ? new Overtaken() : error;
  }
}

/** More time, as far as the rules let. */
export const lengthen = ({ parts, agreement }: OpenDesk, { id }: Reservation, seconds: number): Promise<Reservation> =>
  extend(parts, agreement, id, { seconds, forPayment: false });

function isOvertaken(error: unknown, items: readonly OctoItem[]): boolean {
  if (!(error instanceof FoyerError) || (error.code !== 'seats_taken' && error.code !== 'area_full')) return false;
  const chosen = new Set(items.flatMap((item) => (item.chosen ? [item.place] : [])));
  return (error.detail.seats ?? []).every((seat) => chosen.has(seat));
}
