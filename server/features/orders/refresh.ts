import { sql } from 'kysely';
import type { CentreRuntime } from '../../runtime.ts';
import { isOver } from '../payments/decide.ts';
import { followPayment } from '../payments/follow.ts';
import { ProviderError } from '../payments/provider.ts';
import { latestPayment } from '../payments/store.ts';

/**
 * Asks the provider about an undecided payment because its buyer is waiting for it: at most once in two seconds for an
 * order, however many pages wait. When the provider does not answer, what we know already has to do.
 */
export async function refresh(runtime: CentreRuntime, orderId: string): Promise<void> {
  const payment = await latestPayment(runtime.db, orderId);
  if (!payment || isOver(payment.status)) return;
  const { numUpdatedRows } = await runtime.db
    .updateTable('payment')
    .set({ asked_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', payment.id)
    .where(({ or, eb }) =>
      or([eb('asked_at', 'is', null), eb('asked_at', '<', sql<Date>`clock_timestamp() - interval '2 seconds'`)]),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  try {
    await followPayment(runtime, payment.id);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    runtime.log.warn('payment-not-refreshed', { payment: payment.id, code: error.code });
  }
}
