import type { Money } from '../../contract/money.ts';
import type { Selection } from '../../contract/prices/conditions.ts';
import type { SubscriptionFormula } from '../../contract/prices/formulas.ts';
import type { PriceList } from '../../contract/prices/price-list.ts';
import { subscriptionBooking } from '../pricing/index.ts';
import { lessPercentage } from '../pricing/rounding.ts';
import type { PricedPerformance } from '../pricing/types.ts';
import { isBookable } from '../programme/index.ts';
import type { ProgrammeItem } from '../programme/types.ts';
import type { Offer } from './types.ts';

/** Whether a performance is among a selection; the pricing kernel's `isAmong` is meant. */
export type Among = (selection: Selection, performance: PricedPerformance) => boolean;

/** A performance of a programme as prices and formulas look at it. */
export function pricedOf({ reference, owner, isOwn, performance }: ProgrammeItem): PricedPerformance {
  const { genre, tags = [], startsAt, onSaleAt } = performance;
  return {
    id: reference,
    owner: isOwn ? null : owner.id,
    centre: owner.id,
    genre,
    tags,
    startsAt: Date.parse(startsAt),
    onSaleAt: onSaleAt === undefined ? 0 : Date.parse(onSaleAt),
  };
}

/**
 * What can be chosen from in a subscription: what the centre plays itself by start, then its partners' performances by
 * start. What is over is left out; what is full or not on sale is there, and says so.
 * `at` is in milliseconds since 1970.
 */
export function offersOf(
  formula: SubscriptionFormula,
  items: readonly ProgrammeItem[],
  isAmong: Among,
  { at, rounding }: { readonly at: number; readonly rounding: PriceList['rounding'] },
): readonly Offer[] {
  const opensEarly = formula.bookFrom !== undefined && subscriptionBooking(formula, at) === 'open';
  return items
    .filter((item) => Date.parse(item.performance.startsAt) > at && isAmong(formula.among, pricedOf(item)))
    .map((item): Offer => {
      const { state, availability, priceFrom } = item.performance;
      const isEarly = opensEarly && state === 'not-yet-on-sale' && availability.level !== 'sold-out';
      return {
        ...item,
        isEarly,
        isOpen: isEarly || isBookable(item),
        within: priceWithin(formula, priceFrom, rounding),
      };
    })
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

/**
 * What a ticket of this price costs in the subscription, at its first tier; null where the whole has one price. Only to
 * choose by: what is paid is decided by the server.
 */
export function priceWithin(
  { tiers }: SubscriptionFormula,
  { cents, currency }: Money,
  rounding: PriceList['rounding'],
): Money | null {
  const [tier] = tiers;
  if (!tier || tier.price.kind === 'whole') return null;
  const { price } = tier;
  if (price.kind === 'ticket') return { cents: Math.min(cents, price.cents), currency };
  if (price.kind === 'amount') return { cents: Math.max(0, cents - price.cents), currency };
  return { cents: lessPercentage(cents, price.basisPoints, rounding), currency };
}
