import { readAmount } from './amounts.ts';
import type { Body } from './body.ts';
import { invalid, Refusal } from './errors.ts';
import { findMethod } from './methods.ts';
import { type Account, newId, nowOf, type Payment, type Refund, type RefundStatus, type World } from './world.ts';

/** Mollie takes the same amount on the same payment within the hour for a mistake. */
const DUPLICATE_MS = 3_600_000;

const counts = ({ status }: Refund) => status !== 'failed' && status !== 'canceled';

/** What went back or is on its way back, in minor units. */
export const refundedOf = (payment: Payment) =>
  payment.refunds.filter(counts).reduce((sum, { amount }) => sum + amount.minor, 0);

export const chargedBackOf = (payment: Payment) =>
  payment.chargebacks.reduce((sum, { amount }) => sum + amount.minor, 0);

export const isRefundable = (payment: Payment) =>
  payment.status === 'paid' && payment.method !== null && findMethod(payment.method)?.refundable === true;

/** Gives money back, or queues it while the balance is too low. @throws Refusal 422 or 409 */
export function createRefund(world: World, payment: Payment, body: Body): Refund {
  const amount = readAmount(body.amount);
  const left = payment.amount.minor - refundedOf(payment);
  if (!isRefundable(payment)) throw new Refusal(422, 'The payment cannot be refunded');
  if (amount.currency !== payment.amount.currency || amount.minor === 0 || amount.minor > left) {
    throw invalid('amount.value', 'The specified amount cannot be refunded');
  }
  const createdAt = nowOf(world);
  const twin = payment.refunds.some(
    (refund) => counts(refund) && refund.amount.minor === amount.minor && createdAt - refund.createdAt < DUPLICATE_MS,
  );
  if (twin) throw new Refusal(409, 'A duplicate refund has been detected');
  const { account } = payment;
  const refund: Refund = {
    id: newId(world, 're'),
    payment,
    amount,
    createdAt,
    description: typeof body.description === 'string' ? body.description.slice(0, 255) : payment.description,
    metadata: body.metadata ?? null,
    status: account.balance === null ? 'pending' : 'queued',
  };
  payment.refunds.push(refund);
  account.refunds.push(refund);
  if (refund.status === 'queued') payQueued(account);
  return refund;
}

/** Takes queued refunds out of the balance, oldest first, as far as it reaches. */
export function payQueued(account: Account): void {
  for (const refund of account.refunds) {
    if (refund.status !== 'queued') continue;
    if (account.balance !== null) {
      if (account.balance < refund.amount.minor) return;
      account.balance -= refund.amount.minor;
    }
    refund.status = 'pending';
  }
}

/** Takes back a refund that has not left yet. @throws Refusal 422 afterwards. */
export function cancelRefund(refund: Refund): void {
  if (refund.status !== 'queued' && refund.status !== 'pending') {
    throw new Refusal(422, 'The refund cannot be canceled anymore');
  }
  refund.status = 'canceled';
}

const NEXT: Readonly<Partial<Record<RefundStatus, readonly RefundStatus[]>>> = {
  queued: ['pending', 'failed'],
  pending: ['processing', 'refunded', 'failed'],
  processing: ['refunded', 'failed'],
  // A bank can send money back days after it was said to have arrived.
  refunded: ['failed'],
};

/** Brings a refund further; the shop is told from `processing` on. @throws Error for a way that does not exist. */
export function advanceRefund(world: World, refund: Refund, status: RefundStatus): void {
  if (!NEXT[refund.status]?.includes(status)) {
    throw new Error(`Refund ${refund.id} is ${refund.status} and cannot become ${status}.`);
  }
  refund.status = status;
  if (status !== 'pending') world.announce(refund.payment);
}

/** The buyer's bank takes the money back; the payment stays paid. Cents; default the whole amount. */
export function chargeBack(world: World, payment: Payment, minor = payment.amount.minor): void {
  if (payment.status !== 'paid') throw new Error(`Payment ${payment.id} is ${payment.status}: nothing to charge back.`);
  payment.chargebacks.push({
    id: newId(world, 'chb'),
    payment,
    amount: { currency: payment.amount.currency, minor },
    createdAt: nowOf(world),
  });
  world.announce(payment);
}
