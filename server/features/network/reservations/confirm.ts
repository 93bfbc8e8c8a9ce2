import type { ConfirmRequest, Reservation } from '../../../../sdk/contract/network/index.ts';
import type { PriceList } from '../../../../sdk/contract/prices/index.ts';
import type { VatCode } from '../../../../sdk/contract/vat.ts';
import { entriesForSale, owedForAll } from '../../../../sdk/model/ledger/index.ts';
import { vatOf } from '../../../../sdk/model/pricing/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { Offer } from '../../catalogue/index.ts';
import { claimedPlace } from '../../catalogue/index.ts';
import { factsOf } from '../../holds/index.ts';
import { claimsOf, countsOf, holdAgain } from './hold-again.ts';
import type { CartNow, OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerAgreement, OwnerParts } from './parts.ts';
import { isWithinQuota } from './quota.ts';
import { giveUp } from './undo.ts';
import { isHeld, requireReservation, show } from './view.ts';

/**
 * Sells what is reserved: places sold, tickets signed, what is owed put on the account; all of it or nothing. Honoured when
 * it comes before the hold ends, and after that for as long as everything is still free. Again, it gives the same answer.
 * It goes on working after the agreement ended.
 * @throws FoyerError `not_found`, `total_changed`, `reservation_closed`; `reservation_lost` with the seats that somebody
 * else has: then nothing of it is held any more, and it can never be confirmed.
 */
export async function confirm(
  parts: OwnerParts,
  agreement: OwnerAgreement,
  id: string,
  { expectedTotal }: ConfirmRequest,
): Promise<Reservation> {
  const answer = await parts.store.transact(async (trx) => {
    const record = await requireReservation(trx, agreement.id, id);
    if (record.state === 'confirmed') return { confirmed: await show(trx, record) };
    if (record.state !== 'held') throw new FoyerError('reservation_closed');
    if (owedForAll(record.lines).cents !== expectedTotal.cents)
      throw new FoyerError('total_changed', { field: 'expectedTotal' });
    return sell(parts, trx, agreement, record);
  });
  if ('lost' in answer) throw new FoyerError('reservation_lost', { seats: answer.lost });
  return answer.confirmed;
}

async function sell(parts: OwnerParts, trx: OwnerTransaction, agreement: OwnerAgreement, record: ReservationRecord) {
  const offers = await trx.offers(countsOf(record).keys());
  const cart = await trx.cart(record.cart);
  const order = parts.random.uuid();
  const sold = await takePlaces(trx, agreement, record, { offers, cart, order });
  if ('lost' in sold) {
    await giveUp(trx, record, cart.now);
    return sold;
  }
  const confirmed = { ...record, places: sold.places, state: 'confirmed', order, confirmedAt: cart.now } as const;
  const vat = vatOfAll(await trx.priceList(offers), offers, parts.config.id, cart.now);
  await trx.addSale({ ...saleOf(parts, confirmed, offers), vat });
  await trx.changeReservation(record, {
    state: 'confirmed',
    ...{ places: sold.places, order, confirmedAt: cart.now, endedAt: cart.now },
  });
  await trx.book(entriesOf(parts, agreement, confirmed, vat));
  return { confirmed: await show(trx, confirmed) };
}

type Sold = { readonly places: ReservationRecord['places'] } | { readonly lost: readonly string[] };

interface Selling {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly cart: CartNow;
  readonly order: string;
}

async function takePlaces(
  trx: OwnerTransaction,
  agreement: OwnerAgreement,
  record: ReservationRecord,
  { offers, cart, order }: Selling,
): Promise<Sold> {
  const counts = countsOf(record);
  // Nobody sits in what is not played.
  const gone = [...counts.keys()].filter((id) => offers.get(id)?.performance.cancelled ?? true);
  const seatsOf = (ids: readonly string[]) =>
    record.lines.filter(({ performance }) => ids.includes(performance.id)).map(({ place }) => place.id);
  if (gone.length > 0) return { lost: seatsOf(gone) };
  if (!isHeld(record, cart)) {
    await trx.lockPerformances([...counts.keys()]);
    // What ran out counts no more, and others of the same seller may have had its share since.
    if (!(await isWithinQuota(trx, agreement, counts))) return { lost: seatsOf([...counts.keys()]) };
  }
  const sale = { order, cart: record.cart };
  const lost = await trx.sell({ ...sale, claims: claimsOf(record) });
  if (lost.length === 0) return { places: record.places };
  // Of an area any place will do.
  if (lost.every((place) => place.includes('#')) && !isHeld(record, cart)) {
    const again = await holdAgain(trx, record, agreement);
    if ('places' in again) {
      const second = await trx.sell({ ...sale, claims: claimsOf({ ...record, places: again.places }) });
      if (second.length === 0) return again;
    }
  }
  return { lost: [...new Set(lost.map(claimedPlace))] };
}

const saleOf = (
  { random, signer }: OwnerParts,
  record: ReservationRecord & { readonly order: string; readonly confirmedAt: Date },
  offers: ReadonlyMap<string, Offer>,
) => ({
  ...{ order: record.order, cart: record.cart, agreement: record.agreement, at: record.confirmedAt },
  ...{ requestHash: record.requestHash, lines: record.lines, places: record.places },
  tickets: claimsOf(record).map(({ id: line, performance, place }) => {
    const id = random.uuid();
    // As it is now: it may have been moved since it was reserved.
    const startsAt = offers.get(performance)?.performance.starts_at ?? record.confirmedAt;
    return { id, line, code: signer.sign({ ticket: id, performance, place, startsAt }), state: 'valid' as const };
  }),
});

const entriesOf = (
  { random }: OwnerParts,
  { terms }: OwnerAgreement,
  record: ReservationRecord & { readonly confirmedAt: Date },
  vat: ReadonlyMap<string, VatCode>,
) =>
  entriesForSale(terms, record.lines, {
    ...{ agreement: record.agreement, reservation: record.id, at: record.confirmedAt, ids: random.uuid },
    vatOf(performance) {
      const code = vat.get(performance);
      if (!code) throw new Error(`Performance ${performance} is sold and not there.`);
      return code;
    },
  });

/** What is due on the day of sale: as the price list says, or else the performance itself. */
const vatOfAll = (list: PriceList, offers: ReadonlyMap<string, Offer>, centre: string, at: Date) =>
  new Map(
    [...offers].map(([id, offer]) => [id, vatOf(list, factsOf(offer, centre), at.getTime()) ?? offer.performance.vat]),
  );
