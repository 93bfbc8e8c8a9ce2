import type { Order } from '../../../sdk/contract/order.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { extendClaims } from '../holds/index.ts';
import { renewLegs } from '../legs/index.ts';
import { isOver } from '../payments/decide.ts';
import { latestPayment, lockOrder } from '../payments/store.ts';
import { addAttempt, askForPayment, attemptEnd, mayTryAgain } from './attempt.ts';
import { PAYMENT_SECONDS } from './prepare-legs.ts';
import { refresh } from './refresh.ts';
import { viewOrder } from './view.ts';

/**
 * Lets a buyer pay an order again after an attempt failed. While an attempt is still open its own checkout is given,
 * so that two tabs do not become two payments.
 *
 * @throws FoyerError `order_not_payable` (also when no other attempt fits in the two hours of a hold), `hold_expired` when a place is somebody else's now, `payment_refused`,
 * `payment_provider_unavailable`
 */
export async function payAgain(runtime: CentreRuntime, orderId: string): Promise<Order> {
  await refresh(runtime, orderId);
  await renewIfOver(runtime, orderId);
  await transact(runtime.db, async (trx) => {
    const order = await lockOrder(trx, orderId);
    if (order?.state !== 'open') throw new FoyerError('order_not_payable');
    const last = await latestPayment(trx, orderId);
    if (!last || last.status === 'suspect') throw new FoyerError('order_not_payable');
    if (!isOver(last.status)) return;
    const { inTime } = await trx
      .selectFrom('orders')
      .select(mayTryAgain.as('inTime'))
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow();
    if (!inTime) throw new FoyerError('order_not_payable');
    const until = await attemptEnd(trx);
    const held = await extendClaims(trx, { orderId, until });
    const lines = await trx
      .selectFrom('order_line')
      .select('id')
      .where('order_id', '=', orderId)
      .where('leg_id', 'is', null)
      .execute();
    if (held < lines.length) throw new FoyerError('hold_expired');
    await trx.updateTable('orders').set({ hold_ends_at: until }).where('id', '=', orderId).execute();
    await addAttempt(runtime, trx, order, last.attempt + 1);
  });
  await askForPayment(runtime, orderId);
  return viewOrder(runtime, orderId);
}

/** Partners are asked before the books are locked, and only when there will be another attempt. */
async function renewIfOver(runtime: CentreRuntime, orderId: string): Promise<void> {
  const last = await latestPayment(runtime.db, orderId);
  if (last && isOver(last.status) && last.status !== 'paid') await renewLegs(runtime, orderId, PAYMENT_SECONDS);
}
