import type { ChosenProduct, PriceList, Product } from '../../../sdk/contract/prices/index.ts';
import { isAmong, type PricedPerformance } from '../../../sdk/model/pricing/index.ts';

/**
 * How many of a product a cart may have: as many as an order may, and only with a place of what it is offered with; 0 when
 * it is not offered.
 * @param places The performance of every place in the cart.
 */
export function mostOf({ most, offeredWith, perTicket }: Product, places: readonly PricedPerformance[]): number {
  if (!offeredWith) return most;
  const fitting = places.filter((performance) => isAmong(offeredWith, performance)).length;
  return perTicket || fitting === 0 ? Math.min(most, fitting) : most;
}

/** Whether a product can be had at an amount; a fixed price is not for the buyer to choose. */
export function isAmountOf({ price }: Product, cents: number | undefined): boolean {
  if ('cents' in price) return cents === undefined || cents === price.cents;
  if (cents === undefined) return false;
  return cents >= price.least && cents <= price.most && (cents - price.least) % price.step === 0;
}

/** What of the chosen products is still offered: what went with a place that is gone goes too. */
export function stillOffered(
  list: PriceList,
  chosen: readonly ChosenProduct[],
  places: readonly PricedPerformance[],
): ChosenProduct[] {
  return chosen.flatMap((one) => {
    const product = list.products.find(({ id }) => id === one.product);
    if (!product || !isAmountOf(product, one.cents)) return [];
    const quantity = Math.min(one.quantity, mostOf(product, places));
    return quantity > 0 ? [{ ...one, quantity }] : [];
  });
}
