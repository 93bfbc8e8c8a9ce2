import { sql } from 'kysely';
import type { Line } from '../../../sdk/contract/cart.ts';
import type { Reservation } from '../../../sdk/contract/network/index.ts';
import type { UitpasAnswer, UitpasAsk, UitpasChoice } from '../../../sdk/contract/uitpas.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { readCart } from '../holds/cart.ts';
import type { ReservationRecord } from '../network/reservations/owner-store.ts';
import { newLine } from '../network/reservations/reserve.ts';
import { createOwnerStore, ownerStoreInside } from '../network/reservations/store/index.ts';
import { isHeld, requireReservation, show } from '../network/reservations/view.ts';
import { askTariffs, placeToAsk } from './ask.ts';
import { registerSales } from './register.ts';
import { type HeldPlace, takeTariffs } from './take.ts';
import { tariffOf } from './taken.ts';

/** What a partner reserved here, under its agreement. */
export interface Reserved {
  readonly agreement: string;
  readonly reservation: string;
}

/**
 * The tariffs of a card for a place that a partner has reserved: we play it, so we ask.
 * @throws FoyerError `not_found`, `reservation_closed`, `reservation_expired`, see `placeToAsk` and `askTariffs`.
 */
export async function askForPartner(
  runtime: CentreRuntime,
  of: Reserved,
  { line, proof }: UitpasAsk,
): Promise<UitpasAnswer> {
  const place = (await heldOf(runtime, of)).find(({ id }) => id === line);
  if (!place) throw new FoyerError('hold_expired', { field: 'line' });
  const offers = await runtime.catalogue.offers([place.performance]);
  const asked = placeToAsk(runtime, place, offers.get(place.performance));
  const { tariffs, message } = await askTariffs(runtime, asked, proof);
  return { line, tariffs: [...tariffs], message };
}

/**
 * Gives places that a partner has reserved a tariff of a card, or their normal price again; the reservation stays the same
 * and costs otherwise. The partner passed the number on sealed, so it need not be in what it asks again and again.
 * @throws FoyerError as `askForPartner` and `takeTariffs`
 */
export async function takeForPartner(runtime: CentreRuntime, of: Reserved, choice: UitpasChoice): Promise<Reservation> {
  const { cart } = await recordOf(runtime, of);
  let before: ReadonlyMap<string, Line> = new Map();
  let reservation: Reservation | undefined;
  const read = () => heldOf(runtime, of);
  const keep = async (trx: DatabaseTransaction) => {
    const places = await ownerStoreInside(runtime, trx).transact((inside) => held(inside, of));
    before = await linesBefore(trx, cart);
    return places;
  };
  await takeTariffs(runtime, cart, choice, { read, keep }, async (trx) => {
    reservation = await reprice(runtime, trx, of, { changed: choice.lines, before });
  });
  if (!reservation) throw new Error(`Reservation ${of.reservation} was not priced anew.`);
  return reservation;
}

/** What lines at a tariff were before they had it. */
async function linesBefore(trx: DatabaseTransaction, cart: string): Promise<ReadonlyMap<string, Line>> {
  const rows = await trx
    .selectFrom('uitpas_tariff')
    .select(['line_id', 'line_before'])
    .where('cart_id', '=', cart)
    // Of another price type, it is no way back any more.
    .where(sql<boolean>`line_before->>'priceType' = price_type`)
    .execute();
  return new Map(rows.flatMap(({ line_id, line_before }) => (line_before ? [[line_id, line_before]] : [])));
}

/**
 * Tells UiTPAS of everything in a reservation that is sold at a tariff, before the partner's buyer is sent to pay.
 * @throws FoyerError see `registerSales`; `uitpas_tariff_gone` for places whose tariff did not outlive their hold.
 */
export async function registerForPartner(runtime: CentreRuntime, of: Reserved): Promise<void> {
  const { cart, lines, state } = await recordOf(runtime, of);
  const atTariff = lines.filter((line) => tariffOf(line) !== undefined).map(({ id }) => id);
  if (state !== 'held' || atTariff.length === 0) return;
  await registerSales(runtime, cart);
  const registered = await runtime.db
    .selectFrom('uitpas_sale')
    .select('line_id')
    .where('line_id', 'in', atTariff)
    .where('state', '=', 'registered')
    .execute();
  const missing = atTariff.filter((line) => !registered.some(({ line_id }) => line_id === line));
  if (missing.length > 0) throw new FoyerError('uitpas_tariff_gone', { lines: missing });
}

type Inside = Parameters<Parameters<ReturnType<typeof createOwnerStore>['transact']>[0]>[0];

const recordOf = (runtime: CentreRuntime, { agreement, reservation }: Reserved): Promise<ReservationRecord> =>
  createOwnerStore(runtime).transact((trx) => requireReservation(trx, agreement, reservation));

const heldOf = (runtime: CentreRuntime, of: Reserved) => createOwnerStore(runtime).transact((trx) => held(trx, of));

async function held(trx: Inside, { agreement, reservation }: Reserved): Promise<readonly HeldPlace[]> {
  const record = await requireReservation(trx, agreement, reservation);
  if (record.state === 'replaced') throw new FoyerError('reservation_replaced');
  if (record.state !== 'held') throw new FoyerError('reservation_closed');
  const now = await trx.cart(record.cart);
  if (!isHeld(record, now)) throw new FoyerError('reservation_expired');
  return now.claims;
}

/** What the lines cost now, written into the reservation: at the tariff that they have, or as they were before. */
async function reprice(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  { agreement, reservation }: Reserved,
  { changed, before }: { readonly changed: readonly string[]; readonly before: ReadonlyMap<string, Line> },
): Promise<Reservation> {
  const id = reservation.toLowerCase();
  return ownerStoreInside(runtime, trx).transact(async (inside) => {
    const record = await requireReservation(inside, agreement, id);
    const { tariffs = {}, claims = [] } = (await readCart(trx, record.cart)) ?? {};
    const offers = await inside.offers(claims.map(({ performance }) => performance));
    const lines = record.lines.map((line): Line => {
      const claim = claims.find((one) => one.id === line.id);
      if (!claim || !changed.includes(line.id)) return line;
      const tariff = tariffs[line.id];
      return tariff ? newLine(claim, offers.get(claim.performance), tariff) : (before.get(line.id) ?? line);
    });
    for (const line of record.lines) {
      if (!tariffs[line.id] || before.has(line.id)) continue;
      await trx
        .updateTable('uitpas_tariff')
        .set({ line_before: JSON.stringify(line) })
        .where('line_id', '=', line.id)
        .execute();
    }
    await trx
      .updateTable('reservation')
      .set({ lines: JSON.stringify(lines), total_cents: lines.reduce((sum, { price }) => sum + price.cents, 0) })
      .where('agreement_id', '=', agreement)
      .where('id', '=', id)
      .execute();
    return show(inside, { ...record, lines });
  });
}
