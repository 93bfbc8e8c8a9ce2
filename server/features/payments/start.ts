import { RETURN_PARAMETER } from '../../../sdk/contract/order.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { closeOrder } from '../orders/close.ts';
import { raiseAlarm } from './alarm.ts';
import { ProviderError, type ProviderPayment } from './provider.ts';
import { buyerOf, lockPayment, type OrderRow, type PaymentRow } from './store.ts';

/**
 * Asks the provider for a payment that our books already have as `creating`. The key follows from our payment's id, so
 * asking again after a time-out or a crash gives the same payment.
 *
 * @throws ProviderError `refused` after the order was closed and its cart opened again; `unknown` when nobody knows
 * whether it was created: ask again.
 */
export async function requestPayment(runtime: CentreRuntime, payment: PaymentRow): Promise<ProviderPayment> {
  const order = await runtime.db
    .selectFrom('orders')
    .selectAll()
    .where('id', '=', payment.order_id)
    .executeTakeFirstOrThrow();
  try {
    return await create(runtime, order, payment);
  } catch (error) {
    if (error instanceof ProviderError && error.outcome === 'refused') await refuse(runtime, payment.id, error);
    throw error;
  }
}

function create({ provider, config, tokens }: CentreRuntime, order: OrderRow, payment: PaymentRow) {
  const buyer = buyerOf(order);
  const redirectUrl = new URL(buyer.returnUrl);
  redirectUrl.searchParams.set(RETURN_PARAMETER, tokens.sign('return', payment.id));
  return provider.create({
    reference: payment.id,
    idempotencyKey: `foyer-${payment.id}`,
    amount: { cents: payment.cents, currency: 'EUR' },
    description: `${config.name} ${order.number}`,
    redirectUrl: redirectUrl.href,
    webhookUrl: `${config.apiUrl}/webhooks/mollie/${payment.webhook_token}`,
    language: buyer.language,
  });
}

/** The provider will not have this payment: the buyer gets the cart back with its places. */
async function refuse(runtime: CentreRuntime, paymentId: string, error: ProviderError): Promise<void> {
  await transact(runtime.db, async (trx) => {
    const locked = await lockPayment(trx, paymentId);
    if (locked?.payment.status !== 'creating') return;
    await trx.updateTable('payment').set({ status: 'refused', check_at: null }).where('id', '=', paymentId).execute();
    if (locked.order.state === 'open') await closeOrder(runtime, trx, locked.order, { places: 'back to the cart' });
    if (error.code === 'unauthorized') await raiseAlarm(trx, 'provider-unauthorized', null, {});
  });
}
