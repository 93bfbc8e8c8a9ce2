import { ProviderError } from '../../features/payments/provider.ts';
import { toProviderError } from './classify.ts';

export interface AttemptOptions {
  /** How long the attempts may take together, in milliseconds; each gets an equal part. */
  readonly timeoutMs: number;
  /** How often it is tried at most while the outcome stays unknown. */
  readonly attempts: number;
  /** Waits between attempts; given the number of the attempt that failed, from 1. */
  readonly pause: (attempt: number) => Promise<void>;
  readonly onFailure: (error: ProviderError, attempt: number) => void;
}

/** Waits a quarter of a second, then half, and so on, each shortened at random so that callers do not knock together. */
export const jitteredPause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 250 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)));

/** Mollie's client never gives up by itself: a server that hangs would hang the buyer. */
async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ProviderError('unknown', 'unreachable', `Mollie did not answer within ${Math.round(ms)} ms.`));
    }, ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Does one call to Mollie within its time; repeats it only while nobody knows what became of it. The work must be safe
 * to repeat: a read, or a write that carries the same idempotency key each time.
 * @throws ProviderError of the last attempt.
 */
export async function attempt<T>(work: () => Promise<T>, options: AttemptOptions): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await withDeadline(work(), options.timeoutMs / options.attempts);
    } catch (cause) {
      const error = toProviderError(cause);
      options.onFailure(error, number);
      if (error.outcome === 'refused' || number >= options.attempts) throw error;
    }
    await options.pause(number);
  }
}
