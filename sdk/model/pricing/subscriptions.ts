import type { SubscriptionFormula, SubscriptionPrice } from '../../contract/prices/formulas.ts';
import { divide } from './divide.ts';
import { isWithin } from './moments.ts';
import type { Place } from './places.ts';
import { lessPercentage, type Rounding } from './rounding.ts';
import { has, isAmong } from './selection.ts';
import type { PricedSubscription, PricingRequest } from './types.ts';

/** Places that one holder has of one formula. */
export interface Membership {
  /** Null for a part of a bundle that another centre sells. */
  readonly id: string | null;
  readonly formula: SubscriptionFormula;
  /** One of each performance, as many as the formula takes. */
  readonly places: readonly Place[];
  /** Performances the whole has, at all centres together. */
  readonly size: number;
  readonly complete: boolean;
  readonly missingParts: PricedSubscription['missingParts'];
}

/** Whether a subscription can be bought at a moment (milliseconds since 1970). */
export function subscriptionBooking(formula: SubscriptionFormula, at: number): 'not-yet' | 'open' | 'over' {
  if (!isWithin(formula.bookFrom, undefined, at)) return 'not-yet';
  return isWithin(undefined, formula.bookUntil, at) ? 'open' : 'over';
}

/** A place whose price the formula lowers. Others count for how many there are, no more. */
export const isReduced = (formula: SubscriptionFormula, { fixed, line }: Place): boolean =>
  !fixed && (formula.priceTypes === undefined || has(formula.priceTypes, line.priceType));

/** Of every performance the place on which the buyer has most of it. */
function onePerPerformance(formula: SubscriptionFormula, places: readonly Place[]): Place[] {
  const worth = (place: Place) => (isReduced(formula, place) ? place.line.cents : -1);
  const seen = new Set<string>();
  return [...places]
    .sort((one, other) => worth(other) - worth(one) || one.index - other.index)
    .filter(({ line }) => !seen.has(line.performance.id) && seen.add(line.performance.id));
}

/** As many as the formula takes: first what its parts ask, then the dearest. */
function atMost(formula: SubscriptionFormula, places: readonly Place[]): readonly Place[] {
  const { most } = formula;
  if (most === undefined || places.length <= most) return places;
  const asked = new Set(
    formula.parts.flatMap(({ among, from }) =>
      places.filter(({ line }) => isAmong(among, line.performance)).slice(0, from),
    ),
  );
  return [...places.filter((place) => asked.has(place)), ...places.filter((place) => !asked.has(place))].slice(0, most);
}

function membership(
  formula: SubscriptionFormula,
  id: string | null,
  candidates: readonly Place[],
  at: number,
  size = 0,
): Membership {
  const among = candidates.filter(
    ({ line, why }) => isAmong(formula.among, line.performance) && !why.some(({ kind }) => kind === 'pass'),
  );
  const places = atMost(formula, onePerPerformance(formula, among));
  const missingParts = formula.parts.flatMap(({ name, among: part, from }) => {
    const count = from - places.filter(({ line }) => isAmong(part, line.performance)).length;
    // Whether a bundle has its parts, only the centre that sells it can see.
    return count > 0 && id !== null ? [{ name, count }] : [];
  });
  const whole = Math.min(Math.max(size, places.length), formula.most ?? Number.POSITIVE_INFINITY);
  const enough = whole >= (formula.tiers[0]?.from ?? 1) && missingParts.length === 0;
  const complete = enough && subscriptionBooking(formula, at) === 'open';
  return { id, formula, places, size: whole, complete, missingParts };
}

/** The subscriptions of a cart and the bundles of a partner's. A place is part of one at most: the first by id. */
export function membershipsOf(request: PricingRequest, places: readonly Place[]): Membership[] {
  const formulas = new Map(request.list.subscriptions.map((formula) => [formula.id, formula]));
  const free = new Map(places.map((place) => [place.line.id, place]));
  const take = (lines: readonly string[]) => lines.flatMap((id) => free.get(id) ?? []);
  const asked = [
    ...[...request.subscriptions]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, formula, lines }) => ({ id, formula, lines, size: 0 })),
    ...(request.bundles ?? [])
      .filter(({ kind }) => kind === 'subscription')
      .map(({ formula, lines, size }) => ({ id: null, formula, lines, size })),
  ];
  return asked.flatMap(({ id, formula: name, lines, size }) => {
    const formula = formulas.get(name);
    if (!formula) return [];
    const found = membership(formula, id, take([...new Set(lines)]), request.at, size);
    for (const { line } of found.places) free.delete(line.id);
    return [found];
  });
}

/** What `price` leaves of the places' prices, to the cent. */
function reduced(
  price: SubscriptionPrice,
  places: readonly Place[],
  size: number,
  rounding: Rounding,
): readonly number[] {
  const bases = places.map(({ base }) => base);
  switch (price.kind) {
    case 'percentage':
      return bases.map((base) => lessPercentage(base, price.basisPoints, rounding));
    case 'amount':
      return bases.map((base) => Math.max(0, base - price.cents));
    case 'ticket':
      return bases.map((base) => Math.min(base, price.cents));
    case 'whole': {
      // What is played elsewhere has its part of the whole, by the number of performances.
      const part = Math.round((price.cents * places.length) / size);
      return part < bases.reduce((sum, base) => sum + base, 0) ? divide(part, bases) : bases;
    }
  }
}

/** The prices a complete subscription offers, by the index of the place. */
export function offersOf(member: Membership, rounding: Rounding): ReadonlyMap<number, number> {
  const { formula, size } = member;
  const tier = formula.tiers.findLast(({ from }) => from <= size);
  if (!tier || !member.complete) return new Map();
  const places = member.places
    .filter((place) => isReduced(formula, place))
    .sort((one, other) => one.index - other.index);
  const prices = reduced(tier.price, places, size, rounding);
  return new Map(places.map(({ index }, rank) => [index, prices[rank] ?? 0]));
}

/** How far a subscription is, without what it saved. */
export function stateOf(id: string, member: Membership): Omit<PricedSubscription, 'savedCents'> {
  const { formula, size, complete, missingParts } = member;
  const tooFew = (formula.tiers[0]?.from ?? 1) - size;
  const inParts = missingParts.reduce((sum, { count }) => sum + count, 0);
  const tier = formula.tiers.find(({ from }) => from > size);
  const reachable = complete && tier && tier.from <= (formula.most ?? tier.from);
  return {
    id,
    formula: formula.id,
    complete,
    missing: Math.max(0, tooFew, inParts),
    missingParts,
    next: reachable ? { more: tier.from - size, from: tier.from } : null,
  };
}
