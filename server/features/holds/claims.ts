import { type RawBuilder, sql } from 'kysely';
import type { Cart, Line } from '../../../sdk/contract/cart.ts';
import type { Money } from '../../../sdk/contract/money.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { Catalogue, Offer } from '../catalogue/index.ts';
import type { PricedBasket, PricingParts } from '../prices/index.ts';
import { type CartLeg, type ClaimState, presentCart, readCart } from './cart.ts';

/**
 * What orders do with a cart's places. Each takes the caller's transaction and tells the live stream what it changed.
 * Locks are taken in one order everywhere, or two of them wait for each other: order row, cart, performances, places.
 */

/** A cart nobody else can change until the transaction ends, with its lines priced as they are in the tables now. */
export interface LockedCart {
  readonly cart: Cart;
  readonly lines: readonly Line[];
  readonly total: Money;
  /** Which place each of our own lines is, as `sellClaims` wants it. */
  readonly claims: readonly ClaimState[];
  readonly legs: readonly CartLeg[];
  /** By performance, as `lines` were priced. */
  readonly offers: ReadonlyMap<string, Offer>;
  /** How the total came about. */
  readonly basket: PricedBasket;
}

/**
 * Locks a cart to make an order of it.
 * @throws FoyerError `token_invalid` when there is no such cart, `request_in_progress` while it is being changed at a
 * partner.
 */
export async function lockCart(
  trx: DatabaseTransaction,
  { cartId, runtime }: { readonly cartId: string; readonly runtime: PricingParts & { readonly catalogue: Catalogue } },
): Promise<LockedCart> {
  if (await lockRow(trx, cartId)) throw new FoyerError('request_in_progress', { retryAfter: 1 });
  const state = await readCart(trx, cartId);
  if (!state) throw new FoyerError('token_invalid');
  const offers = await runtime.catalogue.offers(
    state.claims.map(({ performance }) => performance),
    trx,
  );
  const { basket, cart } = await presentCart(runtime, state, offers, trx);
  return { cart, lines: cart.lines, total: cart.total, claims: state.claims, legs: state.legs, offers, basket };
}

/**
 * Closes a cart for an order: its places are kept until the given moment and from now on only the order changes them.
 * @param expected How many places the order is about.
 * @throws FoyerError `hold_expired` when fewer are still held.
 */
export async function closeCart(
  trx: DatabaseTransaction,
  {
    cartId,
    orderId,
    until,
    expected,
  }: {
    readonly cartId: string;
    readonly orderId: string;
    readonly until: Date;
    readonly expected: number;
  },
): Promise<void> {
  await lockRow(trx, cartId);
  const kept = await prolong(trx, sql`cart_id = ${cartId} and until > clock_timestamp()`, { until, orderId });
  if (kept < expected) throw new FoyerError('hold_expired');
  await trx.updateTable('cart').set({ order_id: orderId, expires_at: until }).where('id', '=', cartId).execute();
}

/**
 * Keeps an order's places until at least the given moment, also those whose time is over but that nobody took since.
 * @returns how many places are held for the order now.
 */
export async function extendClaims(
  trx: DatabaseTransaction,
  { orderId, until }: { readonly orderId: string; readonly until: Date },
): Promise<number> {
  await sql`select from cart where order_id = ${orderId} for update`.execute(trx);
  const held = await prolong(trx, sql`order_id = ${orderId}`, { until });
  await sql`
    update cart set expires_at = greatest(expires_at, ${until}) where order_id = ${orderId}`.execute(trx);
  return held;
}

/**
 * Holds claims until at least the given moment, or exactly until then, for an order when one is named, and tells those who
 * follow along.
 * @returns how many claims there were.
 */
export async function prolong(
  trx: DatabaseTransaction,
  which: RawBuilder<unknown>,
  {
    until,
    orderId = null,
    exactly = false,
  }: { readonly until: Date; readonly orderId?: string | null; readonly exactly?: boolean },
): Promise<number> {
  const end = exactly ? sql`${until}::timestamptz` : sql`greatest(until, ${until})`;
  const { rows } = await sql<{ kept: number }>`
    with locked as (
      select performance_id, place from claim where state = 'held' and ${which} order by performance_id, place for update
    ), kept as (
      update claim set until = ${end}, order_id = coalesce(${orderId}::uuid, order_id)
      from locked
      where claim.performance_id = locked.performance_id and claim.place = locked.place
      returning claim.performance_id, claim.place, claim.until
    )
    select note_change(performance_id, array_agg(place), 'held', until), count(*) as kept
    from kept group by performance_id, until`.execute(trx);
  return rows.reduce((sum, { kept }) => sum + kept, 0);
}

