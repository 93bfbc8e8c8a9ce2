import type { ChosenProduct } from '../../contract/prices/choices.ts';
import type { PriceList } from '../../contract/prices/price-list.ts';
import type { Product } from '../../contract/prices/products.ts';
import type { PricedProduct } from './types.ts';

/** What one of a product costs: its price, or the amount the buyer chose, within what can be chosen. */
function centsOf({ price }: Product, chosen: number | undefined): number {
  if ('cents' in price) return price.cents;
  const wanted = Math.max(price.least, Math.min(price.most, chosen ?? price.proposals[0] ?? price.least));
  return price.least + Math.floor((wanted - price.least) / price.step) * price.step;
}

/** The chosen products with their prices, in the order they were chosen; what the list does not have is passed over. */
export function pricedProducts(list: PriceList, chosen: readonly ChosenProduct[]): PricedProduct[] {
  if (chosen.length === 0) return [];
  const products = new Map(list.products.map((product) => [product.id, product]));
  return chosen.flatMap(({ product: id, quantity, cents }) => {
    const product = products.get(id);
    if (!product) return [];
    const vat = product.vat ?? list.passes.find((pass) => pass.id === product.pass)?.vat ?? null;
    return [{ product: id, quantity, cents: centsOf(product, cents), vat }];
  });
}
