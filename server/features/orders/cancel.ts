import type { Order } from '../../../sdk/contract/order.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { lockOrder } from '../payments/store.ts';
import { closeOrder } from './close.ts';
import { endPayments } from './end-payments.ts';
import { viewOrder } from './view.ts';

/**
 * Stops an order that is not paid: its places are free at once. Payments under way are ended where the provider can;
 * money that comes in all the same goes back by itself.
 *
 * @throws FoyerError `order_not_cancellable` when it is paid already, or money of it is on its way back.
 */
export async function cancelOrder(runtime: CentreRuntime, orderId: string): Promise<Order> {
  await transact(runtime.db, async (trx) => {
    const order = await lockOrder(trx, orderId);
    if (!order || order.state === 'paid' || order.state === 'refund') throw new FoyerError('order_not_cancellable');
    if (order.state === 'open') await closeOrder(runtime, trx, order, { places: 'free', cancelled: true });
  });
  await endPayments(runtime, orderId);
  return viewOrder(runtime, orderId);
}