export type SaleOutcome = { readonly sold: true } | { readonly sold: false; readonly lost: readonly string[] };

/**
 * Makes an order's places sold for good. Those whose hold ran out are taken back when all of them are still free.
 * Doing it again changes nothing.
 */
export async function sellClaims(
  trx: DatabaseTransaction,
  {
    orderId,
    cartId,
    lines,
  }: {
    readonly orderId: string;
    readonly cartId: string;
    readonly lines: readonly ClaimState[];
  },
): Promise<SaleOutcome> {
  const { rows } = await sql<{ lost: string[] }>`
    select sell_places(${orderId}, ${cartId}, ${JSON.stringify(lines)}::jsonb) as lost`.execute(trx);
  const lost = rows[0]?.lost ?? [];
  return lost.length === 0 ? { sold: true } : { sold: false, lost };
}

/** Gives back everything a cart holds, whoever it is kept for. What is sold stays sold. */
export async function releaseClaims(trx: DatabaseTransaction, { cartId }: { readonly cartId: string }): Promise<void> {
  await lockRow(trx, cartId);
  await free(trx, sql`cart_id = ${cartId} and state = 'held'`);
}

/** Gives back some lines of a cart. Lines it does not have, or not any more, are passed over. */
export async function releaseLines(
  trx: DatabaseTransaction,
  { cartId, lines }: { readonly cartId: string; readonly lines: readonly string[] },
): Promise<void> {
  const performances = await free(trx, sql`cart_id = ${cartId} and state = 'held' and id = any(${lines})`);
  // Afterwards, so that what was given back is no news that came after it.
  await sql`
    insert into given_back (cart_id, performance_id, at)
    select ${cartId}, performance, clock_timestamp() from unnest(${performances}::text[]) as performance
    on conflict (cart_id, performance_id) do update set at = excluded.at`.execute(trx);
}

/** Makes an order's sold places free again after their money went back: all of them, or those of some lines. */
export async function freeSold(
  trx: DatabaseTransaction,
  { orderId, lines }: { readonly orderId: string; readonly lines?: readonly string[] },
): Promise<void> {
  const some = lines ? sql`and id = any(${lines})` : sql``;
  await free(trx, sql`order_id = ${orderId} and state = 'sold' ${some}`);
}

/** @returns the performances that places became free of. */
async function free(trx: DatabaseTransaction, which: RawBuilder<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ performance_id: string }>`
    with locked as (
      select performance_id, place from claim where ${which} order by performance_id, place for update
    ), gone as (
      delete from claim using locked
      where claim.performance_id = locked.performance_id and claim.place = locked.place
      returning claim.performance_id, claim.place
    )
    select performance_id, note_change(performance_id, array_agg(place), 'free', 'infinity')
    from gone group by performance_id`.execute(trx);
  return rows.map(({ performance_id }) => performance_id);
}

/**
 * Opens a cart again after its order ended unpaid: what it still holds is the buyer's to change, for as long as it was
 * held anyway.
 */
export async function reopenCart(
  trx: DatabaseTransaction,
  { cartId, orderId }: { readonly cartId: string; readonly orderId: string },
): Promise<void> {
  await lockRow(trx, cartId);
  await trx
    .updateTable('claim')
    .set({ order_id: null })
    .where('order_id', '=', orderId)
    .where('state', '=', 'held')
    .execute();
  await trx
    .updateTable('cart')
    .set({ order_id: null })
    .where('id', '=', cartId)
    .where('order_id', '=', orderId)
    .execute();
}

/** Keeps a cart for this transaction. @returns whether it is being changed at a partner at this moment. */
export async function lockRow(trx: DatabaseTransaction, cartId: string): Promise<boolean> {
  const { rows } = await sql<{ busy: boolean }>`
    select coalesce(lease_until > clock_timestamp(), false) as busy from cart where id = ${cartId} for update`.execute(
    trx,
  );
  return rows[0]?.busy ?? false;
}
