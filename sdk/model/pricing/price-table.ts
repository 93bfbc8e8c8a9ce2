import type { Money } from '../../contract/money.ts';
import type { Price } from '../../contract/performance.ts';

const zeroEuro: Money = { cents: 0, currency: 'EUR' };

/** What a performance asks: for every price zone and price type one price, all-in. */
export interface PriceTable {
  /** Undefined when this price type is not sold in this zone. */
  price(zone: string, priceType: string): Price | undefined;
  /** Lowest price of all; zero when there is none. */
  readonly from: Money;
  readonly all: readonly Price[];
}

/** Makes the prices of one performance ready to be looked up. */
export function priceTable(prices: readonly Price[]): PriceTable {
  const byKey = new Map(prices.map((price) => [`${price.zone}/${price.priceType}`, price]));
  const lowest = prices.reduce<Price | undefined>(
    (least, price) => (least && least.price.cents <= price.price.cents ? least : price),
    undefined,
  );
  return {
    price: (zone, priceType) => byKey.get(`${zone}/${priceType}`),
    from: lowest?.price ?? zeroEuro,
    all: prices,
  };
}

/** What lines cost together, to the cent. */
export function totalOf(lines: readonly { readonly price: Money }[]): Money {
  return lines.reduce<Money>(
    (sum, { price }) => ({ cents: sum.cents + price.cents, currency: sum.currency }),
    zeroEuro,
  );
}
