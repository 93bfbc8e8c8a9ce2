import type { AgreementTerms, Price, VatCode } from '../../../sdk/contract/index.ts';
import { remunerationFor } from '../../../sdk/model/agreement/index.ts';

/** What OCTO calls pricing: whole cents. `net` is what the reseller owes the centre. */
export interface Pricing {
  readonly original: number;
  readonly retail: number;
  readonly net: number;
  readonly currency: 'EUR';
  readonly currencyPrecision: 2;
  readonly includedTaxes: readonly Tax[];
}
interface Tax {
  readonly name: string;
  readonly retail: number;
  readonly original: number;
  readonly net: number;
}

/** The rate of a VAT code in percent; undefined for what has none. */
const rateOf = (code: VatCode): number | undefined => {
  const rate = Number(/^BE-(\d+)$/.exec(code)?.[1]);
  return rate > 0 ? rate : undefined;
};

/** What one ticket costs. */
export function pricingOf({ price }: Pick<Price, 'price'>, terms: AgreementTerms, vat: VatCode): Pricing {
  const { commission, admin } = remunerationFor(terms, price.cents);
  return withTaxes(price.cents, price.cents - commission - admin, vat);
}

function withTaxes(retail: number, net: number, vat: VatCode): Pricing {
  const rate = rateOf(vat);
  const within = (cents: number) => Math.round((cents * (rate ?? 0)) / (100 + (rate ?? 0)));
  const tax = { name: `BTW ${rate} %`, retail: within(retail), original: within(retail), net: within(net) };
  return {
    ...{ original: retail, retail, net },
    ...{ currency: 'EUR', currencyPrecision: 2 },
    includedTaxes: rate === undefined ? [] : [tax],
  };
}

/** What several tickets cost together. */
export function sumOf(prices: readonly Pricing[]): Pricing {
  const taxes = Map.groupBy(
    prices.flatMap(({ includedTaxes }) => includedTaxes),
    ({ name }) => name,
  );
  const total = <Key extends string>(items: readonly Record<Key, number>[], key: Key) =>
    items.reduce((sum, item) => sum + item[key], 0);
  return {
    ...{ original: total(prices, 'original'), retail: total(prices, 'retail'), net: total(prices, 'net') },
    ...{ currency: 'EUR', currencyPrecision: 2 },
    includedTaxes: [...taxes].map(([name, all]) => ({
      ...{ name, retail: total(all, 'retail'), original: total(all, 'original'), net: total(all, 'net') },
    })),
  };
}
