import type { CentreRuntime } from '../../runtime.ts';
import { ProviderError } from '../payments/provider.ts';
import { settle } from '../payments/settle.ts';

/** Ends the payments of an order that nobody should pay any more, as far as the provider can and answers. */
export async function endPayments(runtime: CentreRuntime, orderId: string): Promise<void> {
  const running = await runtime.db
    .selectFrom('payment')
    .select(['id', 'provider_id'])
    .where('order_id', '=', orderId)
    .where('status', 'in', ['open', 'pending', 'authorized'])
    .execute();
  for (const { id, provider_id } of running) {
    if (provider_id === null) continue;
    try {
      await settle(runtime, id, await runtime.provider.cancel(provider_id));
    } catch (error) {
      // The reconciler goes on watching this payment, so nothing is lost when the provider is away.
      if (!(error instanceof ProviderError)) throw error;
      runtime.log.warn('payment-not-cancelled', { payment: id, code: error.code });
    }
  }
}
