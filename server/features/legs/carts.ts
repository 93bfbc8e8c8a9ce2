import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { releaseClaims } from '../holds/claims.ts';
import type { Leg } from './leg.ts';
import { toLeg } from './rows.ts';
import type { Begun, Lease, LegTransaction } from './store.ts';

/** See {@link LegTransaction.beginChange}. */
export async function beginChange(
  trx: DatabaseTransaction,
  legs: LegTransaction,
  { lease, agreement, until }: { readonly lease: Lease; readonly agreement: string | null; readonly until: Date },
): Promise<Begun> {
  const cart = await trx
    .selectFrom('cart')
    .select(['order_id', 'expires_at'])
    .select(sql<boolean>`coalesce(lease_until > clock_timestamp(), false)`.as('busy'))
    .where('id', '=', lease.cart)
    .forUpdate()
    .executeTakeFirst();
  if (!cart) return { outcome: 'token_invalid' };
  const before = await requestBefore(trx, lease);
  if (before) return { outcome: before };
  if (cart.order_id !== null) return { outcome: 'cart_closed' };
  if (cart.busy) return { outcome: 'request_in_progress' };
  await trx.updateTable('cart').set({ lease: lease.id, lease_until: until }).where('id', '=', lease.cart).execute();
  const held = await heldLegs(trx, lease.cart);
  const now = await legs.now();
  // A cart ends as a whole: who goes on choosing after that begins anew.
  if (held.some(({ expiresAt }) => expiresAt <= now)) {
    await endCart(trx, legs, lease.cart, held);
    return { outcome: 'begun', leg: null, secondsLeft: null };
  }
  const leg = held.find((one) => one.agreement === agreement) ?? null;
  const left = await secondsLeft(trx, lease.cart);
  // The two hours of a hold count from its first place, wherever that is.
  if (left === null && agreement !== null) {
    await trx.updateTable('cart').set({ hold_started_at: now }).where('id', '=', lease.cart).execute();
  }
  return { outcome: 'begun', leg, secondsLeft: left };
}

async function endCart(trx: DatabaseTransaction, legs: LegTransaction, cart: string, held: readonly Leg[]) {
  await releaseClaims(trx, { cartId: cart });
  const now = await legs.now();
  for (const leg of held) await giveUp(legs, leg, now);
}

/** Until the first part of the cart ends; null while nothing is held. */
async function secondsLeft(trx: DatabaseTransaction, cart: string): Promise<number | null> {
  const { rows } = await sql<{ left: number | null }>`
    select (cart_state(${cart})->>'secondsLeft')::integer as left`.execute(trx);
  return rows[0]?.left ?? null;
}

/** Whether a request was carried out before under its key. */
async function requestBefore(
  trx: DatabaseTransaction,
  { cart, request }: Lease,
): Promise<'replayed' | 'idempotency_key_reused' | undefined> {
  if (!request) return undefined;
  const done = await trx
    .selectFrom('idempotency')
    .select('request_hash')
    .where('cart_id', '=', cart)
    .where('key', '=', request.key)
    .executeTakeFirst();
  return done && (done.request_hash === request.hash ? 'replayed' : 'idempotency_key_reused');
}

export async function endChange(trx: DatabaseTransaction, lease: Lease, done: boolean): Promise<boolean> {
  const { cart, id, request } = lease;
  const { numUpdatedRows } = await trx
    .updateTable('cart')
    .set({ lease: null, lease_until: null })
    .where('id', '=', cart)
    .where('lease', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (done && request) {
    await trx
      .insertInto('idempotency')
      .values({ cart_id: cart, key: request.key, request_hash: request.hash })
      .execute();
  }
  return true;
}

/** Gives up what is reserved for a cart whose time is over. */
export async function dropExpired(trx: DatabaseTransaction, legs: LegTransaction, cart: string): Promise<void> {
  const now = await legs.now();
  for (const leg of await heldLegs(trx, cart)) if (leg.expiresAt <= now) await giveUp(legs, leg, now);
}

async function giveUp(legs: LegTransaction, leg: Leg, now: Date): Promise<void> {
  const over: Leg = { ...leg, state: 'cancelling', cancelReason: 'released', decidedAt: now };
  await legs.save(over);
  await legs.wake(over, now);
}

export async function heldLegs(trx: DatabaseTransaction, cart: string): Promise<readonly Leg[]> {
  await sql`select from cart where id = ${cart} for update`.execute(trx);
  const rows = await trx
    .selectFrom('leg')
    .selectAll()
    .where('cart_id', '=', cart)
    .where('state', '=', 'held')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toLeg);
}
