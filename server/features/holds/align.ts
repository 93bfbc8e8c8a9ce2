import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { bundlesAt, isSame } from '../legs/bundles.ts';
import { alignLegs } from '../legs/index.ts';
import type { Leg } from '../legs/leg.ts';
import { toLeg } from '../legs/rows.ts';
import type { LegTransaction } from '../legs/store.ts';
import { type BasketBundle, priceBasket } from '../prices/index.ts';
import { partnerOf } from './at-partners.ts';
import { type CartState, placesOf, readCart } from './cart.ts';

/** How strictly the parts at partners are to be priced as what they are. */
export interface Aligning {
  /** About to be paid: a subscription that is not complete counts for nothing, also where it let its holder book early. */
  readonly final?: boolean;
  /** Written when all partners agreed, in the same transaction. */
  readonly keep?: (trx: LegTransaction) => Promise<void>;
}

/**
 * Lets partners price what they play of a cart as parts of the subscriptions and passes it has, where they do not yet. All
 * of them agree, or the cart stays as it was: see {@link alignLegs}.
 * @param state The cart, or as it would be with other choices.
 */
export async function alignCart(
  runtime: CentreRuntime,
  state: CartState,
  { final = false, keep }: Aligning = {},
): Promise<void> {
  const bundles = (await bundlesIn(runtime, state)).filter(({ complete }) => complete || !final);
  const wanted = (leg: Leg) => bundlesAt(bundles, leg);
  const legs = await heldLegs(runtime, state.id);
  if (!keep && legs.every((leg) => isSame(leg.bundles, wanted(leg)))) return;
  const partners = new Map(state.legs.map((leg) => [leg.agreement, partnerOf(leg)]));
  await alignLegs(runtime.legs, {
    cart: state.id,
    bundlesOf: wanted,
    partnerOf(agreement) {
      const partner = partners.get(agreement);
      // It came to the cart after it was read; so the request is to be made again.
      if (!partner) throw new FoyerError('request_in_progress', { retryAfter: 1 });
      return partner;
    },
    ...(keep && { keep }),
  });
}

/**
 * The same after a change that is made already, and stays whatever partners say now: what they do not price anew is priced
 * before anybody pays.
 */
export async function alignAfter(runtime: CentreRuntime, cart: string): Promise<void> {
  const state = await readCart(runtime.db, cart);
  if (!state || state.legs.length === 0 || state.order !== null) return;
  await alignCart(runtime, state).catch((error: unknown) => {
    if (!(error instanceof FoyerError)) throw error;
  });
}

async function bundlesIn(runtime: CentreRuntime, state: CartState): Promise<readonly BasketBundle[]> {
  const { choices, order, priceList } = state;
  if (choices === null || choices.subscriptions.length + choices.visits.length === 0) return [];
  const offers = await runtime.catalogue.offers(state.claims.map(({ performance }) => performance));
  const places = placesOf(state, offers, runtime.config.id);
  return (await priceBasket(runtime, { choices, order, priceList, places })).bundles;
}

async function heldLegs({ db }: CentreRuntime, cart: string): Promise<readonly Leg[]> {
  const rows = await db
    .selectFrom('leg')
    .selectAll()
    .where('cart_id', '=', cart)
    .where('state', '=', 'held')
    .orderBy('id')
    .execute();
  return rows.map(toLeg);
}
