import type { ProviderPayment, ProviderStatus } from './provider.ts';

/** Why money goes back to the buyer. */
export type RefundReason =
  | 'seats-lost'
  | 'paid-twice'
  | 'paid-after-cancel'
  | 'performance-cancelled'
  | 'voucher-used'
  | 'withdrawn';

/** Where a payment of ours stands: what the provider last said, or how far we came in asking for it. */
export type PaymentStatus = ProviderStatus | 'creating' | 'refused' | 'suspect';

/** open: may still be paid · paid: tickets were issued · closed: ended unpaid · refund: money came in and goes back. */
export type OrderStage = 'open' | 'paid' | 'closed' | 'refund';

/** What we know about the order and the payment, read under the order's lock. */
export interface Known {
  readonly order: { readonly state: OrderStage; readonly cancelled: boolean };
  readonly payment: {
    readonly id: string;
    readonly status: PaymentStatus;
    readonly cents: number;
    readonly mode: 'test' | 'live';
    readonly chargedBackCents: number;
  };
}

/**
 * The next step for a payment: at most one at a time, so that each is a transaction of its own meaning.
 * `charge-back` carries what changed in cents: below zero when the bank gave the money back to the centre.
 */
export type Decision =
  | { readonly do: 'nothing' }
  | { readonly do: 'mark'; readonly status: ProviderStatus }
  | { readonly do: 'sell' }
  | { readonly do: 'refund'; readonly reason: RefundReason }
  | { readonly do: 'charge-back'; readonly cents: number }
  | { readonly do: 'alarm'; readonly reason: 'payment-mismatch' };

const NOTHING: Decision = { do: 'nothing' };

/** How far a payment has come; it never goes back. Every ending is equally far, except that money always counts. */
const PROGRESS: Record<PaymentStatus, number> = {
  creating: 0,
  open: 1,
  pending: 2,
  authorized: 3,
  failed: 4,
  canceled: 4,
  expired: 4,
  refused: 4,
  paid: 5,
  suspect: 6,
};

/** True when nothing but money coming in can still change this payment. */
export const isOver = (status: PaymentStatus): boolean => PROGRESS[status] >= PROGRESS.failed;

/** True when the provider talks about the very payment we asked for: our reference, our amount, our mode. */
function isOurs({ payment }: Known, told: ProviderPayment): boolean {
  return (
    told.reference === payment.id &&
    told.mode === payment.mode &&
    told.amount.currency === 'EUR' &&
    told.amount.cents === payment.cents
  );
}

/**
 * Decides what to do about a payment as the provider tells it now. Pure and total: every order of webhooks, returns,
 * crashes and repetitions ends in the same place, because the answer depends on the two states and on nothing else.
 *
 * Asked again after its decision was carried out, it says `nothing`, or the one step that is left.
 */
export function decide(known: Known, told: ProviderPayment): Decision {
  const { order, payment } = known;
  if (payment.status === 'suspect') return NOTHING;
  if (!isOurs(known, told)) return { do: 'alarm', reason: 'payment-mismatch' };
  if (payment.status === 'paid') {
    const cents = told.amountChargedBack.cents - payment.chargedBackCents;
    return cents === 0 ? NOTHING : { do: 'charge-back', cents };
  }
  if (told.status === 'paid') {
    if (order.cancelled) return { do: 'refund', reason: 'paid-after-cancel' };
    if (order.state === 'paid' || order.state === 'refund') return { do: 'refund', reason: 'paid-twice' };
    return { do: 'sell' };
  }
  return PROGRESS[told.status] > PROGRESS[payment.status] ? { do: 'mark', status: told.status } : NOTHING;
}
