import type { Reservation } from '../../../sdk/contract/network/index.ts';
import type { CartChoices } from '../../../sdk/contract/prices/index.ts';
import type { Leg } from './leg.ts';

/** Where legs are kept. Everything a verb decides, it decides inside one transaction. */
export interface LegStore {
  transact<T>(work: (trx: LegTransaction) => Promise<T>): Promise<T>;
}

/** What a cart may be changed by, for as long as one change of it is under way at partners. */
export interface Lease {
  readonly cart: string;
  readonly id: string;
  /** The request's idempotency key, and what tells that another request came with it. */
  readonly request?: { readonly key: string; readonly hash: string } | undefined;
}

export type Begun =
  | { readonly outcome: 'begun'; readonly leg: Leg | null; readonly secondsLeft: number | null }
  /** `replayed`: the request was carried out before. */
  | {
      readonly outcome: 'replayed' | 'token_invalid' | 'cart_closed' | 'request_in_progress' | 'idempotency_key_reused';
    };

/** One transaction. Locks are taken in one order: order, cart, legs. */
export interface LegTransaction {
  now(): Promise<Date>;
  /**
   * Takes an open cart for a change at one partner. Nobody else changes it at a partner, or orders it, until the lease
   * ends: by `endChange`, or by itself when the process died. Legs whose time is over are given up.
   * @param agreement None when it is about what the cart holds already, wherever that is.
   * @returns the leg at that partner and the seconds that are left for what the cart holds; null when it holds nothing.
   */
  beginChange(lease: Lease, agreement: string | null, until: Date): Promise<Begun>;
  /**
   * Whether the lease was still there.
   * @param done The change is made: the request's key is kept with it, so that it is not made again.
   */
  endChange(lease: Lease, done: boolean): Promise<boolean>;
  /** Keeps what was chosen beside places (with codes sealed; null for nothing), and with what bundles follow from. */
  choose(cart: string, choices: CartChoices | null): Promise<void>;
  /** Gives up the held legs of a cart whose time is over. */
  dropExpired(cart: string): Promise<void>;
  /** The held legs of a cart, under the cart's lock. */
  heldLegs(cart: string): Promise<readonly Leg[]>;
  /** The partners' parts of an order, whose lock the caller has. */
  legsOf(order: string): Promise<readonly Leg[]>;
  /** Under its order's lock, when it has one. */
  leg(id: string): Promise<Leg | undefined>;
  save(leg: Leg): Promise<void>;
  /** Sees to it that the leg is finished, at this moment or a little later. */
  wake(leg: Leg, at: Date): Promise<void>;
  /** The owner confirmed: its tickets become the order's, its entries go on the account. */
  keep(leg: Leg, reservation: Reservation): Promise<void>;
  /** The owner cannot give the places: that part of the payment goes back, and the buyer is told why. */
  giveBack(leg: Leg): Promise<void>;
  /** The owner knows that it is over; what it booked goes on the account. */
  settle(leg: Leg, reservation: Reservation): Promise<void>;
}
