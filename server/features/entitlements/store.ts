import { type Selectable, sql } from 'kysely';
import type { Database, DatabaseTransaction, Tables } from '../../adapters/postgres/tables.ts';

/** A voucher or pass with what is on it now. */
export interface EntitlementRow extends Selectable<Tables['entitlement']> {
  /** Cents that a voucher still pays. */
  readonly left: number;
}

/** How something came to be used, or not to be used after all. */
export type UseReason = 'order' | 'unpaid' | 'late' | 'lost' | 'withdrawn';

const rowsOf = (db: Database, except: string | null) =>
  db
    .selectFrom('entitlement')
    .selectAll()
    .select(
      sql<number>`entitlement.cents - coalesce((
        select sum(used.cents)::integer from entitlement_use used
        where used.entitlement_id = entitlement.id and used.order_id is distinct from ${except}::uuid), 0)`.as('left'),
    );

/**
 * Vouchers and passes by what recognises their codes; unknown ones are absent.
 * @param except An order whose own use does not count.
 */
export async function findByHash(
  db: Database,
  hashes: readonly string[],
  except: string | null,
): Promise<ReadonlyMap<string, EntitlementRow>> {
  if (hashes.length === 0) return new Map();
  const rows = await rowsOf(db, except).where('code_hash', 'in', hashes).execute();
  return new Map(rows.map((row) => [row.code_hash, row]));
}

/** The vouchers and passes that came with an order. */
export const findOfOrder = (db: Database, order: string): Promise<EntitlementRow[]> =>
  rowsOf(db, null).where('order_id', '=', order).orderBy('item_id').orderBy('number').execute();

/**
 * Keeps vouchers and passes for this transaction, with what is on them now. Taken last of all locks: after the order, the
 * cart and its places.
 */
export async function lockEntitlements(
  trx: DatabaseTransaction,
  ids: readonly string[],
): Promise<readonly EntitlementRow[]> {
  if (ids.length === 0) return [];
  // First the locks, then what is on them: one statement would read what was there before it had to wait.
  await trx.selectFrom('entitlement').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  return rowsOf(trx, null).where('id', 'in', ids).orderBy('id').execute();
}
