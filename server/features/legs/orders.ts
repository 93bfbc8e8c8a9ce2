import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { Leg } from './leg.ts';
import { toLeg } from './rows.ts';

/** The partners' parts of an order. The caller has the order's lock. */
export async function legsOf(trx: DatabaseTransaction, order: string): Promise<readonly Leg[]> {
  const rows = await trx
    .selectFrom('leg')
    .selectAll()
    .where('order_id', '=', order)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toLeg);
}

/** Makes the held legs of a cart an order's: from now on only the order changes them. */
export async function orderLegs(
  trx: DatabaseTransaction,
  { cart, order }: { readonly cart: string; readonly order: string },
): Promise<void> {
  await trx
    .updateTable('leg')
    .set({ order_id: order })
    .where('cart_id', '=', cart)
    .where('state', '=', 'held')
    .execute();
}

/** Legs whose end was planned for before now, and may have been forgotten with a process that died. */
export async function forgottenLegs(db: Database, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('leg')
    .select('id')
    .where('check_at', '<', sql<Date>`clock_timestamp()`)
    .orderBy('check_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
