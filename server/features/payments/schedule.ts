import { isOver, type PaymentStatus } from './decide.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Time after a look at which we look again, in milliseconds; then daily. */
const PAUSES: readonly number[] = [10_000, 1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE];

/** How long after a payment's announced end the provider may need to say so, in milliseconds. */
export const EXPIRY_GRACE = 2 * MINUTE;

/** What decides when to look at a payment again. Ages and times in milliseconds, from now. */
export interface Watched {
  readonly status: PaymentStatus;
  /** How often we looked already. */
  readonly checks: number;
  /** Until the provider says the payment ends; null when it said nothing. */
  readonly expiresIn: number | null;
  /** True while money of it is on its way back. */
  readonly refunding: boolean;
}

/**
 * Milliseconds until the reconciler reads a payment again, or null when it is over and quiet. Webhooks make this
 * superfluous on a good day; on a bad day they never come.
 */
export function nextCheck({ status, checks, expiresIn, refunding }: Watched): number | null {
  if (isOver(status) && !refunding) return null;
  const pause = PAUSES[checks] ?? DAY;
  if (isOver(status) || expiresIn === null) return pause;
  const atTheEnd = expiresIn + EXPIRY_GRACE;
  return atTheEnd > 0 ? Math.min(pause, atTheEnd) : pause;
}
