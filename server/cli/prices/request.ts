import type { PriceList } from '../../../sdk/contract/prices/price-list.ts';
import type { LineToPrice, PricedPerformance, PricingRequest } from '../../../sdk/model/pricing/types.ts';
import type { CartFile } from './cart-file.ts';
import { type CartProblem, unknownNames } from './cart-names.ts';
import { idsOf, linesNamed, type Place, priceOf } from './cart-places.ts';

const HALF_A_YEAR = 182 * 24 * 60 * 60 * 1000;

/**
 * What the kernel is asked for a cart file, or what the file names that is not there.
 * @param now Milliseconds since 1970, for a cart that does not say when it is bought.
 */
export function requestOf(list: PriceList, cart: CartFile, now: number): PricingRequest | readonly CartProblem[] {
  const problems = unknownNames(list, cart);
  if (problems.length > 0) return problems;
  const named = (places: readonly string[]) => places.flatMap((id) => linesNamed(cart, id));
  return {
    list,
    at: cart.at === undefined ? now : Date.parse(cart.at),
    timeZone: cart.timeZone,
    channel: cart.channel,
    lines: cart.places.flatMap((place) => linesOf(cart, place)),
    subscriptions: cart.subscriptions.map(({ formula, holder, places }, index) => ({
      id: `subscription-${index + 1}`,
      formula,
      holder,
      lines: named(places),
    })),
    products: cart.products,
    codes: cart.codes.map((code) => code.toUpperCase()),
    passes: cart.passes.map(({ code, formula, people }) => ({
      code: code ?? formula,
      formula,
      people: people ?? list.passes.find(({ id }) => id === formula)?.people ?? 1,
    })),
    bundles: cart.bundles.map(({ formula, kind, size, places }) => ({ formula, kind, size, lines: named(places) })),
  };
}

function linesOf(cart: CartFile, place: Place): LineToPrice[] {
  const { priceType, zone } = priceOf(cart, place);
  const { fee, prices } = cart.performances[place.performance] as CartFile['performances'][string];
  const settled = settledOf(cart, place, priceType, prices[zone]?.[priceType] ?? 0);
  return idsOf(place).map((id) => ({
    id,
    performance: performanceOf(cart, place.performance),
    zone,
    priceType,
    priceTypeName: cart.priceTypes[priceType] ?? { nl: priceType },
    cents: prices[zone]?.[priceType] ?? 0,
    feeCents: fee,
    ...(place.born !== undefined && { birthYear: place.born }),
    ...(place.visit !== undefined && { visit: place.visit }),
    ...(settled && { settled }),
  }));
}

/** A partner's price is the partner's to decide; where the file does not tell its steps, it is that of the price type. */
function settledOf(cart: CartFile, place: Place, priceType: string, cents: number): LineToPrice['settled'] {
  const steps =
    place.settled ?? (place.performance.includes('.') ? [{ kind: 'price' as const, id: priceType, cents }] : []);
  if (steps.length === 0) return undefined;
  return steps.map(({ kind, id, cents: amount, ...more }) => ({
    kind,
    id,
    name: ('name' in more ? more.name : undefined) ?? cart.priceTypes[id] ?? { nl: id },
    amount: { cents: amount, currency: 'EUR' },
  }));
}

function performanceOf(cart: CartFile, id: string): PricedPerformance {
  const { genre, onSale, starts, tags } = cart.performances[id] as CartFile['performances'][string];
  const owner = id.includes('.') ? (id.split('.')[0] ?? null) : null;
  const startsAt = Date.parse(starts);
  return {
    id,
    owner,
    centre: owner ?? cart.centre,
    genre,
    tags,
    startsAt,
    onSaleAt: onSale === undefined ? startsAt - HALF_A_YEAR : Date.parse(onSale),
  };
}
