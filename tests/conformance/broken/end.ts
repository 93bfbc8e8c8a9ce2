import { randomUUID } from 'node:crypto';
import type {
  CancelRequest,
  ConfirmRequest,
  Entry,
  EntryKind,
  ExtendRequest,
  Line,
} from '../../../sdk/contract/index.ts';
import { owedFor, owedForAll } from '../../../sdk/model/ledger/index.ts';
import { FoyerError } from '../../../server/errors.ts';
import { type Booking, free, holdsAll, isFreeFor, type Owner, stateOf } from './owner.ts';
import { totalOf } from './wire.ts';

const TWO_HOURS = 7200_000;
const TO_PAY = 1200_000;

/** Takes back the places of a reservation that is over, when nobody else has one of them. */
function holdAgain(owner: Owner, booking: Booking): boolean {
  if (!isFreeFor(owner, booking)) return false;
  for (const [index, place] of booking.places.entries()) {
    owner.places.set(place, { cart: booking.cart, line: booking.lines[index]?.id ?? '', isSold: false });
  }
  return true;
}

export function extend(owner: Owner, booking: Booking, { seconds, forPayment }: ExtendRequest): void {
  const { breaks, time } = owner;
  if (booking.state === 'replaced') throw new FoyerError('reservation_replaced');
  if (booking.state !== 'held' && !breaks('extends what is over for good')) throw new FoyerError('reservation_closed');
  const now = time.now();
  if (!holdsAll(owner, booking)) {
    if (breaks('refuses to hold again')) throw new FoyerError('reservation_expired');
    if (!holdAgain(owner, booking) && !breaks('extends over others')) throw new FoyerError('reservation_expired');
    booking.cart = Object.assign(booking.cart, { startedAt: now });
  }
  const end = booking.cart.startedAt + TWO_HOURS + (forPayment && !breaks('gives no time to pay') ? TO_PAY : 0);
  const most = breaks('gives less time than asked') ? 60 : breaks('gives no time to pay') ? 600 : seconds;
  const asked = now + Math.min(seconds, most) * 1000;
  const until = breaks('extends for ever') ? asked : Math.min(asked, end);
  booking.cart.expiresAt = breaks('shortens') ? until : Math.max(booking.cart.expiresAt, until);
}

export async function confirm(owner: Owner, booking: Booking, { expectedTotal }: ConfirmRequest): Promise<void> {
  const { breaks } = owner;
  if (booking.state === 'confirmed' && !breaks('issues twice')) return;
  const lost =
    booking.state === 'cancelled' &&
    booking.confirmedAt === null &&
    breaks('sells the lost') &&
    isFreeFor(owner, booking);
  if (booking.state === 'cancelled' && !breaks('sells the cancelled') && !lost)
    throw new FoyerError('reservation_closed');
  if (booking.state === 'replaced' && !breaks('sells the replaced')) throw new FoyerError('reservation_replaced');
  const due = breaks('sells a visit for its price') ? totalOf(booking) : owedForAll(booking.lines).cents;
  if (expectedTotal.cents !== due && !breaks('ignores the expected total')) {
    throw new FoyerError('total_changed');
  }
  if (breaks('confirms twice at once') || breaks('confirms and cancels at once')) await null;
  const isOver = stateOf(owner, booking) === 'expired';
  if (isOver && (breaks('refuses the late') || (!isFreeFor(owner, booking) && !breaks('sells what went to another')))) {
    booking.state = 'cancelled';
    throw new FoyerError('reservation_lost');
  }
  for (const [index, place] of booking.places.entries()) {
    owner.places.set(place, { cart: booking.cart, line: booking.lines[index]?.id ?? '', isSold: true });
  }
  booking.state = 'confirmed';
  booking.confirmedAt ??= owner.time.now();
  const ticketed = breaks('forgets a ticket') ? booking.lines.slice(1) : booking.lines;
  const before = breaks('confirms twice at once') ? booking.tickets : [];
  const issued = ticketed.map(({ id }) => ({
    id: randomUUID(),
    line: id,
    code: randomUUID(),
    state: 'valid' as const,
  }));
  booking.tickets = [...before, ...issued];
  booking.entries = booking.lines.flatMap((line) => sale(owner, booking, line));
}

function sale(owner: Owner, booking: Booking, line: Line): Entry[] {
  const { commission, adminCentsPerTicket } = owner.agreements.get(booking.agreement)?.terms ?? {};
  const full = owner.breaks('books a bundle at its full price') ? line.why?.[0]?.amount.cents : undefined;
  const cents = full ?? owedFor(line);
  if (line.owed && !owner.breaks('takes a share of visits')) return [entry(owner, booking, line, 'sale', cents)];
  const kept = Math.round((cents * (commission?.basisPoints ?? 0)) / 10_000) + (commission?.centsPerTicket ?? 0);
  const amounts: readonly [EntryKind, number][] = [
    ['sale', owner.breaks('books a wrong sale') ? cents - 1 : cents],
    ['commission', owner.breaks('keeps the commission') ? 0 : -kept],
    ['admin', -(adminCentsPerTicket ?? 0)],
  ];
  return amounts.map(([kind, amount]) => entry(owner, booking, line, kind, amount));
}

const entry = (owner: Owner, booking: Booking, line: Line, kind: EntryKind, cents: number): Entry => ({
  id: randomUUID(),
  agreement: booking.agreement,
  reservation: booking.id,
  line: line.id,
  performance: line.performance.id,
  place: line.place.id,
  kind,
  amount: { cents, currency: 'EUR' },
  vat: 'BE-6',
  at: new Date(owner.time.now()).toISOString(),
});

const UNDONE = { sale: 'refund', commission: 'commission-refund', admin: 'admin-refund' } as const;

export async function cancel(owner: Owner, booking: Booking, { reason }: CancelRequest): Promise<void> {
  const { breaks } = owner;
  if (booking.state === 'cancelled' && breaks('cancels once')) throw new FoyerError('reservation_closed');
  if (booking.state === 'replaced' && breaks('frees by the replaced')) free(owner, booking.cart, booking.places);
  const wasSold = booking.state === 'confirmed' || (booking.confirmedAt !== null && breaks('refunds twice'));
  if (booking.state !== 'held' && !wasSold) return;
  if (wasSold && reason !== 'returned' && !breaks('undoes sales unpaid')) throw new FoyerError('reservation_closed');
  if (breaks('confirms and cancels at once')) await null;
  const isFinal = owner.agreements.get(booking.agreement)?.terms.refunds === 'never';
  if (wasSold && isFinal && !breaks('undoes against the terms')) throw new FoyerError('reservation_closed');
  if (wasSold) refund(owner, booking);
  booking.state = 'cancelled';
  if (breaks('forgets the cancelled')) owner.bookings.delete(`${booking.agreement}/${booking.id}`);
  if (!breaks('frees nothing')) free(owner, booking.cart, booking.places);
}

function refund(owner: Owner, booking: Booking): void {
  if (!owner.breaks('lets tickets live')) {
    booking.tickets = booking.tickets.map((ticket) => ({ ...ticket, state: 'refunded' }));
  }
  const undone = booking.entries.flatMap((one) => {
    const kind = UNDONE[one.kind as keyof typeof UNDONE];
    if (!kind || (owner.breaks('refunds in part') && kind === 'commission-refund')) return [];
    const line = booking.lines.find(({ id }) => id === one.line);
    return line ? [entry(owner, booking, line, kind, -one.amount.cents)] : [];
  });
  booking.entries = [...booking.entries, ...undone];
}
