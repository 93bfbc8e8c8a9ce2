import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { issueEntitlements, usesOf } from '../entitlements/index.ts';
import { bookItems, bookVoucher } from '../ledger/index.ts';

/**
 * Sells what of an order is no place: fees and products are booked, vouchers and passes made, and what vouchers paid is
 * taken from what the buyer owes.
 * @returns whether there is something that the buyer must be told of.
 */
export async function sellItems(runtime: CentreRuntime, trx: DatabaseTransaction, order: string): Promise<boolean> {
  const items = await trx
    .selectFrom('order_item')
    .selectAll()
    .where('order_id', '=', order)
    .orderBy('position')
    .execute();
  await bookItems(
    trx,
    order,
    items.map(({ id, kind, cents, quantity, vat }) => ({ id, kind, cents: cents * quantity, vat })),
  );
  await issueEntitlements(runtime, trx, items);
  for (const [entitlement, cents] of await usesOf(trx, order)) {
    if (cents > 0) await bookVoucher(trx, { order, reference: `${entitlement}/${order}`, cents });
  }
  return items.some(({ kind }) => kind !== 'fee');
}
