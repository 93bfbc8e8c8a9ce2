import { createHash } from 'node:crypto';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { ProviderError } from '../payments/provider.ts';
import { settle } from '../payments/settle.ts';
import { requestPayment } from '../payments/start.ts';
import { latestPayment, type OrderRow } from '../payments/store.ts';

/** How long places are kept for an attempt whose end the provider has not told yet, in milliseconds. */
export const ATTEMPT_LIFE = 20 * 60_000;

/** When to see what became of an attempt whose request broke off: later than any answer could come, in milliseconds. */
const FIRST_LOOK = 60_000;

/** What is stored of a return code: who reads the database cannot use it. */
export const hashReturnCode = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** Writes down that we are going to ask for a payment, before anybody is asked. */
export async function addAttempt(
  { random, tokens, clock }: CentreRuntime,
  trx: DatabaseTransaction,
  order: Pick<OrderRow, 'id' | 'total_cents'>,
  attempt: number,
): Promise<void> {
  const id = random.uuid();
  await trx
    .insertInto('payment')
    .values({
      id,
      order_id: order.id,
      attempt,
      webhook_token: random.token(24),
      return_code_hash: hashReturnCode(tokens.sign('return', id)),
      status: 'creating',
      cents: order.total_cents,
      check_at: new Date(clock.now().getTime() + FIRST_LOOK),
    })
    .execute();
}

/**
 * Sees to it that the newest attempt of an order exists at the provider. Does nothing when it does already.
 *
 * @throws FoyerError `payment_refused` or `payment_provider_unavailable`
 */
export async function askForPayment(runtime: CentreRuntime, orderId: string): Promise<void> {
  const payment = await latestPayment(runtime.db, orderId);
  if (payment?.status !== 'creating') return;
  const created = await requestPayment(runtime, payment).catch(explain);
  await settle(runtime, payment.id, created);
}

/** Says a provider's failure in the words of our contract. */
function explain(error: unknown): never {
  if (!(error instanceof ProviderError)) throw error;
  if (error.outcome === 'unknown') throw new FoyerError('payment_provider_unavailable', { retryAfter: 5 });
  // A key that was revoked is the centre's trouble, not the buyer's.
  if (error.code === 'unauthorized') throw new FoyerError('payment_provider_unavailable', { retryAfter: 60 });
  throw new FoyerError('payment_refused', { message: error.message, ...(error.field && { field: error.field }) });
}
