import type { Effect } from '../../contract/prices/price-list.ts';
import { lessPercentage, type Rounding } from './rounding.ts';

/** What a price becomes by an effect on this place alone; in cents, never below zero. */
export function priceAfter(effect: Effect, cents: number, rounding: Rounding): number {
  switch (effect.kind) {
    case 'price':
      return effect.evenDearer ? effect.cents : Math.min(cents, effect.cents);
    case 'percentage':
      return lessPercentage(cents, effect.basisPoints, rounding);
    case 'amount':
      return Math.max(0, cents - effect.cents);
    case 'fee-ticket':
      return cents + effect.cents;
    case 'cheapest-free':
    case 'fee-order':
      return cents;
  }
}
