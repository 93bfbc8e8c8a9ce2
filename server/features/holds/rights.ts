import type { Database } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { Offer } from '../catalogue/index.ts';
import { readCodes } from '../entitlements/shown.ts';
import { isOpenToAll, passesOf, refuseLocked, unsealChoices, type WantedPlace } from '../prices/index.ts';
import { type CartState, factsOf, readCart } from './cart.ts';
import { earlyFormula } from './early.ts';
import type { HoldWish } from './wish.ts';

/**
 * What of a wish depends on who wishes: whether a subscriber may book before the sale begins, and whether price types are
 * locked. Asks the database only when one of the two can matter.
 * @throws FoyerError `price_type_locked`
 */
export async function withRights(runtime: CentreRuntime, wish: HoldWish, offer: Offer): Promise<HoldWish> {
  const { clock, db, priceLists } = runtime;
  if (offer.priceList === null) return wish;
  const list = await priceLists.get(offer.priceList);
  const isEarly = clock.now() < offer.performance.on_sale_at && list.subscriptions.length > 0;
  const wanted = [...wish.seats, ...wish.areas].map(({ priceType }) => priceType);
  if (!isEarly && isOpenToAll(list, wanted)) return wish;
  const state = await readCart(db, wish.cart);
  if (!state) return wish;
  await refuseLockedOf(runtime, state, placesWished(wish, state));
  return isEarly ? { ...wish, early: await mayBookEarly(runtime, state, offer) } : wish;
}

/** Where in the request each place stands, behind what the cart has already. */
function placesWished({ areas, performance, seats }: HoldWish, state: CartState): WantedPlace[] {
  const isHeld = (place: string) =>
    state.claims.some((claim) => claim.performance === performance && claim.place === place);
  return [
    ...placesHeld(state),
    ...seats.flatMap(({ place, priceType }, index) =>
      isHeld(place) ? [] : [{ performance, priceType, field: `seats.${index}.priceType` }],
    ),
    ...areas.flatMap(({ ids, priceType }, index) =>
      ids.map(() => ({ performance, priceType, field: `areas.${index}.priceType` })),
    ),
  ];
}

/** What a cart has of our own, as it would be ordered. */
export const placesHeld = ({ claims }: Pick<CartState, 'claims'>): WantedPlace[] =>
  claims.map(({ performance, priceType }, index) => ({ performance, priceType, field: `lines.${index}.priceType` }));

/**
 * Holds a cart to who may have which price type.
 * @param db Reads inside this transaction when given.
 * @throws FoyerError `price_type_locked`
 */
export async function refuseLockedOf(
  { clock, db: database, priceLists, tokens }: CentreRuntime,
  { choices, order, priceList }: CartState,
  places: readonly WantedPlace[],
  db: Database = database,
): Promise<void> {
  const list = await priceLists.get(priceList, db);
  if (isOpenToAll(list, [...new Set(places.map(({ priceType }) => priceType))])) return;
  const codes = choices ? unsealChoices(tokens, choices).codes : [];
  refuseLocked(list, places, passesOf(await readCodes(db, list, codes, order), clock.now()));
}

async function mayBookEarly(
  { clock, config, priceLists }: CentreRuntime,
  state: CartState,
  offer: Offer,
): Promise<boolean> {
  const list = await priceLists.get(state.priceList);
  const chosen = state.choices?.subscriptions ?? [];
  return earlyFormula(list, chosen, factsOf(offer, config.id), clock.now().getTime()) !== undefined;
}
