import { become, canBecome, fail } from './lifecycle.ts';
import { advanceRefund, chargeBack } from './refunds.ts';
import type { Payment, PaymentStatus, Refund, World } from './world.ts';

/** Something that can still happen to a payment after the buyer left: at his bank, or to money on its way back. */
export interface LaterEvent {
  readonly id: string;
  readonly kind: Decision | 'chargeback' | 'refundArrived' | 'refundFailed';
  /** The refund it happens to. */
  readonly refund: Refund | null;
  readonly happen: () => void;
}

const DECISIONS = ['paid', 'failed', 'canceled', 'expired'] as const satisfies readonly PaymentStatus[];
type Decision = (typeof DECISIONS)[number];

/** All that can happen to this payment now, once it has been left by the buyer. */
export function laterEvents(world: World, payment: Payment): readonly LaterEvent[] {
  const events: LaterEvent[] = [];
  const add = (id: string, kind: LaterEvent['kind'], happen: () => void, refund: Refund | null = null) =>
    events.push({ id, kind, refund, happen });
  for (const status of DECISIONS) {
    if (!canBecome(payment, status)) continue;
    add(status, status, () => (status === 'failed' ? fail(world, payment) : become(world, payment, status)));
  }
  if (payment.status === 'paid' && payment.chargebacks.length === 0) {
    add('chargeback', 'chargeback', () => chargeBack(world, payment));
  }
  for (const refund of payment.refunds) {
    if (refund.status !== 'pending' && refund.status !== 'processing') continue;
    add(`arrive-${refund.id}`, 'refundArrived', () => advanceRefund(world, refund, 'refunded'), refund);
    add(`fail-${refund.id}`, 'refundFailed', () => advanceRefund(world, refund, 'failed'), refund);
  }
  return events;
}
