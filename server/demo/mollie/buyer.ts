import { become, canBecome, choose, fail, isFinal } from './lifecycle.ts';
import type { Method, MethodId } from './methods.ts';
import { methodsFor } from './payments.ts';
import type { Payment, PaymentStatus, World } from './world.ts';

/** Where the buyer goes after a step: on to pay, back to choose (and why), or to the shop. */
export type Next =
  | { readonly to: 'pay' }
  | { readonly to: 'issuer' }
  | { readonly to: 'selection'; readonly because: 'failed' | 'canceled' | null }
  | { readonly to: 'shop'; readonly url: string }
  /** Back to what can happen to a payment that was left. */
  | { readonly to: 'later' }
  /** It was decided before this step, such as by expiring while the buyer looked at the page. */
  | { readonly to: 'end' };

/** The payment with this checkout token, brought up to date; undefined when there is none. */
export const byToken = (world: World, token: string): Payment | undefined => world.byToken.get(token);

/** The methods this buyer can choose from. */
export const offered = (payment: Payment): readonly Method[] =>
  methodsFor(payment.account, payment.amount, payment.choice);

/** Where the shop wants the buyer back. Says nothing about what became of the payment. */
export const returnUrl = ({ status, cancelUrl, redirectUrl }: Payment) =>
  status === 'canceled' ? (cancelUrl ?? redirectUrl) : redirectUrl;

/** Takes a method from the selection; what cannot be chosen here changes nothing. */
export function takeMethod(world: World, payment: Payment, id: string): Next {
  if (payment.status !== 'open') return { to: 'end' };
  const method = offered(payment).find((one) => one.id === id);
  if (!method) return { to: 'selection', because: null };
  if (method.id !== payment.method) choose(world, payment, method.id);
  return method.issuers.length > 0 && payment.issuer === null ? { to: 'issuer' } : { to: 'pay' };
}

/** Takes the bank behind a method that has several. */
export function takeIssuer(world: World, payment: Payment, id: MethodId, issuer: string): Next {
  const next = takeMethod(world, payment, id);
  if (next.to !== 'issuer' && next.to !== 'pay') return next;
  const known = offered(payment).some((method) => method.id === id && method.issuers.some((one) => one.id === issuer));
  if (!known) return { to: 'issuer' };
  payment.issuer = issuer;
  return { to: 'pay' };
}

/** Leaves the method's page for the selection. Nothing is decided and nobody is told, also when the shop preset it. */
export function leaveMethod(world: World, payment: Payment, because: 'failed' | 'canceled' | null = null): Next {
  if (payment.status !== 'open') return { to: 'end' };
  if (payment.preset) payment.choice = null;
  payment.preset = false;
  choose(world, payment, null);
  return { to: 'selection', because };
}

/** Gives up for good, from the selection. */
export function cancelForGood(world: World, payment: Payment): Next {
  if (payment.status !== 'open') return { to: 'end' };
  become(world, payment, 'canceled');
  return { to: 'shop', url: returnUrl(payment) };
}

/** Ends a visit to the bank the way the tester chose. */
export function decide(world: World, payment: Payment, outcome: PaymentStatus): Next {
  if (isFinal(payment)) return { to: 'end' };
  if (payment.status === 'open') {
    if (outcome === 'canceled' && payment.preset) return leaveMethod(world, payment, 'canceled');
    // Who chose the method on our page may try again, with the same payment; who was sent to one has failed.
    if (outcome === 'failed' && !payment.preset) return leaveMethod(world, payment, 'failed');
  }
  if (canBecome(payment, outcome)) {
    if (outcome === 'failed') fail(world, payment);
    else become(world, payment, outcome);
  }
  return { to: 'shop', url: returnUrl(payment) };
}
