import type { CentreRuntime } from '../../runtime.ts';
import { ProviderError, type ProviderPayment } from './provider.ts';
import { pursueRefund } from './refund.ts';
import { settle, watch } from './settle.ts';
import { requestPayment } from './start.ts';
import type { PaymentRow } from './store.ts';

/** How long the provider honours an idempotency key, less a margin, in milliseconds. */
const KEY_LIFE = 55 * 60_000;

/** Ids our provider gives to payments. Anything else never leaves this server. */
export const PROVIDER_ID = /^tr_[A-Za-z0-9]{4,64}$/;

/**
 * Asks the provider how a payment is and does everything that follows from the answer. `hint` is an id somebody claims
 * is this payment: it is believed only if the provider says so, and only needed when we never learnt the id ourselves.
 *
 * @throws ProviderError when the provider did not answer; trying again later is always right.
 */
export async function followPayment(runtime: CentreRuntime, paymentId: string, hint?: string): Promise<void> {
  const { db } = runtime;
  const payment = await db.selectFrom('payment').selectAll().where('id', '=', paymentId).executeTakeFirst();
  if (!payment) return;
  const told = payment.provider_id
    ? await runtime.provider.read(payment.provider_id)
    : await trace(runtime, payment, hint);
  if (told) await settle(runtime, paymentId, told);
  else await watch(runtime, paymentId);
  const refunds = await db
    .selectFrom('refund')
    .select('id')
    .where('payment_id', '=', paymentId)
    .where('state', '<>', 'failed')
    .execute();
  for (const refund of refunds) await pursueRefund(runtime, refund.id);
}

/** Finds a payment of which we know only that we asked for it. */
async function trace(runtime: CentreRuntime, payment: PaymentRow, hint?: string): Promise<ProviderPayment | null> {
  const hinted = hint && PROVIDER_ID.test(hint) ? await unlessRefused(runtime.provider.read(hint)) : null;
  if (hinted?.reference === payment.id) return hinted;
  if (payment.status !== 'creating') return null;
  const age = runtime.clock.now().getTime() - payment.created_at.getTime();
  if (age < KEY_LIFE && (await stillWanted(runtime, payment.order_id)))
    return unlessRefused(requestPayment(runtime, payment));
  const found = await runtime.provider.find(payment.id, payment.created_at);
  if (!found && age >= KEY_LIFE) await giveUp(runtime, payment.id);
  return found;
}

/** What the provider surely has not, is not there; what it did not say remains unknown. */
async function unlessRefused(answer: Promise<ProviderPayment>): Promise<ProviderPayment | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderError && error.outcome === 'refused') return null;
    throw error;
  }
}

async function stillWanted({ db }: CentreRuntime, order: string): Promise<boolean> {
  const open = await db
    .selectFrom('orders')
    .select('id')
    .where('id', '=', order)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return open !== undefined;
}

/** The provider never had it. Should it turn up after all, a webhook will say so, and money is handled even then. */
async function giveUp({ db }: CentreRuntime, paymentId: string): Promise<void> {
  await db
    .updateTable('payment')
    .set({ status: 'expired' })
    .where('id', '=', paymentId)
    .where('status', '=', 'creating')
    .execute();
}
