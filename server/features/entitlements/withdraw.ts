import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { bookItemReturn } from '../ledger/index.ts';
import { owePart } from '../payments/owe.ts';
import { lockOrder } from '../payments/store.ts';
import { type EntitlementRow, lockEntitlements } from './store.ts';
import { insertUses } from './use.ts';

/**
 * Lets a buyer withdraw from vouchers and passes of an order within their days (facts: domain §7.7): all of those named or
 * none. Each is invalid at once; of a voucher what is left goes back, of a pass what it cost, and only when it was never
 * used. The mail about the money acknowledges it. Tickets with a date have no such right.
 * @throws FoyerError `not_withdrawable` with the field of the first that cannot be.
 */
export async function withdraw(runtime: CentreRuntime, orderId: string, ids: readonly string[]): Promise<void> {
  await transact(runtime.db, async (trx) => {
    const order = await lockOrder(trx, orderId);
    const rows = new Map((await lockEntitlements(trx, ids)).map((row) => [row.id, row]));
    const used = await usedNow(trx, ids);
    const { now } = await trx.selectNoFrom(sql<Date>`clock_timestamp()`.as('now')).executeTakeFirstOrThrow();
    const wanted = [...new Set(ids)].map((id, index) => {
      const row = rows.get(id);
      const may = order?.state === 'paid' && row?.order_id === orderId && isWithdrawable(row, used.get(id), now);
      if (!may) throw new FoyerError('not_withdrawable', { field: `entitlements.${index}` });
      return row;
    });
    for (const row of wanted) await takeBack(runtime, trx, row);
  });
}

/** What a voucher or pass is used for: an order that may still be paid, and one that was. */
export interface UsedNow {
  readonly open: boolean;
  readonly paid: boolean;
}

/** Whether its buyer may still withdraw from it. What an open order is about to pay with it is not decided yet. */
export function isWithdrawable(row: EntitlementRow, used: UsedNow | undefined, now: Date): boolean {
  if (row.state !== 'valid' || row.withdrawable_until === null || now >= row.withdrawable_until) return false;
  if (used?.open) return false;
  return row.kind === 'voucher' ? row.left > 0 : !used?.paid;
}

/** For what vouchers and passes are used at this moment; what was given back again is not. */
export async function usedNow(
  trx: DatabaseTransaction | CentreRuntime['db'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, UsedNow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<UsedNow & { id: string }>`
    select use.entitlement_id as id, bool_or(orders.state = 'open') as open, bool_or(orders.state = 'paid') as paid
    from entitlement_use use join orders on orders.id = use.order_id
    where use.entitlement_id = any(${ids}::uuid[])
    group by 1`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

async function takeBack(runtime: CentreRuntime, trx: DatabaseTransaction, row: EntitlementRow): Promise<void> {
  const { id, item_id, kind, order_id: order } = row;
  const { vat } = await trx.selectFrom('order_item').select('vat').where('id', '=', item_id).executeTakeFirstOrThrow();
  const cents = kind === 'voucher' ? row.left : row.cents;
  // What was on it has been given back: whatever comes onto it later counts from nothing.
  await insertUses(trx, order, 'withdrawn', new Map([[id, kind === 'voucher' ? cents : 0]]));
  await trx.updateTable('entitlement').set({ state: 'withdrawn' }).where('id', '=', id).execute();
  await bookItemReturn(trx, order, { id, kind, cents, vat });
  await owePart(runtime, trx, { order, cents, reason: 'withdrawn', part: id });
}
