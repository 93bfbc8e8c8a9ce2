import type { CentreRuntime } from '../../runtime.ts';
import { alignCart } from '../holds/align.ts';
import { readCart } from '../holds/cart.ts';
import { extendLegs } from '../legs/index.ts';

/** A payment's attempt is waited for twenty minutes; partners hold a little longer, so that ours ends first. */
export const PAYMENT_SECONDS = 22 * 60;

/**
 * Lets every partner that a cart is reserved at price its part as what it is, judge it, and hold it past the payment's
 * life, before anybody is sent to pay. Nothing is asked for a cart of our own, or one that was ordered already.
 * @throws FoyerError see {@link extendLegs} and {@link alignCart}
 */
export async function prepareLegs(runtime: CentreRuntime, cart: string): Promise<void> {
  const { db, legs } = runtime;
  const state = await readCart(db, cart);
  if (!state || state.legs.length === 0 || state.order !== null) return;
  await alignCart(runtime, state, { final: true });
  const names = new Map(state.legs.map(({ agreement, partner }) => [agreement, partner.name]));
  await extendLegs(
    legs,
    cart,
    { seconds: PAYMENT_SECONDS, forPayment: true },
    (agreement) => names.get(agreement) ?? '',
  );
}
