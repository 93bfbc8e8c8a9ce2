import { createHash } from 'node:crypto';
import type { OrderAccess, OrderRequest } from '../../../sdk/contract/order.ts';
import type { Database, DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { useEntitlements } from '../entitlements/index.ts';
import { closeCart, type LockedCart, lockCart } from '../holds/index.ts';
import { orderLegs } from '../legs/index.ts';
import { latestPayment, lockOrder } from '../payments/store.ts';
import { bindAllSales, registerSales } from '../uitpas/index.ts';
import { agreedExtras, newLineIds } from './agreed.ts';
import { addAttempt, askForPayment, attemptEnd } from './attempt.ts';
import { wishOf } from './entitled.ts';
import { insertLines, insertOrder } from './insert.ts';
import { insertItems } from './items.ts';
import { prepareLegs } from './prepare-legs.ts';
import { refuseUnready } from './ready.ts';
import { checkReturnUrl } from './return-url.ts';
import { checkSeats } from './seat-rules.ts';
import { sellOrder } from './sell.ts';
import { viewOrder } from './view.ts';

/**
 * Makes an order of a cart and asks for its payment; a free order is paid at once. The cart is the natural key: the
 * same request again gives the same order, and picks up where a failure left it; so does one with another name or e-mail
 * address for as long as the payment is still being asked for.
 *
 * @throws FoyerError `cart_empty`, `total_changed`, `seat_left_alone`, `companion_alone`, `price_type_locked`,
 * `subscription_incomplete`, `code_expired`, `pass_fully_used` (the cart stays as it was),
 * `cart_closed`, `idempotency_key_reused`, `return_url_not_allowed`,
 * what partners refuse of their part or that they cannot be reached (`hold_part_expired`, `partner_unavailable`, …),
 * what UiTPAS refuses of the places at its tariffs (`uitpas_maximum_reached`, `uitpas_unavailable`, … with their lines),
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
  await prepareLegs(runtime, cartId);
  await registerSales(runtime, cartId);
  const { id, known } = await transact(runtime.db, async (trx) => {
    const locked = await lockCart(trx, { cartId, runtime });
    if (locked.cart.order !== null) return { id: locked.cart.order, known: true };
    if (locked.lines.length === 0 && !locked.basket.priced?.products.length) throw new FoyerError('cart_empty');
    if (locked.total.cents !== request.expectedTotal.cents) {
      throw new FoyerError('total_changed', { field: 'expectedTotal' });
    }
    await refuseUnready(runtime, trx, locked);
    await checkSeats(trx, locked);
    return { id: await openOrder(runtime, trx, locked, agreed), known: false };
  });
  if (known) await agreeAgain(runtime.db, id, agreed);
  await askForPayment(runtime, id);
  return { order: await viewOrder(runtime, id), token: runtime.tokens.sign('order', id) };
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

/**
 * Lets a buyer who agreed before agree again. While the first attempt is still being asked for nobody was sent to pay, and
 * after a failure nobody may even know the order: until then name and address can be corrected. The provider may have
 * been asked all the same, and takes no other request under the same key: language and return address stay.
 */
async function agreeAgain(db: Database, id: string, { request, hash, idempotencyKey }: Agreement): Promise<void> {
  await transact(db, async (trx) => {
    const order = await lockOrder(trx, id);
    if (order?.request_hash === hash) return;
    const sameKey = idempotencyKey !== null && order?.idempotency_key === idempotencyKey;
    if (sameKey) throw new FoyerError('idempotency_key_reused');
    const payment = await latestPayment(trx, id);
    const asking = order?.state === 'open' && payment?.attempt === 1 && payment.status === 'creating';
    if (!asking || order.total_cents !== request.expectedTotal.cents) throw new FoyerError('cart_closed');
    await trx
      .updateTable('orders')
      .set({
        email: request.email,
        name: request.name || null,
        idempotency_key: idempotencyKey,
        request_hash: hash,
      })
      .where('id', '=', id)
      .execute();
  });
}

async function openOrder(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  locked: LockedCart,
  { request, idempotencyKey, hash }: Agreement,
): Promise<string> {
  const until = await attemptEnd(trx);
  const ids = newLineIds(runtime.random, locked);
  const { extras } = locked.cart;
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
    extras: extras ? JSON.stringify(agreedExtras(extras, ids)) : null,
  });
  await insertLines(trx, order.id, locked, ids);
  await insertItems(runtime, trx, order.id, locked);
  await bindAllSales(trx, { cart: locked.cart.id, order: order.id });
  await closeCart(trx, { cartId: locked.cart.id, orderId: order.id, until, expected: locked.claims.length });
  await orderLegs(trx, { cart: locked.cart.id, order: order.id });
  await useEntitlements(trx, wishOf(locked, { order: order.id, ids, at: runtime.clock.now() }));
  if (order.total_cents > 0) await addAttempt(runtime, trx, order, 1);
  else if ((await sellOrder(runtime, trx, order)) !== 'sold') throw new FoyerError('hold_expired');
  return order.id;
}
