import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { ProviderError } from '../payments/provider.ts';
import { settle } from '../payments/settle.ts';
import { requestPayment } from '../payments/start.ts';
import { latestPayment, type OrderRow } from '../payments/store.ts';
import { endPayments } from './end-payments.ts';

/** How long places are kept for an attempt whose end the provider has not told yet. */
const ATTEMPT_LIFE = sql`interval '20 minutes'`;

/**
 * Whether an order may be tried to pay once more. A hold ends in any case two hours after its first place was taken, so
 * another attempt must fit in what is left of them; else failing again and again would keep places from others for
 * ever. The first attempt may always be made, and a payment that began in time is waited for.
 */
export const mayTryAgain = sql<boolean>`exists (
  select from cart where cart.id = orders.cart_id
    and coalesce(cart.hold_started_at, orders.created_at) + interval '2 hours' >= clock_timestamp() + ${ATTEMPT_LIFE})`;

/** When to see what became of an attempt whose request broke off: later than any answer could come. */
const FIRST_LOOK = sql`interval '1 minute'`;

/** What is stored of a return code: who reads the database cannot use it. */
export const hashReturnCode = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** Until when places are kept for an attempt that begins now, by the database's clock: the one that ends holds. */
export async function attemptEnd(trx: DatabaseTransaction): Promise<Date> {
  const { until } = await trx
    .selectNoFrom(sql<Date>`clock_timestamp() + ${ATTEMPT_LIFE}`.as('until'))
    .executeTakeFirstOrThrow();
  return until;
}

/** Writes down that we are going to ask for a payment, before anybody is asked. */
export async function addAttempt(
  { random, tokens }: CentreRuntime,
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
      check_at: sql<Date>`clock_timestamp() + ${FIRST_LOOK}`,
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
  // Whoever cancelled while we were asking could not end a payment that nobody had the id of yet.
  if (await isCancelled(runtime, orderId)) await endPayments(runtime, orderId);
}

async function isCancelled({ db }: CentreRuntime, orderId: string): Promise<boolean> {
  const cancelled = await db
    .selectFrom('orders')
    .select('id')
    .where('id', '=', orderId)
    .where('cancelled_at', 'is not', null)
    .executeTakeFirst();
  return cancelled !== undefined;
}

/** Says a provider's failure in the words of our contract. */
function explain(error: unknown): never {
  if (!(error instanceof ProviderError)) throw error;
  if (error.outcome === 'unknown') throw new FoyerError('payment_provider_unavailable', { retryAfter: 5 });
  // A key that was revoked is the centre's trouble, not the buyer's.
  if (error.code === 'unauthorized') throw new FoyerError('payment_provider_unavailable', { retryAfter: 60 });
  throw new FoyerError('payment_refused', { message: error.message, ...(error.field && { field: error.field }) });
}
