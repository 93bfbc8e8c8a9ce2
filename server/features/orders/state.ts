import type { Order, OrderState } from '../../../sdk/contract/order.ts';
import { isOver, type OrderStage, type PaymentStatus } from '../payments/decide.ts';

/** What the buyer's page is told about, in our own words. */
export interface Standing {
  /** `inTime`: another attempt still fits in the longest a hold may last. */
  readonly order: {
    readonly state: OrderStage;
    readonly cancelled: boolean;
    readonly placesHeld: boolean;
    readonly inTime: boolean;
  };
  /** The newest attempt; null for a free order. */
  readonly payment: { readonly status: PaymentStatus; readonly checkoutUrl: string | null } | null;
  readonly refunds: readonly { readonly cents: number; readonly state: RefundState }[];
}

export type RefundState = NonNullable<Order['refund']>['state'];

/** Worst first: an order's refund is only as far as the slowest part of it. */
const REFUND_PROGRESS: readonly RefundState[] = ['failed', 'queued', 'pending', 'refunded'];

const AFTER_ATTEMPT: Record<PaymentStatus, OrderState> = {
  creating: 'waiting',
  open: 'waiting',
  pending: 'waiting',
  authorized: 'waiting',
  paid: 'waiting',
  suspect: 'waiting',
  failed: 'failed',
  refused: 'failed',
  canceled: 'cancelled',
  expired: 'expired',
};

/** Where an order stands, in the words of the contract. */
export function describeStanding({
  order,
  payment,
  refunds,
}: Standing): Pick<Order, 'state' | 'checkoutUrl' | 'canPayAgain' | 'refund'> {
  const refund = summarise(refunds);
  return {
    state: stateOf(order, payment?.status ?? 'expired', refund),
    checkoutUrl: order.state === 'open' && payment?.status === 'open' ? payment.checkoutUrl : null,
    canPayAgain: canPayAgain({ order, payment }),
    refund,
  };
}

/** True while a new attempt makes sense: the last one ended without money, the places are still there and time is left. */
export function canPayAgain({ order, payment }: Pick<Standing, 'order' | 'payment'>): boolean {
  if (order.state !== 'open' || !order.placesHeld || !order.inTime || !payment) return false;
  return isOver(payment.status) && payment.status !== 'paid' && payment.status !== 'suspect';
}

function stateOf(order: Standing['order'], attempt: PaymentStatus, refund: Order['refund']): OrderState {
  if (order.state === 'paid') return 'paid';
  if (order.state === 'refund') return refund?.state === 'refunded' ? 'refunded' : 'refunding';
  if (order.cancelled) return 'cancelled';
  const state = AFTER_ATTEMPT[attempt];
  return order.state === 'closed' && state === 'waiting' ? 'expired' : state;
}

function summarise(refunds: Standing['refunds']): Order['refund'] {
  const state = REFUND_PROGRESS.find((step) => refunds.some((refund) => refund.state === step));
  if (!state) return null;
  const cents = refunds.reduce((sum, refund) => sum + refund.cents, 0);
  return { amount: { cents, currency: 'EUR' }, state };
}
