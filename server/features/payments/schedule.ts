import { isOver, type PaymentStatus } from './decide.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Ages at which we look, in milliseconds; afterwards daily. */
const MARKS: readonly number[] = [10_000, 1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE];

/** How long after a payment's announced end the provider may need to say so, in milliseconds. */
export const EXPIRY_GRACE = 2 * MINUTE;

/** What decides when to look at a payment again. Ages and times in milliseconds, from now. */
export interface Watched {
  readonly status: PaymentStatus;
  readonly age: number;
  /** Until the provider says the payment ends; null when it said nothing. */
  readonly expiresIn: number | null;
  /** How long ago money of it was sent on its way back that has not arrived yet; null when there is none. */
  readonly refundAge: number | null;
}

/**
 * Milliseconds until the reconciler reads a payment again, or null when it is over and quiet. Webhooks make this
 * superfluous on a good day; on a bad day they never come. How often others asked meanwhile makes no difference.
 */
export function nextCheck({ status, age, expiresIn, refundAge }: Watched): number | null {
  if (refundAge !== null) return nextMark(refundAge);
  if (isOver(status)) return null;
  const atTheEnd = expiresIn === null ? 0 : expiresIn + EXPIRY_GRACE;
  return atTheEnd > 0 ? Math.min(nextMark(age), atTheEnd) : nextMark(age);
}

function nextMark(age: number): number {
  const mark = MARKS.find((at) => at > age);
  return mark === undefined ? DAY : mark - age;
}
