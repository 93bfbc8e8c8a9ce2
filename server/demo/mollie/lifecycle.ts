import { findMethod, type MethodId, MINUTES_TO_CHOOSE } from './methods.ts';
import { nowOf, type Payment, type PaymentStatus, type World } from './world.ts';

/** The only ways a payment goes. What has no way out is final. */
const WAYS: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  open: ['pending', 'authorized', 'paid', 'canceled', 'expired', 'failed'],
  pending: ['paid', 'failed', 'expired'],
  authorized: ['paid', 'canceled', 'failed', 'expired'],
  paid: [],
  canceled: [],
  expired: [],
  failed: [],
};

/** Mollie tells the shop of all statuses but these two. */
const SILENT: readonly PaymentStatus[] = ['open', 'pending'];

export const isFinal = ({ status }: Payment) => WAYS[status].length === 0;

export const canBecome = (payment: Payment, status: PaymentStatus) => WAYS[payment.status].includes(status);

/**
 * Brings a payment to its next status and tells the shop where Mollie would.
 * @throws Error for a way that does not exist: whoever drives the emulator made a mistake.
 */
export function become(world: World, payment: Payment, status: PaymentStatus, at = nowOf(world)): void {
  if (status === payment.status) return;
  if (!canBecome(payment, status)) {
    throw new Error(`Payment ${payment.id} is ${payment.status} and cannot become ${status}.`);
  }
  payment.status = status;
  payment.since = at;
  if (!SILENT.includes(status)) world.announce(payment);
}

/** Test amounts by which a failing card says why, in cents: 1,001.00 is an invalid number and so on. */
const CARD_FAILURES: Readonly<Record<number, string>> = {
  100100: 'invalid_card_number',
  100200: 'invalid_cvv',
  100300: 'invalid_card_holder_name',
  100400: 'card_expired',
  100500: 'invalid_card_type',
  100600: 'refused_by_issuer',
  100700: 'insufficient_funds',
  100800: 'inactive_card',
  100900: 'possible_fraud',
  101000: 'authentication_failed',
  101100: 'card_declined',
};

export function fail(world: World, payment: Payment): void {
  if (payment.method === 'creditcard') payment.failure = CARD_FAILURES[payment.amount.minor] ?? 'unknown_reason';
  become(world, payment, 'failed');
}

/** Lets the payment live as long as its method allows, counted from its creation, and lets it expire by itself then. */
function limitLife(world: World, payment: Payment): void {
  const minutes = (payment.method && findMethod(payment.method)?.minutes) || MINUTES_TO_CHOOSE;
  const at = payment.createdAt + minutes * 60_000;
  // Another choice can lengthen a life, but takes away no time that was promised.
  if (at <= payment.expiresAt) return;
  payment.expiresAt = at;
  world.agenda.add({
    at,
    happen: () => {
      if (payment.status === 'open' && payment.expiresAt === at) become(world, payment, 'expired', at);
    },
  });
}

/** The buyer, or the shop for him, takes a method. */
export function choose(world: World, payment: Payment, method: MethodId | null, issuer: string | null = null): void {
  payment.method = method;
  payment.issuer = issuer;
  limitLife(world, payment);
}
