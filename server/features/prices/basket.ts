import type { Line } from '../../../sdk/contract/cart.ts';
import type { Money } from '../../../sdk/contract/money.ts';
import type { CartChoices, CartExtras, PriceList } from '../../../sdk/contract/prices/index.ts';
import type { Text } from '../../../sdk/contract/text.ts';
import type { VatCode } from '../../../sdk/contract/vat.ts';
import {
  type PricedCart,
  type PricedPerformance,
  type PricingRequest,
  priceCart,
  type ShownPass,
  totalOf,
} from '../../../sdk/model/pricing/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import type { CentreParts } from '../../runtime.ts';
import { isValid, readCodes, type ShownCode } from '../entitlements/shown.ts';
import { tariffOf } from '../uitpas/taken.ts';
import { type BasketBundle, bundlesOf } from './bundles.ts';
import { isNothing, NO_CHOICES, unsealChoices } from './choices.ts';
import { extrasOf } from './extras.ts';
import { stillOffered } from './offered.ts';
import type { PriceLists } from './store.ts';

/** A place that is to be priced, at the price of its price type. */
export interface PlacedLine {
  readonly line: Line;
  readonly performance: PricedPerformance;
  readonly priceTypeName: Text;
  /** Decided by the partner that plays it. */
  readonly isPartners: boolean;
}

/** What a cart amounts to. */
export interface Basket {
  readonly places: readonly PlacedLine[];
  /** As they are stored, with codes sealed. */
  readonly choices: CartChoices | null;
  /** Version of the price list. */
  readonly priceList: number | null;
  /** The order that was made of it, whose own use of vouchers does not count. */
  readonly order: string | null;
}

/** A cart as it was decided, with what an order of it needs to know. */
export interface PricedBasket {
  readonly lines: readonly Line[];
  readonly total: Money;
  readonly extras: CartExtras | undefined;
  readonly list: PriceList;
  readonly choices: CartChoices;
  readonly priced: PricedCart | undefined;
  /** What was shown, each voucher and pass once. */
  readonly codes: readonly ShownCode[];
  /** What every code turned out to be, as often as it was typed. */
  readonly typed: readonly ShownCode[];
  readonly places: readonly PlacedLine[];
  /** Of our own lines, by id. */
  readonly vat: ReadonlyMap<string, VatCode | null>;
  /** By what partners price what they play of it; none when that is nothing. */
  readonly bundles: readonly BasketBundle[];
}

export type PricingParts = Pick<CentreParts, 'clock' | 'config' | 'db' | 'tokens'> & {
  readonly priceLists: PriceLists;
};

/**
 * Decides what a cart costs, and why. A cart of places only, at a centre without a price list, is not looked at twice.
 * @param db Reads inside this transaction when given.
 */
export async function priceBasket(parts: PricingParts, basket: Basket, db: Database = parts.db): Promise<PricedBasket> {
  const list = await parts.priceLists.get(basket.priceList, db);
  const { places } = basket;
  if (basket.priceList === null && basket.choices === null) {
    const lines = places.map(({ line }) => line);
    const nothing = { extras: undefined, priced: undefined, codes: [], typed: [], bundles: [], vat: new Map() };
    return { ...nothing, choices: NO_CHOICES, lines, places, total: totalOf(lines), list };
  }
  const at = parts.clock.now();
  const choices = stillMeant(unsealChoices(parts.tokens, basket.choices ?? NO_CHOICES), list, places);
  const typed = [...choices.codes, ...choices.visits.map(({ code }) => code)];
  const codes = await readCodes(db, list, typed, basket.order);
  const request: PricingRequest = {
    ...{ list, at: at.getTime(), timeZone: parts.config.timeZone, channel: 'web' },
    lines: places.map((place) => toPrice(place, choices, codes)),
    subscriptions: choices.subscriptions,
    products: choices.products,
    codes: promotionsOf(codes),
    passes: passesOf(codes, at),
  };
  const priced = priceCart(request);
  const decided = new Map(priced.lines.map((line) => [line.id, line]));
  const lines = places.map(({ line, isPartners }) => withPrice(line, isPartners ? undefined : decided, choices));
  const extras = extrasOf({ list, choices, priced, codes, at, lines });
  const isPlain = isNothing(choices) && priced.fees.length === 0 && priced.savedCents === 0;
  return {
    ...{ lines, places, list, choices, priced, typed: codes, codes: unique(codes) },
    total: { cents: extras.due, currency: 'EUR' },
    extras: isPlain ? undefined : extras.told,
    vat: new Map(priced.lines.map(({ id, vat }) => [id, vat])),
    bundles: places.some(({ isPartners }) => isPartners) ? bundlesOf(request) : [],
  };
}

