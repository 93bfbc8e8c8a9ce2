import { sql } from 'kysely';
import type { Cart, Line } from '../../../sdk/contract/cart.ts';
import type { NetworkCentre } from '../../../sdk/contract/network/index.ts';
import type { CartChoices } from '../../../sdk/contract/prices/index.ts';
import type { PricedPerformance } from '../../../sdk/model/pricing/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { claimedPlace, type Offer } from '../catalogue/index.ts';
import { ownerOf, toOwnLine } from '../legs/leg.ts';
import { type PlacedLine, type PricedBasket, type PricingParts, priceBasket } from '../prices/index.ts';
import { type TakenTariff, withTariff } from '../uitpas/taken.ts';

/** A place a cart has, as the database tells it. `id` is the line's. */
export interface ClaimState {
  readonly id: string;
  readonly performance: string;
  readonly place: string;
  readonly priceType: string;
}

/** The part of a cart that is reserved at a partner, with its lines as the partner named them. */
export interface CartLeg {
  readonly id: string;
  readonly agreement: string;
  readonly partner: NetworkCentre;
  readonly lines: readonly Line[];
}

/** A cart as the database's function `cart_state` tells it. */
export interface CartState {
  readonly id: string;
  readonly order: string | null;
  /** Seconds since 1970, by the database's clock. */
  readonly expiresAt: number | null;
  readonly secondsLeft: number | null;
  readonly extendable: boolean;
  /** Of our own places. */
  readonly claims: readonly ClaimState[];
  readonly legs: readonly CartLeg[];
  /** Of UiTPAS, that our own places were given, by line; absent when there are none. */
  readonly tariffs?: Readonly<Record<string, TakenTariff>>;
  /** Beside places, with codes sealed; null while nothing was chosen. */
  readonly choices: CartChoices | null;
  /** Version of the price list that holds; null when there is none. */
  readonly priceList: number | null;
}

/** A cart at this moment; undefined when there is none with this id. */
export async function readCart(db: Database, id: string): Promise<CartState | undefined> {
  const { rows } = await sql<{ cart: CartState | null }>`select cart_state(${id}) as cart`.execute(db);
  return rows[0]?.cart ?? undefined;
}

/** Names and prices what a cart holds: our own places, then those of partners, as they priced them. */
export async function presentCart(
  parts: PricingParts,
  state: CartState,
  offers: ReadonlyMap<string, Offer>,
  db?: Database,
): Promise<PresentedCart> {
  const { choices, order, priceList } = state;
  const basket = await priceBasket(
    parts,
    { choices, order, priceList, places: placesOf(state, offers, parts.config.id) },
    db,
  );
  const { extras, lines, total } = basket;
  const cart = {
    id: state.id,
    lines: lines.map(named),
    total,
    expiresAt: state.expiresAt === null ? null : new Date(state.expiresAt * 1000).toISOString(),
    secondsLeft: state.secondsLeft,
    extendable: state.extendable,
    order: state.order,
    ...(extras && { extras }),
  };
  return { cart, basket };
}

/** A place at a tariff of UiTPAS, or on a pass, is called by that: on the screen, on the ticket and at the door. */
function named(line: Line): Line {
  const instead = line.why?.findLast(({ kind }) => kind === 'uitpas' || kind === 'pass');
  return instead ? { ...line, priceTypeName: instead.name } : line;
}

/** A cart as its visitor sees it, and how it came to cost what it does. */
export interface PresentedCart {
  readonly cart: Cart;
  readonly basket: PricedBasket;
}

/**
 * What a cart holds, at the prices of the price types.
 * @param centre Our own id.
 */
export function placesOf(state: CartState, offers: ReadonlyMap<string, Offer>, centre: string): readonly PlacedLine[] {
  const own = state.claims.map((claim): PlacedLine => {
    const offer = offers.get(claim.performance);
    const line = toLine(claim, offer, state.tariffs?.[claim.id]);
    const priceTypeName = offer?.priceTypeNames.get(claim.priceType) ?? { nl: claim.priceType };
    return { line, performance: factsOf(offer, centre), priceTypeName, isPartners: false };
  });
  const partners = state.legs.flatMap(linesOf).map((line): PlacedLine => {
    const priceTypeName = line.priceTypeName ?? { nl: line.priceType };
    return { line, performance: partnersFactsOf(line), priceTypeName, isPartners: true };
  });
  return [...own, ...partners];
}

/** What rules need to know of a performance of ours. */
export function factsOf(offer: Offer | undefined, centre: string): PricedPerformance {
  if (!offer) throw new Error('No performance to price a place of.');
  const { genre, id, on_sale_at, starts_at, tags } = offer.performance;
  return { id, centre, genre, tags, owner: null, startsAt: starts_at.getTime(), onSaleAt: on_sale_at.getTime() };
}

/** The same of a partner's, as far as it told. */
function partnersFactsOf({ performance }: Line): PricedPerformance {
  const { genre = '', id, owner, startsAt, tags = [] } = performance;
  const centre = owner?.id ?? '';
  return { id, centre, genre, tags, owner: centre, startsAt: Date.parse(startsAt), onSaleAt: 0 };
}

/** A leg's lines as our visitors see them. */
export const linesOf = ({ lines, partner }: CartLeg): readonly Line[] =>
  lines.map((line) => toOwnLine(line, ownerOf(partner)));

/** @throws Error when the centre took away the place's plan or price while it was held: then nobody can say what it costs. */
export function toLine(claim: ClaimState, offer: Offer | undefined, tariff?: TakenTariff): Line {
  const place = offer?.plan.place(claimedPlace(claim.place));
  const price = place && offer?.prices.price(place.zone, claim.priceType);
  if (!offer || !place || !price) throw new Error(`No price for ${claim.place} of ${claim.performance}.`);
  const { performance } = offer;
  const line: Line = {
    id: claim.id,
    performance: {
      id: performance.id,
      title: performance.title,
      startsAt: performance.starts_at.toISOString(),
      hall: { id: performance.hall_id, name: performance.hall_name },
      genre: performance.genre,
      ...(performance.tags.length > 0 && { tags: performance.tags }),
    },
    place,
    priceType: claim.priceType,
    price: price.price,
    fee: price.fee,
  };
  return withTariff(line, tariff, offer.priceTypeNames.get(claim.priceType) ?? { nl: claim.priceType });
}
