import { sql } from 'kysely';
import type { UitpasTariff } from '../../../sdk/contract/uitpas.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { PlaceToAsk } from './ask.ts';

/** A place that is held at a tariff now, with the sale of it that UiTPAS knows or is being told of. */
export interface TariffLine {
  readonly line: string;
  readonly performance: string;
  readonly event: string;
  readonly tariff: string;
  readonly regularCents: number;
  readonly cents: number;
  readonly proof: string | null;
  readonly sale: {
    readonly id: string;
    readonly label: string;
    readonly state: 'registering' | 'registered';
    /** Somebody waits for UiTPAS' answer at this moment. */
    readonly busy: boolean;
  } | null;
}

/** What a tariff counts for: its place is held, by the same cart and in the same price type. */
export const STANDS = sql<boolean>`claim.id = t.line_id and claim.cart_id = t.cart_id and claim.state = 'held'
  and claim.until > clock_timestamp() and claim.price_type = t.price_type`;

/** The places of a cart that are held at tariffs, until an order is made of it. */
export async function tariffLines(trx: DatabaseTransaction, cart: string): Promise<readonly TariffLine[]> {
  const { rows } = await sql<TariffLine>`
    select t.line_id as line, claim.performance_id as performance, t.event, t.tariff, t.proof, t.cents,
      t.regular_cents as "regularCents",
      (select jsonb_build_object('id', s.id, 'label', s.label, 'state', s.state,
         'busy', coalesce(s.lease_until > clock_timestamp(), false))
       from uitpas_sale s where s.line_id = t.line_id and s.state in ('registering', 'registered')) as sale
    from uitpas_tariff t join claim on ${STANDS}
    where t.cart_id = ${cart} and claim.order_id is null
    order by t.line_id`.execute(trx);
  return rows;
}

/** Gives a place a tariff, in the place of the one that it had. What was registered for that is taken back. */
export async function giveTariff(
  trx: DatabaseTransaction,
  { cart, line, priceType, place, tariff, proof }: GivenTariff,
): Promise<void> {
  await endSalesOf(trx, [line]);
  const row = {
    ...{ cart_id: cart, price_type: priceType, event: place.event, tariff: tariff.id },
    ...{ name: JSON.stringify(tariff.name), regular_cents: place.regularCents, cents: tariff.price.cents, proof },
  };
  await trx
    .insertInto('uitpas_tariff')
    .values({ line_id: line, ...row })
    .onConflict((known) => known.column('line_id').doUpdateSet(row))
    .execute();
}

export interface GivenTariff {
  readonly cart: string;
  readonly line: string;
  readonly priceType: string;
  readonly place: PlaceToAsk;
  readonly tariff: UitpasTariff;
  readonly proof: string;
}

/** Puts places back at their normal price. */
export async function dropTariffs(trx: DatabaseTransaction, cart: string, lines: readonly string[]): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('uitpas_tariff')
    .where('cart_id', '=', cart)
    .where('line_id', '=', sql<string>`any(${lines}::uuid[])`)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await endSalesOf(trx, lines);
}

/** What was registered for these places of a cart is to be taken back. Not of an order: that decides for itself. */
async function endSalesOf(trx: DatabaseTransaction, lines: readonly string[]): Promise<void> {
  await sql`
    update uitpas_sale set state = 'ending', check_at = clock_timestamp()
    where line_id = any(${lines}::uuid[]) and order_id is null and state in ('registering', 'registered')`.execute(trx);
}