/** Choices without what is not there any more: lines, products, formulas. */
function stillMeant(choices: CartChoices, list: PriceList, places: readonly PlacedLine[]): CartChoices {
  const isHere = (id: string) => places.some(({ line }) => line.id === id);
  return {
    ...choices,
    subscriptions: choices.subscriptions
      .filter(({ formula }) => list.subscriptions.some(({ id }) => id === formula))
      .map((one) => ({ ...one, lines: one.lines.filter(isHere) })),
    products: stillOffered(
      list,
      choices.products,
      places.map(({ performance }) => performance),
    ),
    birthYears: choices.birthYears.filter(({ line }) => isHere(line)),
    visits: choices.visits.filter(({ line }) => isHere(line)),
  };
}

function toPrice(place: PlacedLine, choices: CartChoices, codes: readonly ShownCode[]) {
  const { isPartners, line, performance, priceTypeName } = place;
  const birthYear = choices.birthYears.find((one) => one.line === line.id)?.year;
  const visit = choices.visits.find((one) => one.line === line.id)?.code;
  const pass = codes.find((shown) => shown.code === visit);
  const settled = line.why ?? [{ kind: 'price' as const, id: line.priceType, name: priceTypeName, amount: line.price }];
  return {
    ...{ id: line.id, performance, priceTypeName, zone: line.place.zone, priceType: line.priceType },
    ...{ cents: line.price.cents, feeCents: line.fee.cents },
    ...(birthYear !== undefined && { birthYear }),
    ...(pass?.kind === 'pass' && { visit: pass.row.id }),
    ...((isPartners || tariffOf(line) !== undefined) && { settled }),
  };
}

function withPrice(
  line: Line,
  decided: ReadonlyMap<string, PricedCart['lines'][number]> | undefined,
  { subscriptions }: CartChoices,
): Line {
  const subscription = subscriptions.find(({ lines }) => lines.includes(line.id))?.id;
  const price = decided?.get(line.id);
  return {
    ...line,
    ...(price && {
      price: { cents: price.cents, currency: 'EUR' },
      fee: { cents: price.feeCents, currency: 'EUR' },
      ...(price.why.length > 1 && { why: [...price.why] }),
    }),
    ...(subscription !== undefined && { subscription }),
  };
}

const promotionsOf = (codes: readonly ShownCode[]) =>
  codes.flatMap(({ kind, code }) => (kind === 'promotion' ? [code.trim().toUpperCase()] : []));

/** Valid passes that were shown, each once however often its code was typed, by their ids. */
export const passesOf = (codes: readonly ShownCode[], at: Date): ShownPass[] =>
  unique(codes).flatMap((shown) =>
    shown.kind === 'pass' && isValid(shown.row, at)
      ? [{ code: shown.row.id, formula: shown.row.formula ?? '', people: shown.row.people ?? 1 }]
      : [],
  );

/** A voucher or pass counts once, in whatever ways its code was spelled. */
export function unique(codes: readonly ShownCode[]): ShownCode[] {
  const idOf = (shown: ShownCode) => ('row' in shown ? shown.row.id : shown.code.trim().toUpperCase());
  return codes.filter((shown, index) => codes.findIndex((other) => idOf(other) === idOf(shown)) === index);
}
