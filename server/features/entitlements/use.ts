import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import { isValid } from './shown.ts';
import { type EntitlementRow, lockEntitlements, type UseReason } from './store.ts';
import { takeVisits, type VisitWish } from './visits.ts';

/** What an order does with vouchers and passes. */
export interface EntitlementWish {
  readonly order: string;
  readonly at: Date;
  /** What each pays, in cents; 0 for a pass that makes something cheaper. */
  readonly uses: readonly { readonly id: string; readonly cents: number }[];
  readonly visits: readonly VisitWish[];
}

/**
 * Takes of vouchers what an order pays with them, and of passes the visits it makes, under their locks: two orders with
 * one voucher never spend more than is on it.
 * @throws FoyerError `total_changed` when a voucher has less by now, `code_expired`, `pass_fully_used`.
 */
export async function useEntitlements(trx: DatabaseTransaction, wish: EntitlementWish): Promise<void> {
  const ids = [...wish.uses.map(({ id }) => id), ...wish.visits.map(({ entitlement }) => entitlement)];
  const locked = new Map((await lockEntitlements(trx, [...new Set(ids)])).map((row) => [row.id, row]));
  for (const { id, cents } of wish.uses) refuseUse(locked.get(id), cents, wish.at);
  for (const { entitlement, field } of wish.visits) refuseUse(locked.get(entitlement), 0, wish.at, field);
  await takeVisits(trx, wish.visits, locked, wish.at);
  const visited = wish.visits.map(({ entitlement }) => ({ id: entitlement, cents: 0 }));
  const uses = new Map([...visited, ...wish.uses].map(({ id, cents }) => [id, cents]));
  await insertUses(trx, wish.order, 'order', uses);
}

function refuseUse(row: EntitlementRow | undefined, cents: number, at: Date, field?: string): void {
  if (!row || !isValid(row, at)) throw new FoyerError('code_expired', field === undefined ? {} : { field });
  if (row.kind === 'voucher' && row.left < cents) throw new FoyerError('total_changed', { field: 'expectedTotal' });
}

/**
 * Gives vouchers and passes back what an order that ended unpaid, or cannot be given, took of them. Once, however often it
 * is asked.
 */
export async function giveBackEntitlements(
  trx: DatabaseTransaction,
  order: string,
  why: Extract<UseReason, 'unpaid' | 'lost'>,
): Promise<void> {
  const used = await usesOf(trx, order);
  if (used.size === 0) return;
  await lockEntitlements(trx, [...used.keys()]);
  // Read again: only now nobody else gives the same back.
  const negative = [...(await usesOf(trx, order))].map(([id, cents]): [string, number] => [id, 0 - cents]);
  await insertUses(trx, order, why, new Map(negative));
  await sql`
    update pass_visit set freed_at = clock_timestamp() from order_line
    where order_line.id = pass_visit.line_id and order_line.order_id = ${order} and freed_at is null`.execute(trx);
}

/**
 * Takes again what an order had taken that ended unpaid, because its money came after all.
 * @returns false when it is not there any more; nothing is taken then.
 */
export async function retakeEntitlements(trx: DatabaseTransaction, order: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string; cents: number }>`
    select entitlement_id as id, cents from entitlement_use where order_id = ${order} and why = 'order'`.execute(trx);
  if (rows.length === 0) return true;
  const locked = await lockEntitlements(
    trx,
    rows.map(({ id }) => id),
  );
  const cents = new Map(rows.map((row) => [row.id, row.cents]));
  if (!locked.every((row) => isValid(row, at) && (row.kind === 'pass' || row.left >= (cents.get(row.id) ?? 0)))) {
    return false;
  }
  await insertUses(trx, order, 'late', cents);
  await sql`
    update pass_visit set freed_at = null from order_line
    where order_line.id = pass_visit.line_id and order_line.order_id = ${order}`.execute(trx);
  return true;
}

/** What an order has taken of each voucher and pass, and not given back. */
export async function usesOf(trx: DatabaseTransaction, order: string): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('entitlement_use')
    .select('entitlement_id')
    .select(({ fn }) => fn.sum<string>('cents').as('cents'))
    .where('order_id', '=', order)
    // That is no payment: its money went to who had bought the voucher.
    .where('why', '<>', 'withdrawn')
    .groupBy('entitlement_id')
    .orderBy('entitlement_id')
    .execute();
  return new Map(rows.map(({ entitlement_id, cents }) => [entitlement_id, Number(cents)]));
}

/** Writes what became of vouchers and passes in an order; the same for the same reason once. */
export async function insertUses(
  trx: DatabaseTransaction,
  order: string,
  why: string,
  uses: ReadonlyMap<string, number>,
): Promise<void> {
  if (uses.size === 0) return;
  await trx
    .insertInto('entitlement_use')
    .values([...uses].map(([id, cents]) => ({ entitlement_id: id, order_id: order, why, cents })))
    .onConflict((known) => known.columns(['entitlement_id', 'order_id', 'why']).doNothing())
    .execute();
}
