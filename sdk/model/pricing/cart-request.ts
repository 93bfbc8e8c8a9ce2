import type { Cart, Line } from '../../contract/cart.ts';
import type { PriceType } from '../../contract/centre.ts';
import type { Performance } from '../../contract/performance.ts';
import type { PriceList } from '../../contract/prices/price-list.ts';
import type { LineToPrice, PricedPerformance, PricingRequest } from './types.ts';

/** What a browser knows beside the cart, to preview what another choice would cost. */
export interface CartFacts {
  readonly list: PriceList;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly timeZone: string;
  /** The selling centre. */
  readonly centre: string;
  readonly priceTypes: readonly PriceType[];
  /** Of the cart's lines, by id. */
  readonly performances: ReadonlyMap<string, Performance>;
}

/** A price type that is sold for a place, with what it costs before any rule, all-in, in cents. */
export interface SoldPriceType {
  readonly priceType: string;
  readonly priceTypeName: PriceType['name'];
  readonly cents: number;
  readonly feeCents: number;
}

/** Every price type a line's place is sold for, in the centre's order. */
export function soldFor(line: Line, { performances, priceTypes }: CartFacts): readonly SoldPriceType[] {
  const about = performances.get(line.performance.id);
  return (about?.priceTypes ?? priceTypes).flatMap(({ id, name }) => {
    const price = about?.prices.find((one) => one.zone === line.place.zone && one.priceType === id);
    return price ? { priceType: id, priceTypeName: name, cents: price.price.cents, feeCents: price.fee.cents } : [];
  });
}

/**
 * A cart as the kernel prices it; null while something of it is not known. Promotion codes are not in a public price
 * list, so what they take off is not in its answer.
 */
export function cartRequest({ lines, extras }: Cart, facts: CartFacts): PricingRequest | null {
  const choices = extras?.choices;
  const known = lines.flatMap((line) => lineToPrice(line, choices, facts) ?? []);
  if (known.length < lines.length) return null;
  return {
    list: facts.list,
    at: facts.at,
    timeZone: facts.timeZone,
    channel: 'web',
    lines: known,
    subscriptions: choices?.subscriptions ?? [],
    products: choices?.products ?? [],
    codes: [],
    passes: (extras?.codes ?? []).flatMap(({ kind, code, formula, people = 1 }) =>
      kind === 'pass' && formula !== undefined ? [{ code, formula, people }] : [],
    ),
  };
}

type Choices = NonNullable<Cart['extras']>['choices'];

function lineToPrice(line: Line, choices: Choices | undefined, facts: CartFacts): LineToPrice | null {
  const performance = facts.performances.get(line.performance.id);
  const sold = soldFor(line, facts).find(({ priceType }) => priceType === line.priceType);
  if (!performance || !sold) return null;
  const birthYear = choices?.birthYears.find((one) => one.line === line.id)?.year;
  const visit = choices?.visits.find((one) => one.line === line.id)?.code;
  const isSettled = performance.owner !== undefined || line.why?.some(({ kind }) => kind === 'uitpas');
  const own = { kind: 'price' as const, id: line.priceType, name: sold.priceTypeName, amount: line.price };
  return {
    id: line.id,
    performance: pricedPerformance(performance, facts.centre),
    zone: line.place.zone,
    ...sold,
    ...(birthYear !== undefined && { birthYear }),
    ...(visit !== undefined && { visit }),
    ...(isSettled && { settled: line.why ?? [own] }),
  };
}

/** A performance as rules look at it. */
export function pricedPerformance(performance: Performance, seller: string): PricedPerformance {
  const { id, owner, genre, tags = [], startsAt, onSaleAt } = performance;
  return {
    ...{ id, genre, tags },
    owner: owner?.id ?? null,
    centre: owner?.id ?? seller,
    startsAt: Date.parse(startsAt),
    onSaleAt: onSaleAt === undefined ? 0 : Date.parse(onSaleAt),
  };
}
