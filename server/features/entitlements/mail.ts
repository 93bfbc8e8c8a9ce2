import { composeProductsMail } from '../../adapters/mail/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import { buyerOf } from '../payments/store.ts';
import { mailIdOf, sendQuietly } from '../tickets/mail.ts';
import { entitlementsOf } from './view.ts';

/** Tells a buyer what was bought beside places, with the codes of vouchers and passes. The mail's id follows from the order. */
export async function mailProducts(runtime: CentreRuntime, orderId: string): Promise<void> {
  const order = await runtime.db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  if (order.state !== 'paid' || !order.extras) return;
  const { email, language } = buyerOf(order);
  await sendQuietly(
    runtime.mailer,
    await composeProductsMail({
      ...{ to: email, id: mailIdOf(order), language, number: order.number, products: order.extras.products },
      entitlements: await entitlementsOf(runtime, orderId),
      centre: await describeCentre(runtime),
    }),
  );
}
