import type { AgreementTerms, Entry, Line, ReservationState, Ticket } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../../server/errors.ts';
import type { Time } from '../kit/time.ts';
import type { Defect } from './defects.ts';

/** Who may sell for the owner: public keys by their id, and the terms. */
export interface Seller {
  readonly keys: ReadonlyMap<string, string>;
  readonly terms: AgreementTerms;
}

/** Holds places, for one reservation and then for the one that replaces it. */
export interface Cart {
  readonly agreement: string;
  readonly startedAt: number;
  expiresAt: number;
}

export interface Booking {
  readonly agreement: string;
  readonly id: string;
  readonly hash: string;
  cart: Cart;
  state: Exclude<ReservationState, 'expired'>;
  lines: Line[];
  /** Keys of {@link Owner.places}, a line each. */
  places: string[];
  replacedBy: string | null;
  confirmedAt: number | null;
  tickets: Ticket[];
  entries: Entry[];
  expiryTold: boolean;
}

/** Who has a place: a cart while it lasts, or for good. */
export interface Claim {
  readonly cart: Cart;
  readonly line: string;
  readonly isSold: boolean;
}

export interface Told {
  readonly agreement: string;
  readonly at: number;
  readonly kind: 'reservation-expired' | 'reservation-cancelled';
  readonly reservation: string;
}

/** An owning centre in memory, for one process and a short life. What it breaks, it breaks on purpose. */
export interface Owner {
  readonly agreements: ReadonlyMap<string, Seller>;
  readonly bookings: Map<string, Booking>;
  readonly places: Map<string, Claim>;
  readonly nonces: Set<string>;
  readonly feed: Told[];
  readonly time: Time;
  readonly breaks: (defect: Defect) => boolean;
}

export const createOwner = (agreements: ReadonlyMap<string, Seller>, time: Time, defect?: Defect): Owner => ({
  ...{ agreements, time },
  bookings: new Map(),
  places: new Map(),
  nonces: new Set(),
  feed: [],
  breaks: (one) => one === defect,
});

/** @throws FoyerError `not_found` when the agreement has none with this id. */
export function bookingOf(owner: Owner, agreement: string, id: string): Booking {
  const own = owner.bookings.get(`${agreement}/${id}`);
  if (own) return own;
  const others = [...owner.bookings.values()].find((booking) => booking.id === id);
  if (others && owner.breaks('shows others’ reservations')) return others;
  if (others && owner.breaks('says whose it is')) throw new FoyerError('not_found', { message: 'Not yours.' });
  throw new FoyerError('not_found');
}

/** The claim on a place that counts now. */
export function claimOn(owner: Owner, place: string): Claim | undefined {
  const claim = owner.places.get(place);
  if (!claim) return undefined;
  return claim.isSold || owner.breaks('keeps what is over') || isOn(owner, claim.cart) ? claim : undefined;
}

export const isOn = (owner: Owner, { expiresAt }: Cart): boolean =>
  owner.breaks('never ends a hold') || owner.time.now() < expiresAt;

/** Whether a held reservation still has all of its places. */
export const holdsAll = (owner: Owner, { cart, places }: Booking): boolean =>
  isOn(owner, cart) && places.every((place) => owner.places.get(place)?.cart === cart);

export const stateOf = (owner: Owner, booking: Booking): ReservationState =>
  booking.state === 'held' && !holdsAll(owner, booking) ? 'expired' : booking.state;

/** Whether nobody else has a place of a reservation now. */
export const isFreeFor = (owner: Owner, { cart, places }: Booking): boolean =>
  places.every((place) => (claimOn(owner, place)?.cart ?? cart) === cart);

export function free(owner: Owner, cart: Cart, places: readonly string[]): void {
  for (const place of places) if (owner.places.get(place)?.cart === cart) owner.places.delete(place);
}
