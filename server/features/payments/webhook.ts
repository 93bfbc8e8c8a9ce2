import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { PROVIDER_ID } from './follow.ts';

/** Tokens of ours, as `token(24)` makes them. */
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/**
 * Takes a hint that something happened to a payment: queued durably before the provider gets its answer, so that a
 * crash cannot lose it. Whoever knocks without knowing the payment's own secret address learns nothing.
 *
 * @throws FoyerError `unavailable` when the hint could not be kept; the provider will knock again.
 */
export async function takeHint({ db, jobs, log }: CentreRuntime, token: string, id: string | undefined): Promise<void> {
  if (id === undefined || !PROVIDER_ID.test(id) || !TOKEN.test(token)) return;
  try {
    const payment = await db.selectFrom('payment').select('id').where('webhook_token', '=', token).executeTakeFirst();
    if (!payment) return;
    await jobs.add(db, 'follow-payment', { payment: payment.id, hint: id }, { key: `follow:${payment.id}` });
  } catch (error) {
    log.error('webhook-not-kept', error);
    throw new FoyerError('unavailable', { retryAfter: 60 });
  }
}
