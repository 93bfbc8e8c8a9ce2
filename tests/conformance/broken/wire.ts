import type { NetworkChanges, Reservation } from '../../../sdk/contract/index.ts';
import { type Booking, type Owner, stateOf } from './owner.ts';

export const totalOf = ({ lines }: Booking): number => lines.reduce((cents, { price }) => cents + price.cents, 0);

/** A reservation as the protocol tells it. */
export function present(owner: Owner, booking: Booking): Reservation {
  const { id, lines, cart, replacedBy, confirmedAt, tickets, entries } = booking;
  const state = stateOf(owner, booking);
  const isHeld = state === 'held';
  const unit = owner.breaks('counts in minutes') ? 60 : 1;
  const left = Math.max(0, Math.floor((cart.expiresAt - owner.time.now()) / 1000 / unit) * unit);
  return {
    ...{ id, state, lines, replacedBy, tickets, entries },
    total: { cents: totalOf(booking), currency: 'EUR' },
    expiresAt: isHeld ? new Date(cart.expiresAt).toISOString() : null,
    secondsLeft: isHeld ? left : null,
    extendable: isHeld && cart.expiresAt < cart.startedAt + 7200_000,
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
    ...(owner.breaks('tells fields of its own') && { buyer: 'unknown' }),
  };
}

/** A page of the feed of one agreement. What ended by itself is told when somebody asks. */
export function changesOf(owner: Owner, agreement: string, after: number, limit: number): NetworkChanges {
  const { breaks, feed, time } = owner;
  for (const booking of owner.bookings.values()) {
    if (booking.expiryTold || stateOf(owner, booking) !== 'expired' || breaks('tells no ends')) continue;
    booking.expiryTold = true;
    const change = { agreement: booking.agreement, at: time.now(), reservation: booking.id };
    feed.push({ ...change, kind: 'reservation-expired' });
    if (breaks('tells twice')) feed.push({ ...change, kind: 'reservation-expired' });
  }
  const own = feed
    .map((told, index) => ({ ...told, cursor: index + 1 }))
    .filter((told) => told.agreement === agreement || breaks('tells others in the feed'));
  const later = own.filter(({ cursor }) => cursor > after);
  const page = later.slice(0, limit);
  const last = page.at(-1)?.cursor ?? (breaks('forgets the cursor') ? 0 : after);
  const more = later.length > page.length;
  const shift =
    more && breaks('skips between pages') ? 1 : more && limit > 1 && breaks('repeats between pages') ? -1 : 0;
  return {
    changes: page.map(({ at, cursor, kind, reservation }) => ({
      ...{ kind, reservation },
      cursor: String(cursor),
      at: new Date(at).toISOString(),
    })),
    cursor: String(last + shift),
    more,
  };
}
