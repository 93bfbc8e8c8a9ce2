import { sql } from 'kysely';
import type { Cart, Line } from '../../../sdk/contract/cart.ts';
import type { NetworkCentre } from '../../../sdk/contract/network/index.ts';
import { totalOf } from '../../../sdk/model/pricing/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { claimedPlace, type Offer } from '../catalogue/index.ts';
import { ownerOf, toOwnLine } from '../legs/leg.ts';
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
}

/** A cart at this moment; undefined when there is none with this id. */
export async function readCart(db: Database, id: string): Promise<CartState | undefined> {
  const { rows } = await sql<{ cart: CartState | null }>`select cart_state(${id}) as cart`.execute(db);
  return rows[0]?.cart ?? undefined;
}

/** Names and prices what a cart holds: our own places, then those of partners, as they priced them. */
export function toCart(state: CartState, offers: ReadonlyMap<string, Offer>): Cart {
  const own = state.claims.map((claim) => toLine(claim, offers.get(claim.performance), state.tariffs?.[claim.id]));
  const lines = [...own, ...state.legs.flatMap(linesOf)];
  return {
    id: state.id,
    lines,
    total: totalOf(lines),
    expiresAt: state.expiresAt === null ? null : new Date(state.expiresAt * 1000).toISOString(),
    secondsLeft: state.secondsLeft,
    extendable: state.extendable,
    order: state.order,
  };
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
    },
    place,
    priceType: claim.priceType,
    price: price.price,
    fee: price.fee,
  };
  return withTariff(line, tariff, offer.priceTypeNames.get(claim.priceType) ?? { nl: claim.priceType });
}
