import type { Line } from '../../../sdk/contract/cart.ts';
import type { Reason } from '../../../sdk/contract/prices/reasons.ts';
import type { Text } from '../../../sdk/contract/text.ts';

/** A tariff that a held place was given, as `cart_state` tells it. */
export interface TakenTariff {
  readonly tariff: string;
  readonly name: Text;
  readonly priceType: string;
  readonly regularCents: number;
  readonly cents: number;
}

/** A place before anything about UiTPAS. */
export interface NormalPrice {
  readonly priceType: string;
  readonly priceTypeName: Text;
  readonly cents: number;
}

/**
 * How UiTPAS settled the price of a place: what no rule changes any more. The steps add up to what UiTPAS asked.
 * @returns undefined when the tariff was given for another normal price than the place has now: then it counts no more.
 */
export function settledBy(
  taken: TakenTariff | undefined,
  { priceType, priceTypeName, cents }: NormalPrice,
): readonly Reason[] | undefined {
  if (!taken || taken.priceType !== priceType || taken.regularCents !== cents) return undefined;
  return [
    { kind: 'price', id: priceType, name: priceTypeName, amount: { cents, currency: 'EUR' } },
    { kind: 'uitpas', id: taken.tariff, name: taken.name, amount: { cents: taken.cents - cents, currency: 'EUR' } },
  ];
}

/** A line at the price that UiTPAS settled, with why. The service cost is never more than the price. */
export function withTariff(line: Line, taken: TakenTariff | undefined, priceTypeName: Text): Line {
  const why = settledBy(taken, { priceType: line.priceType, priceTypeName, cents: line.price.cents });
  if (!why || !taken) return line;
  const fee = Math.min(line.fee.cents, taken.cents);
  return {
    ...line,
    price: { cents: taken.cents, currency: 'EUR' },
    fee: { cents: fee, currency: 'EUR' },
    why: [...why],
  };
}

/** The tariff of UiTPAS that a line is sold at; undefined for a normal price. */
export const tariffOf = ({ why }: Pick<Line, 'why'>): string | undefined =>
  why?.find(({ kind }) => kind === 'uitpas')?.id;
