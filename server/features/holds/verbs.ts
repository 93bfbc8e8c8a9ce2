import { sql } from 'kysely';
import type { Cart, HoldRequest, LineChanges, NewCart } from '../../../sdk/contract/cart.ts';
import { totalOf } from '../../../sdk/model/pricing/index.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { claimedPlace, type Offer } from '../catalogue/index.ts';
import { splitReference } from '../legs/leg.ts';
import { alignAfter } from './align.ts';
import { extendAtPartners, holdAtPartner, releaseAtPartners, repriceAtPartners } from './at-partners.ts';
import { type CartState, presentCart, readCart } from './cart.ts';
import { lockRow, prolong, releaseLines } from './claims.ts';
import { withCompanions } from './companions.ts';
import { placesHeld, refuseLockedOf, withRights } from './rights.ts';
import { toWish } from './wish.ts';

/** Makes an empty cart. @param network Where it is made from; kept only in disguise, for the cap against hoarding. */
export async function createCart({ db, random, tokens }: CentreRuntime, network: string): Promise<NewCart> {
  const id = random.uuid();
  await db
    .insertInto('cart')
    .values({ id, address: tokens.disguise(network) })
    .execute();
  const nothing = { lines: [], total: totalOf([]), order: null, expiresAt: null, secondsLeft: null, extendable: false };
  return { cart: { id, ...nothing }, token: tokens.sign('cart', id) };
}

/** @throws FoyerError `token_invalid` when there is no such cart. */
export async function showCart(runtime: CentreRuntime, id: string): Promise<Cart> {
  const state = await readCart(runtime.db, id);
  if (!state) throw new FoyerError('token_invalid');
  return present(runtime, state);
}

async function present(runtime: CentreRuntime, state: CartState): Promise<Cart> {
  const offers = await runtime.catalogue.offers(state.claims.map(({ performance }) => performance));
  return (await presentCart(runtime, state, offers)).cart;
}

/**
 * Holds places for a cart, all or none, whoever plays them.
 * @returns the cart as it is after, and whether the same request had been done before.
 * @throws FoyerError that says which places or field stood in the way.
 */
export async function holdPlaces(
  runtime: CentreRuntime,
  cartId: string,
  request: HoldRequest,
  key: string | null,
): Promise<{ readonly cart: Cart; readonly replayed: boolean }> {
  const partners = splitReference(request.performance);
  if (partners) {
    const { replayed } = await holdAtPartner(
      runtime,
      cartId,
      { ...request, performance: partners.id },
      partners.owner,
      key,
    );
    return { cart: await showCart(runtime, cartId), replayed };
  }
  const { catalogue, config, holds, random } = runtime;
  const offer = await catalogue.recentOffer(request.performance);
  const wish = toWish(request, offer, { cart: cartId, key, maxHeld: config.maxHeldPerAddress, random });
  const answer = await holds.hold(offer ? await withRights(runtime, wish, offer) : wish);
  if (answer.cart === null) throw new FoyerError(answer.outcome, answer.seats ? { seats: answer.seats } : {});
  const replayed = answer.outcome === 'replayed';
  // What was reserved at partners had run out: only what was held just now is the cart's.
  if (!replayed && answer.cart.expiresAt === null) {
    await runtime.legs.store.transact((trx) => trx.dropExpired(cartId));
    return { cart: await showCart(runtime, cartId), replayed };
  }
  const alone = answer.cart.claims.every(({ performance }) => performance === request.performance);
  if (!alone || !offer) return { cart: await present(runtime, answer.cart), replayed };
  const { cart } = await presentCart(runtime, answer.cart, new Map([[request.performance, offer]]));
  return { cart, replayed };
}

/**
 * Gives lines back; those that are gone already are passed over. With a protected wheelchair place go the companions'
 * seats that have none left in the cart.
 */
export async function releasePlaces(runtime: CentreRuntime, cartId: string, lines: readonly string[]): Promise<Cart> {
  await releaseAtPartners(runtime, cartId, lines);
  const cart = await change(runtime, cartId, (trx, { claims }, offers) =>
    releaseLines(trx, { cartId, lines: withCompanions(claims, lines, offers) }),
  );
  if (!cart.lines.some(({ performance }) => performance.owner)) return cart;
  // A subscription may be smaller by it, and so worth less at partners.
  await alignAfter(runtime, cartId);
  return showCart(runtime, cartId);
}

