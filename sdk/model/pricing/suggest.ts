import { byId } from './places.ts';
import { priceCart } from './price-cart.ts';
import { isAmong } from './selection.ts';
import { type Membership, membershipsOf, stateOf } from './subscriptions.ts';
import type { LineToPrice, PricedPerformance, PricingRequest } from './types.ts';
import { placesOf } from './visits.ts';

export interface SuggestRequest {
  /** The cart as it is. */
  readonly request: PricingRequest;
  /** One of its subscriptions, by its id. */
  readonly subscription: string;
  /** Of every performance that can be had, one place: usually the cheapest. */
  readonly offers: readonly LineToPrice[];
  /** Whether nobody can see both; nothing clashes without it. */
  readonly clash?: (one: PricedPerformance, other: PricedPerformance) => boolean;
}

/** What would complete a subscription or bring its next tier, and what that costs. */
export interface Suggestion {
  /** Performances it would have. */
  readonly size: number;
  /** Of the offers, those to add: what a part lacks first, then the cheapest. */
  readonly lines: readonly string[];
  /** What the cart costs more with them, in cents; below zero where it becomes cheaper. */
  readonly costCents: number;
  /** What the subscription then takes off, in cents. */
  readonly savedCents: number;
}

/** Sizes that change something: complete, and every tier above. */
function sizesOf(member: Membership): number[] {
  const { formula, size, complete } = member;
  const { missing } = stateOf('', member);
  const sizes = formula.tiers.map(({ from }) => from).filter((from) => from > size);
  const all = complete || missing === 0 ? sizes : [size + missing, ...sizes.filter((from) => from > size + missing)];
  return all.filter((one) => one <= (formula.most ?? one));
}

/** So many offers to add: what parts lack first, then the cheapest, none at the time of another; fewer if there are none. */
function choose(member: Membership, { offers, clash }: SuggestRequest, count: number): readonly LineToPrice[] {
  const { formula, places } = member;
  const chosen: LineToPrice[] = [];
  const isFree = ({ performance }: LineToPrice) =>
    [...places.map(({ line }) => line), ...chosen].every(
      (other) => other.performance.id !== performance.id && !clash?.(other.performance, performance),
    );
  const cheapestFirst = offers
    .filter(({ performance }) => isAmong(formula.among, performance))
    .sort((one, other) => one.cents - other.cents || byId(one, other));
  const add = (most: number, fits: (offer: LineToPrice) => boolean) => {
    for (const offer of cheapestFirst) {
      if (most <= 0 || chosen.length >= count) return;
      if (!fits(offer) || !isFree(offer)) continue;
      chosen.push(offer);
      most--;
    }
  };
  for (const { among, from } of formula.parts) {
    const has = [...places.map(({ line }) => line), ...chosen];
    const lacks = from - has.filter(({ performance }) => isAmong(among, performance)).length;
    add(lacks, ({ performance }) => isAmong(among, performance));
  }
  add(count, () => true);
  return chosen;
}

/**
 * What would bring a subscription further, in money: the cheapest offers that complete it, and those that bring every
 * next tier, each with what the whole cart would then cost more. Steps that the offers cannot bring are left out.
 */
export function suggest(asked: SuggestRequest): readonly Suggestion[] {
  const { request, subscription } = asked;
  const member = membershipsOf(request, placesOf(request)).find(({ id }) => id === subscription);
  if (!member) return [];
  const before = priceCart(request).totalCents;
  return sizesOf(member).flatMap((size): Suggestion[] => {
    const added = choose(member, asked, size - member.size);
    const lines = added.map(({ id }) => id);
    const subscriptions = request.subscriptions.map((one) =>
      one.id === subscription ? { ...one, lines: [...one.lines, ...lines] } : one,
    );
    const after = priceCart({ ...request, lines: [...request.lines, ...added], subscriptions });
    const state = after.subscriptions.find(({ id }) => id === subscription);
    if (!state?.complete || added.length < size - member.size) return [];
    return [{ size, lines, costCents: after.totalCents - before, savedCents: state.savedCents }];
  });
}
