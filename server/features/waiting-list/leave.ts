import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { releaseClaims } from '../holds/index.ts';

/**
 * Takes somebody off a waiting list, and their address out of our tables. What was held for them goes to the next, unless
 * they are paying it already. Who is not on it any more is passed over.
 */
export async function leaveWaitingList({ db }: Pick<CentreRuntime, 'db'>, entry: string): Promise<void> {
  await transact(db, async (trx) => {
    const known = await trx.selectFrom('waiting').select('performance_id').where('id', '=', entry).executeTakeFirst();
    if (!known) return;
    // No offer is being made for it meanwhile.
    await lockWaiting(trx, known.performance_id);
    const left = await trx.deleteFrom('waiting').where('id', '=', entry).returning('cart_id').executeTakeFirst();
    if (!left?.cart_id) return;
    const cart = await trx.selectFrom('cart').select('order_id').where('id', '=', left.cart_id).executeTakeFirst();
    if (cart?.order_id === null) await releaseClaims(trx, { cartId: left.cart_id });
  });
}

/** Lets one transaction at a time decide who is offered places of a performance. Taken before any other lock. */
export async function lockWaiting(trx: DatabaseTransaction, performance: string): Promise<void> {
  await sql`select lock_waiting(${performance})`.execute(trx);
}

/**
 * Forgets everybody whose wait is over: their offer ran out, or the performance is not for sale any more. Who could not
 * be told of an offer in time, because no mail went out, keeps their turn.
 */
export async function forgetOver(trx: DatabaseTransaction): Promise<void> {
  await sql`
    delete from waiting using performance
    where performance.id = waiting.performance_id and (
      performance.cancelled or coalesce(performance.sale_ends_at, performance.starts_at) <= clock_timestamp()
      or (waiting.offered_until <= clock_timestamp() and waiting.told_at is not null))`.execute(trx);
  await sql`
    update waiting set offered_until = null, cart_id = null
    where offered_until <= clock_timestamp() and told_at is null`.execute(trx);
}