/**
 * Gives lines another price type: all or none of each centre's.
 * @throws FoyerError `hold_expired` when a line is not held any more, `price_type_unknown` when it is not sold there,
 * `price_type_locked` when it is not for everybody.
 */
export async function changePriceTypes(runtime: CentreRuntime, cartId: string, { lines }: LineChanges): Promise<Cart> {
  const atPartners = await repriceAtPartners(runtime, cartId, lines);
  return change(runtime, cartId, async (trx, state, offers) => {
    const wanted = new Map(lines.map(({ line, priceType }) => [line, priceType]));
    const claims = state.claims.map((claim) => ({ ...claim, priceType: wanted.get(claim.id) ?? claim.priceType }));
    await refuseLockedOf(runtime, state, placesHeld({ claims }), trx);
    for (const [index, { line, priceType }] of lines.entries()) {
      if (atPartners.has(line)) continue;
      const claim = state.claims.find(({ id }) => id === line);
      const offer = claim && offers.get(claim.performance);
      if (!claim || !offer) throw new FoyerError('hold_expired', { field: `lines.${index}.line` });
      const zone = offer.plan.place(claimedPlace(claim.place))?.zone;
      if (zone === undefined || !offer.prices.price(zone, priceType)) {
        throw new FoyerError('price_type_unknown', { field: `lines.${index}.priceType` });
      }
      await trx.updateTable('claim').set({ price_type: priceType }).where('id', '=', line).execute();
    }
  });
}

/**
 * Prolongs everything the cart holds, here and at partners, to ten minutes from now, up to two hours after the first place
 * was taken.
 * @throws FoyerError `hold_expired` when nothing is held any more, `hold_cap_reached` at the two hours,
 * `hold_part_expired` or `partner_unavailable` when a partner did not prolong its part; the rest is prolonged then.
 */
export async function extendHold(runtime: CentreRuntime, cartId: string): Promise<Cart> {
  const [own, partners] = await Promise.allSettled([
    change(runtime, cartId, (trx, state) => extendOwn(trx, cartId, state)),
    extendAtPartners(runtime, cartId),
  ]);
  for (const outcome of [own, partners]) if (outcome.status === 'rejected') throw outcome.reason;
  return showCart(runtime, cartId);
}

async function extendOwn(trx: DatabaseTransaction, cartId: string, state: CartState): Promise<void> {
  if (state.expiresAt === null) throw new FoyerError('hold_expired');
  if (!state.extendable) throw new FoyerError('hold_cap_reached');
  if (state.claims.length === 0) return;
  const { rows } = await sql<{ until: Date }>`
    update cart set expires_at = greatest(
      expires_at, least(clock_timestamp() + interval '10 minutes', hold_started_at + interval '2 hours'))
    where id = ${cartId} returning expires_at as until`.execute(trx);
  const until = rows[0]?.until;
  const held = until ? await prolong(trx, sql`cart_id = ${cartId} and until > clock_timestamp()`, { until }) : 0;
  if (held < state.claims.length) throw new FoyerError('hold_expired');
}

/** Changes an open cart under its lock, and gives it as it is after. */
export async function change(
  runtime: CentreRuntime,
  cartId: string,
  act: (trx: DatabaseTransaction, state: CartState, offers: ReadonlyMap<string, Offer>) => Promise<void>,
): Promise<Cart> {
  const { catalogue, db } = runtime;
  const { after, offers } = await db.transaction().execute(async (trx) => {
    await lockRow(trx, cartId);
    const state = await readCart(trx, cartId);
    if (!state) throw new FoyerError('token_invalid');
    if (state.order !== null) throw new FoyerError('cart_closed');
    const performances = state.claims.map(({ performance }) => performance);
    const offers = await catalogue.offers(performances, trx);
    await act(trx, state, offers);
    return { after: (await readCart(trx, cartId)) ?? state, offers };
  });
  return (await presentCart(runtime, after, offers)).cart;
}
