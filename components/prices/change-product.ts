import type { ChosenProduct } from '../../sdk/contract/index.ts';
import type { PartSource } from '../internal/foyer-element.ts';
import { wordsOf } from './code-field.ts';

/** So many of a product, where 0 takes it out; at an amount where the buyer chooses it. */
export type WantedProduct = Pick<ChosenProduct, 'product' | 'quantity' | 'cents'>;

/** Vouchers of two amounts are two things. */
const isSame = (one: WantedProduct, other: WantedProduct): boolean =>
  one.product === other.product && one.cents === other.cents;

/** The products of a cart with so many of one; it stays where it was, so that nothing moves under somebody's finger. */
export function withProduct(products: readonly ChosenProduct[], wanted: WantedProduct): ChosenProduct[] {
  if (wanted.quantity === 0) return products.filter((one) => !isSame(one, wanted));
  if (!products.some((one) => isSame(one, wanted))) return [...products, wanted];
  return products.map((one) => (isSame(one, wanted) ? wanted : one));
}

/**
 * Puts so many of a product in the cart, and says what `told` makes of it, or else what the total is now; true when it is
 * done. `more` counts on from what is there.
 */
export async function changeProduct(
  source: PartSource,
  name: string,
  wanted: WantedProduct,
  { more = false, told }: { readonly more?: boolean; readonly told?: string } = {},
): Promise<boolean> {
  const answer = await source.shop()?.cart.choose(({ products }) => {
    const before = more ? (products.find((one) => isSame(one, wanted))?.quantity ?? 0) : 0;
    return { products: withProduct(products, { ...wanted, quantity: before + wanted.quantity }) };
  });
  if (answer?.error) {
    await source.localize.explain(answer.error);
    source.announce(source.localize.failure(answer.error), 'assertive');
  } else if (answer) {
    const total = source.localize.money(answer.data.total);
    source.announce(told ?? wordsOf(source).basket.changed(name, wanted.quantity, total));
  }
  return answer?.data !== undefined;
}
