import { createHash } from 'node:crypto';
import type { HoldRequest } from '../../../sdk/contract/cart.ts';
import { FoyerError } from '../../errors.ts';
import type { Randomness } from '../../ports.ts';
import type { Offer } from '../catalogue/index.ts';

/** A hold request as the database's function `hold_places` takes it. */
export interface HoldWish {
  readonly cart: string;
  readonly performance: string;
  readonly seats: readonly {
    readonly place: string;
    readonly priceType: string;
    readonly id: string;
    /** Of a companion's seat: the wheelchair places it belongs to. */
    readonly beside?: readonly string[] | undefined;
  }[];
  readonly areas: readonly {
    readonly area: string;
    readonly capacity: number;
    readonly priceType: string;
    /** An id for each place wanted. */
    readonly ids: readonly string[];
  }[];
  /** The request's idempotency key; null without one. */
  readonly key: string | null;
  /** Tells whether a repeated key came with the same request. */
  readonly hash: string;
  readonly maxHeld: number;
  /** Also before the sale begins; for who chose a subscription that lets them. */
  readonly early?: boolean;
}

export interface HoldContext {
  readonly cart: string;
  readonly key: string | null;
  readonly maxHeld: number;
  readonly random: Pick<Randomness, 'uuid'>;
}

/**
 * Checks everything about a request that does not depend on who holds what: places exist, can be bought here, are named
 * once and have a price.
 * @throws FoyerError with the field that is wrong.
 */
export function toWish(request: HoldRequest, offer: Offer | undefined, context: HoldContext): HoldWish {
  if (!offer) throw new FoyerError('performance_unknown', { field: 'performance' });
  const seats = request.seats ?? [];
  const areas = request.areas ?? [];
  refuseDuplicates(seats, 'seat', 'seats');
  refuseDuplicates(areas, 'area', 'areas');
  if (offer.performance.wheelchair_rule === 'protected') refuseUndeclared(seats, offer);
  const wanted = areas.reduce((sum, { quantity }) => sum + quantity, seats.length);
  if (wanted > offer.performance.max_places_per_cart) throw new FoyerError('too_many_places');
  return {
    cart: context.cart,
    performance: request.performance,
    seats: seats.map(({ seat, priceType }, index) => ({
      place: seat,
      priceType: priceTypeFor(offer, 'seat', seat, priceType, `seats.${index}`),
      id: context.random.uuid(),
      beside: offer.plan.wheelchairsOf(seat),
    })),
    areas: areas.map(({ area, quantity, priceType }, index) => ({
      area,
      capacity: offer.plan.areas.get(area)?.capacity ?? 0,
      priceType: priceTypeFor(offer, 'area', area, priceType, `areas.${index}`),
      ids: Array.from({ length: quantity }, () => context.random.uuid()),
    })),
    key: context.key,
    hash: hashOf(request),
    maxHeld: context.maxHeld,
  };
}

/** Tells one request from another, whatever it says about a visitor's health: of that not even a hash is kept. */
export function hashOf(request: HoldRequest): string {
  const seats = request.seats?.map(({ wheelchairUser, ...seat }) => seat);
  const text = JSON.stringify({ ...request, ...(seats && { seats }) });
  return createHash('sha256').update(text).digest('base64url');
}

/** Protected wheelchair places are for who says that somebody comes in a wheelchair. Nobody has to show anything. */
function refuseUndeclared(seats: NonNullable<HoldRequest['seats']>, { plan }: Offer): void {
  const undeclared = (one: (typeof seats)[number]) =>
    !one.wheelchairUser && plan.place(one.seat)?.kind === 'wheelchair';
  const first = seats.findIndex(undeclared);
  if (first < 0) return;
  throw new FoyerError('wheelchair_place_protected', {
    field: `seats.${first}.wheelchairUser`,
    seats: seats.filter(undeclared).map(({ seat }) => seat),
  });
}

function refuseDuplicates<Key extends string>(items: readonly Record<Key, string>[], key: Key, field: string): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(item[key])) {
      throw new FoyerError('duplicate_seat', { field: `${field}.${index}.${key}`, seats: [item[key]] });
    }
    seen.add(item[key]);
  }
}

/** The price type asked for, or the centre's first that is sold in the place's zone. */
function priceTypeFor(
  offer: Offer,
  kind: 'seat' | 'area',
  id: string,
  asked: string | undefined,
  field: string,
): string {
  const place = offer.plan.place(id);
  if (!place || (place.kind === 'area') !== (kind === 'area')) {
    throw new FoyerError(`${kind}_unknown`, { field: `${field}.${kind}`, seats: [id] });
  }
  // The house's own seats are always taken, as far as the public is concerned.
  if (place.kind === 'house') throw new FoyerError('seats_taken', { seats: [id] });
  const price = asked
    ? offer.prices.price(place.zone, asked)
    : offer.prices.all.find(({ zone }) => zone === place.zone);
  if (!price) throw new FoyerError('price_type_unknown', { field: `${field}.priceType` });
  return price.priceType;
}
