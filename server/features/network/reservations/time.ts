import type { ExtendRequest } from '../../../../sdk/contract/network/index.ts';
import type { CartNow } from './owner-store.ts';

const MINUTE = 60_000;
/** The longest places are held, counted from the first of them. */
const LONGEST = 120 * MINUTE;
/** What is granted besides for a payment that begins at the last moment: as long as an attempt to pay may last. */
const PAYMENT = 20 * MINUTE;

type Held = Pick<CartNow, 'now' | 'startedAt' | 'expiresAt'>;

/** Until when a hold may last after it was asked to be longer. It never gets shorter by that. */
export function extendedUntil({ now, startedAt, expiresAt }: Held, { seconds, forPayment }: ExtendRequest): Date {
  const most = (startedAt ?? now).getTime() + LONGEST + (forPayment ? PAYMENT : 0);
  const asked = Math.min(now.getTime() + seconds * 1000, most);
  return new Date(Math.max(asked, expiresAt?.getTime() ?? 0));
}

/** Until when a hold lasts that the seller wants for so many seconds at most; undefined when it ends before that anyway. */
export function limitedUntil({ now, expiresAt }: Held, seconds = Number.POSITIVE_INFINITY): Date | undefined {
  const limit = now.getTime() + seconds * 1000;
  return expiresAt && limit < expiresAt.getTime() ? new Date(limit) : undefined;
}

/** Whether asking for more time can still give any. */
export const isExtendable = ({ startedAt, expiresAt }: Held): boolean =>
  startedAt !== null && expiresAt !== null && expiresAt.getTime() < startedAt.getTime() + LONGEST;
