import { priceListSchema, type WrittenPriceList } from '../../../../sdk/contract/prices/price-list.ts';
import {
  type LineToPrice,
  type PricedCart,
  type PricedPerformance,
  type PricingRequest,
  priceCart,
} from '../../../../sdk/model/pricing/index.ts';

/** A Tuesday in autumn, noon in Brussels. */
export const NOW = Date.parse('2026-10-06T12:00:00+02:00');
const DAY = 24 * 60 * 60 * 1000;

/** An evening of theatre in a month, on sale since two months. */
export const evening = (id: string, given: Partial<PricedPerformance> = {}): PricedPerformance => ({
  id,
  owner: null,
  centre: 'de-lantaarn',
  genre: 'theatre',
  tags: [],
  startsAt: NOW + 30 * DAY,
  onSaleAt: NOW - 60 * DAY,
  ...given,
});

/** A place of €20, of which €1 service cost. */
export const place = (id: string, given: Partial<LineToPrice> = {}): LineToPrice => ({
  id,
  performance: evening('hamlet'),
  zone: 'one',
  priceType: 'adult',
  priceTypeName: { nl: 'Volwassene' },
  cents: 2000,
  feeCents: 100,
  ...given,
});

export type Written = Omit<WrittenPriceList, 'version'>;

/** Asks for places by a price list, of which only what matters is written. */
export const asked = (
  list: Written,
  lines: readonly LineToPrice[],
  given: Partial<PricingRequest> = {},
): PricingRequest => ({
  list: priceListSchema.parse({ version: 1, ...list }),
  at: NOW,
  timeZone: 'Europe/Brussels',
  channel: 'web',
  lines,
  subscriptions: [],
  products: [],
  codes: [],
  passes: [],
  ...given,
});

/** The prices of places in cents, in the order they were asked. */
export const centsOf = ({ lines }: PricedCart): number[] => lines.map(({ cents }) => cents);

export const price = (list: Written, lines: readonly LineToPrice[], given: Partial<PricingRequest> = {}) =>
  priceCart(asked(list, lines, given));

/** So many places with ids that go up. */
export const places = (count: number, given: Partial<LineToPrice> = {}): LineToPrice[] =>
  Array.from({ length: count }, (_, index) => place(`p${String(index).padStart(3, '0')}`, given));
