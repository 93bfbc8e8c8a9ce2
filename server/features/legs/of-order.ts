import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { Leg } from './leg.ts';
import { type LegStoreParts, legTransaction } from './postgres.ts';
import { toLeg } from './rows.ts';

/** The partners' parts of an order. The caller has the order's lock. */
async function legsOf(trx: DatabaseTransaction, order: string): Promise<readonly Leg[]> {
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

/**
 * Decides that every partner's part of an order is to be confirmed, and writes it down with whatever made that true. From
 * here on somebody finishes it, whoever dies. What had been given up because no money came is asked for once more.
 * @returns how many parts there are.
 */
export async function decideToConfirm(parts: LegStoreParts, trx: DatabaseTransaction, order: string): Promise<number> {
  const legs = legTransaction(parts, trx);
  const now = await legs.now();
  const own = await legsOf(trx, order);
  for (const leg of own) {
    const anew = leg.state === 'cancelling' || leg.state === 'cancelled';
    if (!anew && leg.state !== 'held') continue;
    const decided: Leg = {
      ...leg,
      ...(anew && { previous: leg.reservation, reservation: parts.random.uuid() }),
      ...{ state: 'confirming', checks: 0, decidedAt: now },
    };
    await legs.save(decided);
    await legs.wake(decided, now);
  }
  return own.length;
}

/** An order ended unpaid: its parts at partners are given up, or go back to the cart when it may still be chosen from. */
export async function letGo(
  parts: LegStoreParts,
  trx: DatabaseTransaction,
  order: string,
  places: 'free' | 'back to the cart',
): Promise<void> {
  const legs = legTransaction(parts, trx);
  const now = await legs.now();
  for (const leg of await legsOf(trx, order)) {
    if (leg.state !== 'held') continue;
    if (places === 'back to the cart') await legs.save({ ...leg, order: null });
    else {
      const over: Leg = { ...leg, state: 'cancelling', cancelReason: 'unpaid', checks: 0, decidedAt: now };
      await legs.save(over);
      await legs.wake(over, now);
    }
  }
}

/** Those whose end was planned for before now, and may have been forgotten with a process that died. */
export async function forgottenLegs(trx: DatabaseTransaction, most: number): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('leg')
    .select('id')
    .where('check_at', '<', sql<Date>`clock_timestamp()`)
    .orderBy('check_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
