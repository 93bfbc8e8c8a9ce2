import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { extendClaims } from '../holds/index.ts';
import { askToKeepLegs } from '../legs/index.ts';
import { carryOut } from './carry-out.ts';
import { decide, isOver, type Known } from './decide.ts';
import type { ProviderPayment } from './provider.ts';
import { EXPIRY_GRACE, nextCheck } from './schedule.ts';
import { type LockedPayment, lockPayment } from './store.ts';

/** However long a payment lives, places wait for it no longer than this, in milliseconds. Later money is still handled. */
const LONGEST_WAIT = 2 * 60 * 60_000;

/**
 * Makes our books agree with what the provider told about a payment: everything that follows from it, in one
 * transaction under the order's lock. Safe to call any number of times, in any order, from any process.
 */
export async function settle(runtime: CentreRuntime, paymentId: string, told: ProviderPayment): Promise<void> {
  await transact(runtime.db, async (trx) => {
    let locked = await lockPayment(trx, paymentId);
    if (!locked) return;
    if (told.reference === paymentId) await remember(trx, locked, told);
    for (;;) {
      const decision = decide(toKnown(runtime, locked), told);
      if (decision.do === 'nothing') break;
      await carryOut(runtime, trx, locked, decision);
      locked = (await lockPayment(trx, paymentId)) ?? locked;
    }
    await keepPlaces(runtime, trx, locked, told);
    await lookAgain(trx, locked, told.expiresAt);
  });
}

function toKnown(runtime: CentreRuntime, { order, payment }: LockedPayment): Known {
  return {
    order: { state: order.state, cancelled: order.cancelled_at !== null },
    payment: {
      id: payment.id,
      status: payment.status,
      cents: payment.cents,
      mode: runtime.provider.mode,
      chargedBackCents: payment.charged_back_cents,
    },
  };
}

/** Keeps what finds the payment again. From here on a hint is no longer needed. */
async function remember(trx: DatabaseTransaction, { payment }: LockedPayment, told: ProviderPayment): Promise<void> {
  await trx
    .updateTable('payment')
    .set({
      provider_id: payment.provider_id ?? told.id,
      checkout_url: told.checkoutUrl ?? payment.checkout_url,
      provider_expires_at: told.expiresAt ?? payment.provider_expires_at,
    })
    .where('id', '=', payment.id)
    .execute();
}

/** Holds the places past the payment's end while it may still be paid; the provider's end moves with the method chosen. */
async function keepPlaces(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  locked: LockedPayment,
  told: ProviderPayment,
): Promise<void> {
  const { order, payment } = locked;
  if (order.state !== 'open' || isOver(payment.status) || !told.expiresAt) return;
  const until = Math.min(told.expiresAt.getTime() + EXPIRY_GRACE, payment.created_at.getTime() + LONGEST_WAIT);
  if (until <= order.hold_ends_at.getTime()) return;
  await extendClaims(trx, { orderId: order.id, until: new Date(until) });
  await trx
    .updateTable('orders')
    .set({ hold_ends_at: new Date(until) })
    .where('id', '=', order.id)
    .execute();
  await askToKeepLegs(runtime, trx, order.id);
}

/** Plans the next look at a payment of which the provider told nothing now, so that it cannot keep others waiting. */
export async function watch({ db }: CentreRuntime, paymentId: string): Promise<void> {
  await transact(db, async (trx) => {
    const locked = await lockPayment(trx, paymentId);
    if (locked) await lookAgain(trx, locked, locked.payment.provider_expires_at);
  });
}

/** Plans the reconciler's next look, or none. */
async function lookAgain(
  trx: DatabaseTransaction,
  { payment, now }: LockedPayment,
  expiresAt: Date | null,
): Promise<void> {
  const refund = await trx
    .selectFrom('refund')
    .select('created_at')
    .where('payment_id', '=', payment.id)
    .where('state', 'in', ['queued', 'pending'])
    .executeTakeFirst();
  const since = (moment: Date) => now.getTime() - moment.getTime();
  const pause = nextCheck({
    status: payment.status,
    age: since(payment.created_at),
    expiresIn: expiresAt && -since(expiresAt),
    refundAge: refund ? since(refund.created_at) : null,
  });
  await trx
    .updateTable('payment')
    .set({ check_at: pause === null ? null : new Date(now.getTime() + pause), checks: payment.checks + 1 })
    .where('id', '=', payment.id)
    .execute();
}
