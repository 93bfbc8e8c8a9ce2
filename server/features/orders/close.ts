import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { giveBackEntitlements } from '../entitlements/index.ts';
import { releaseClaims, reopenCart } from '../holds/index.ts';
import { type LegStoreParts, legTransaction, letGo } from '../legs/index.ts';
import type { OrderRow } from '../payments/store.ts';

/**
 * Ends an order unpaid, under its lock. Its cart may be chosen from again: with the places it had, or without.
 * Money that still comes in for the order is handled all the same.
 */
export async function closeOrder(
  runtime: LegStoreParts,
  trx: DatabaseTransaction,
  order: OrderRow,
  { places, cancelled = false }: { readonly places: 'free' | 'back to the cart'; readonly cancelled?: boolean },
): Promise<void> {
  if (places === 'free') await releaseClaims(trx, { cartId: order.cart_id });
  await letGo(legTransaction(runtime, trx), order.id, places);
  await giveBackEntitlements(trx, order.id, 'unpaid');
  await reopenCart(trx, { cartId: order.cart_id, orderId: order.id });
  await trx
    .updateTable('orders')
    .set({ state: 'closed', ...(cancelled && { cancelled_at: sql<Date>`clock_timestamp()` }) })
    .where('id', '=', order.id)
    .execute();
  await runtime.jobs.add(trx, 'end-uitpas-sales', {}, { key: 'end-uitpas-sales' });
}
