import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';

/** Own lines of an order that are sold at a tariff. */
const AT_TARIFF = sql`l.order_id = o.id and l.leg_id is null and l.snapshot->'why' @> '[{"kind": "uitpas"}]'`;

/**
 * Makes what was registered for a cart its order's: from now on it is taken back when the order comes to nothing.
 * @returns lines of the order that are sold at a tariff of which UiTPAS knows nothing.
 */
export async function bindSales(
  trx: DatabaseTransaction,
  { cart, order }: { readonly cart: string; readonly order: string },
): Promise<readonly string[]> {
  await sql`
    update uitpas_sale s set order_id = o.id, order_line_id = l.id
    from orders o join order_line l on ${AT_TARIFF}
    where o.id = ${order} and s.cart_id = ${cart} and s.state = 'registered' and s.order_id is null and (
      s.line_id = l.id or exists (
        select from claim c where c.id = s.line_id and c.performance_id = l.performance_id and c.place = l.place))`.execute(
    trx,
  );
  const { rows } = await sql<{ id: string }>`
    select l.id from orders o join order_line l on ${AT_TARIFF}
    where o.id = ${order} and not exists (
      select from uitpas_sale s where s.order_line_id = l.id and s.state = 'registered')`.execute(trx);
  return rows.map(({ id }) => id);
}

/**
 * The same for an order that is being placed, of which every tariff must be registered.
 * @throws FoyerError `request_in_progress` when a tariff was taken after the others were registered: ask again.
 */
export async function bindAllSales(
  trx: DatabaseTransaction,
  of: { readonly cart: string; readonly order: string },
): Promise<void> {
  const missing = await bindSales(trx, of);
  if (missing.length > 0) throw new FoyerError('request_in_progress', { retryAfter: 1 });
}
