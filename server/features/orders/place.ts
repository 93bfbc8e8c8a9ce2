import { createHash } from 'node:crypto';
import type { OrderAccess, OrderRequest } from '../../../sdk/contract/order.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { closeCart, type LockedCart, lockCart } from '../holds/index.ts';
import { addAttempt, askForPayment, attemptEnd } from './attempt.ts';
import { insertLines, insertOrder } from './insert.ts';
import { checkReturnUrl } from './return-url.ts';
import { sellOrder } from './sell.ts';
import { viewOrder } from './view.ts';

/**
 * Makes an order of a cart and asks for its payment; a free order is paid at once. The cart is the natural key: the
 * same request again gives the same order, and picks up where a failure left it.
 *
 * @throws FoyerError `cart_empty`, `total_changed`, `cart_closed`, `idempotency_key_reused`, `return_url_not_allowed`,
 * `payment_refused` (the cart is open again) or `payment_provider_unavailable` (ask again).
 */
export async function placeOrder(
  runtime: CentreRuntime,
  cartId: string,
  request: OrderRequest,
  idempotencyKey: string | null = null,
): Promise<OrderAccess> {
  checkReturnUrl(request.returnUrl, runtime.config.origins);
  const agreed: Agreement = { request, idempotencyKey, hash: hashOf(request) };
  const id = await transact(runtime.db, async (trx) => {
    const locked = await lockCart(trx, { cartId, catalogue: runtime.catalogue });
    if (locked.cart.order !== null) return sameOrder(trx, locked.cart.order, agreed);
    if (locked.lines.length === 0) throw new FoyerError('cart_empty');
    if (locked.total.cents !== request.expectedTotal.cents) {
      throw new FoyerError('total_changed', { field: 'expectedTotal' });
    }
    return openOrder(runtime, trx, locked, agreed);
  });
  await askForPayment(runtime, id);
  return { order: await viewOrder(runtime.db, id), token: runtime.tokens.sign('order', id) };
}

interface Agreement {
  readonly request: OrderRequest;
  readonly idempotencyKey: string | null;
  readonly hash: string;
}

function hashOf({ email, name, language, returnUrl, expectedTotal }: OrderRequest): string {
  const canonical = JSON.stringify([email, name ?? null, language, returnUrl, expectedTotal.cents]);
  return createHash('sha256').update(canonical).digest('base64url');
}

/** The order this cart was made into already, if the buyer agrees to the same again. */
async function sameOrder(trx: DatabaseTransaction, id: string, { hash, idempotencyKey }: Agreement): Promise<string> {
  const order = await trx.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  if (order.request_hash === hash) return id;
  const sameKey = idempotencyKey !== null && order.idempotency_key === idempotencyKey;
  throw new FoyerError(sameKey ? 'idempotency_key_reused' : 'cart_closed');
}

async function openOrder(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  locked: LockedCart,
  { request, idempotencyKey, hash }: Agreement,
): Promise<string> {
  const until = await attemptEnd(trx);
  const order = await insertOrder(runtime, trx, {
    id: runtime.random.uuid(),
    cart_id: locked.cart.id,
    state: 'open',
    email: request.email,
    name: request.name || null,
    language: request.language,
    return_url: request.returnUrl,
    total_cents: locked.total.cents,
    idempotency_key: idempotencyKey,
    request_hash: hash,
    hold_ends_at: until,
  });
  await insertLines(runtime, trx, order.id, locked);
  await closeCart(trx, { cartId: locked.cart.id, orderId: order.id, until, expected: locked.lines.length });
  if (order.total_cents > 0) await addAttempt(runtime, trx, order, 1);
  else if (!(await sellOrder(runtime, trx, order))) throw new FoyerError('hold_expired');
  return order.id;
}
