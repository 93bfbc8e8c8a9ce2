import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { sellClaims } from '../holds/index.ts';
import { bookSale } from '../ledger/index.ts';
import type { OrderRow } from '../payments/store.ts';
import { issueTickets } from '../tickets/issue.ts';

/**
 * Turns an order into tickets, under its lock and inside the caller's transaction: places sold, codes signed, order
 * paid, sale booked, mail on its way. All of it, or nothing at all when a place was lost.
 *
 * @returns whether it was sold.
 */
export async function sellOrder(runtime: CentreRuntime, trx: DatabaseTransaction, order: OrderRow): Promise<boolean> {
  const lines = await trx
    .selectFrom('order_line')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  const { sold } = await sellClaims(trx, {
    orderId: order.id,
    cartId: order.cart_id,
    lines: lines.map(({ id, performance_id: performance, place, price_type: priceType }) => ({
      id,
      performance,
      place,
      priceType,
    })),
  });
  if (!sold) return false;
  await issueTickets(runtime, trx, lines);
  await trx
    .updateTable('orders')
    .set({ state: 'paid', paid_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', order.id)
    .execute();
  await bookSale(trx, order.id, lines);
  await runtime.jobs.add(trx, 'mail-tickets', { order: order.id }, { key: `mail-tickets:${order.id}` });
  return true;
}
