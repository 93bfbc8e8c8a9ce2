import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { withReservation } from './leg.ts';
import type { LegStoreParts } from './postgres.ts';
import { toLeg } from './rows.ts';

/** Sees to it that partners hold their parts of an order as long as we hold ours. Does nothing for an order of our own. */
export async function askToKeepLegs({ jobs }: LegStoreParts, trx: DatabaseTransaction, order: string): Promise<void> {
  const leg = await trx.selectFrom('leg').select('id').where('order_id', '=', order).limit(1).executeTakeFirst();
  if (leg) await jobs.add(trx, 'keep-legs', { order }, { key: `keep-legs:${order}` });
}

/**
 * Asks partners to hold an unpaid order's parts until its own hold ends. What they refuse is not lost yet: they honour a
 * confirmation while the places are still free, and else that part goes back.
 * @throws Error when a partner did not answer; asking again is right.
 */
export async function keepLegs({ db, legs, log }: CentreRuntime, order: string): Promise<void> {
  const held = await db
    .selectFrom('leg')
    .innerJoin('orders', 'orders.id', 'leg.order_id')
    .selectAll('leg')
    .select('orders.hold_ends_at')
    .where('leg.order_id', '=', order)
    .where('leg.state', '=', 'held')
    .where('orders.state', '=', 'open')
    .execute();
  let silent = false;
  for (const row of held) {
    const leg = toLeg(row);
    const asked = await legs.store.transact((trx) => trx.now());
    const seconds = Math.ceil((row.hold_ends_at.getTime() - asked.getTime()) / 1000);
    if (seconds <= 0) continue;
    const { data, error } = await legs.partners.extend(leg.agreement, leg.reservation, {
      seconds: Math.min(7200, seconds),
      forPayment: true,
    });
    if (error) {
      silent ||= error.outcome === 'unknown';
      log.warn('leg-not-extended', { leg: leg.id, code: error.code });
      continue;
    }
    await legs.store.transact(async (trx) => {
      const now = await trx.leg(leg.id);
      if (now?.state === 'held' && now.reservation === leg.reservation)
        await trx.save(withReservation(now, data, asked));
    });
  }
  if (silent) throw new Error(`A partner did not answer for order ${order}.`);
}
