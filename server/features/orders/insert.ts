import type { Insertable } from 'kysely';
import type { DatabaseTransaction, Tables } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { LockedCart } from '../holds/index.ts';
import type { OrderRow } from '../payments/store.ts';
import { orderNumber } from './number.ts';

/** Stores a new order under a number that nobody has yet. */
export async function insertOrder(
  { clock, random, config }: CentreRuntime,
  trx: DatabaseTransaction,
  order: Omit<Insertable<Tables['orders']>, 'number'>,
): Promise<OrderRow> {
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: config.timeZone }).format(clock.now());
  for (;;) {
    const stored = await trx
      .insertInto('orders')
      .values({ ...order, number: orderNumber(year, random) })
      .onConflict((conflict) => conflict.column('number').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (stored) return stored;
  }
}

/**
 * Stores what was agreed to, line by line, in the very words and prices the buyer saw.
 * @param ids What each line of the cart is called in the order.
 */
export async function insertLines(
  trx: DatabaseTransaction,
  orderId: string,
  { basket, claims, legs, lines, offers }: LockedCart,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  if (lines.length === 0) return;
  const places = new Map(claims.map((claim) => [claim.id, claim.place]));
  const legOf = new Map(legs.flatMap(({ id, lines }) => lines.map((line) => [line.id, id])));
  const rows = lines.map((line, position) => {
    const id = ids.get(line.id) ?? line.id;
    const leg = legOf.get(line.id) ?? null;
    return {
      id,
      order_id: orderId,
      position,
      performance_id: line.performance.id,
      // Of a partner's area only the partner knows the number; its own name for the line tells two places apart.
      place: places.get(line.id) ?? (line.place.kind === 'area' ? `${line.place.id}#${line.id}` : line.place.id),
      price_type: line.priceType,
      cents: line.price.cents,
      fee_cents: line.fee.cents,
      leg_id: leg,
      partner_line: leg && line.id,
      vat: leg ? null : (basket.vat.get(line.id) ?? offers.get(line.performance.id)?.performance.vat ?? null),
      snapshot: JSON.stringify({ ...line, id }),
    };
  });
  await trx.insertInto('order_line').values(rows).execute();
}
