import type { Cart } from '../contract/index.ts';
import type { CartState } from './types.ts';

/** What a cart's state says apart from what is under way. */
export type ShownCart = CartState extends infer S ? (S extends CartState ? Omit<S, 'busy' | 'failure'> : never) : never;

/** Milliseconds since epoch by this device's clock: now, and when the cart was last changed from this device. */
export interface CartTimes {
  readonly now: number;
  readonly changedAt: number;
}

/** A hold that ended longer ago than this while nobody looked is not worth telling. */
const WORTH_TELLING = 60 * 60 * 1000;
/** The server tells whole seconds, and its answer took a while to arrive. */
const ROUNDING = 2000;

/** What the visitor is shown after the server told what is in the cart. */
export function nextCart(before: CartState, cart: Cart, times: CartTimes): ShownCart {
  if (cart.order !== null) return { state: 'ordered', cart, endsAt: null };
  // What takes no seat stays; that time was up for the places must be told first.
  if (cart.lines.length > 0 || (!isBare(cart) && !lostPlaces(before, times))) {
    // Counted from now, because the device's clock may be wrong and the server's is not ours to read.
    return { state: 'open', cart, endsAt: cart.secondsLeft === null ? null : times.now + cart.secondsLeft * 1000 };
  }
  return hasRunOut(before, times) ? endedCart(before) : { state: 'empty' };
}

/** True for a cart in which nothing is chosen, neither places nor anything else. */
export const isBare = ({ lines, extras }: Cart): boolean =>
  lines.length === 0 && !Object.values(extras?.choices ?? {}).some(({ length }) => length > 0);

const lostPlaces = (before: CartState, times: CartTimes): boolean =>
  before.state === 'ended' || (before.state === 'open' && before.cart.lines.length > 0 && hasRunOut(before, times));

/** True when an empty cart means that time was up, rather than that everything was given back. */
export function hasRunOut(before: CartState, { now, changedAt }: CartTimes): boolean {
  if (before.state === 'open') return before.endsAt !== null && before.endsAt <= now + ROUNDING;
  return before.state === 'ended' || (before.state === 'loading' && changedAt > now - WORTH_TELLING);
}

/** The hold is over: what was lost, as far as it is known. */
export function endedCart(before: CartState): ShownCart {
  if (before.state === 'ended') return { state: 'ended', lost: before.lost };
  return { state: 'ended', lost: before.state === 'open' ? before.cart.lines : [] };
}
