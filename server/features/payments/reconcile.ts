import { sql } from 'kysely';
import type { Database } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { finishLeg, forgottenLegs } from '../legs/index.ts';
import { ownerParts, tellExpired } from '../network/reservations/index.ts';
import { closeOrder } from '../orders/close.ts';
import { moveShares } from '../settlement/index.ts';
import { endSales } from '../uitpas/index.ts';
import { followPayment } from './follow.ts';
import { watch } from './settle.ts';
import { lockOrder } from './store.ts';

/** Payments read in one round, so that a long outage does not become one endless job. */
const MOST_PER_ROUND = 200;

/**
 * Looks after everything that should have happened by itself: re-reads payments that are due, and ends orders whose
 * places and payments are over. Nothing of ours depends on a webhook ever arriving.
 */
export async function reconcile(runtime: CentreRuntime): Promise<void> {
  const due = await runtime.db
    .selectFrom('payment')
    .select('id')
    .where('check_at', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('check_at')
    .limit(MOST_PER_ROUND)
    .execute();
  for (const { id } of due) {
    try {
      await followPayment(runtime, id);
    } catch (error) {
      runtime.log.error('payment-not-followed', error, { payment: id });
      await watch(runtime, id);
    }
  }
  await endOrders(runtime);
  await finishForgotten(runtime);
  await tellExpired(ownerParts(runtime));
  await moveShares(runtime);
  await endSales(runtime);
}

/** Parts at partners whose end was planned, and whose job was lost with its process. */
async function finishForgotten({ db, legs, log }: CentreRuntime): Promise<void> {
  for (const leg of await forgottenLegs(db, MOST_PER_ROUND)) {
    await finishLeg(legs, leg).catch((error: unknown) => log.error('leg-not-finished', error, { leg }));
  }
}

/** Ends orders that nobody can pay any more. */
async function endOrders(runtime: CentreRuntime): Promise<void> {
  for (const { id } of await ordersThatAreOver(runtime.db).limit(MOST_PER_ROUND).execute()) {
    await transact(runtime.db, async (trx) => {
      const order = await lockOrder(trx, id);
      // Somebody may have begun to pay it again meanwhile.
      const still = await ordersThatAreOver(trx).where('id', '=', id).executeTakeFirst();
      if (order && still) await closeOrder(runtime, trx, order, { places: 'free' });
    });
  }
}

/** The places are nobody's any more by the database's clock, and no payment is under way. */
function ordersThatAreOver(db: Database) {
  return db
    .selectFrom('orders')
    .select('id')
    .where('state', '=', 'open')
    .where('hold_ends_at', '<', sql<Date>`clock_timestamp()`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('payment')
            .select('payment.id')
            .whereRef('payment.order_id', '=', 'orders.id')
            .where('status', 'in', ['creating', 'open', 'pending', 'authorized', 'suspect']),
        ),
      ),
    );
}
