import { sql } from 'kysely';
import type { Order } from '../../../sdk/contract/order.ts';
import { composeReaddressedMail } from '../../adapters/mail/index.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import { buyerOf, lockOrder } from '../payments/store.ts';
import { sendQuietly } from '../tickets/mail.ts';
import { viewOrder } from './view.ts';

/** Enough to mend a slip twice; too few to mail strangers with. */
const MOST_CHANGES = 3;

/**
 * Whether the buyer may still correct the address: until it is paid, and within the hour after. Outside of that the order
 * does not show it either.
 */
export const mayChangeEmail = sql<boolean>`(
  agreement_id is null and email_changes < ${MOST_CHANGES}
  and (state = 'open' or (state = 'paid' and paid_at > clock_timestamp() - interval '1 hour')))`;

/**
 * Lets a buyer correct the address an order's mails go to. What was mailed already is mailed again, and who had the address
 * before is told that those tickets are somebody else's.
 *
 * @throws FoyerError `email_not_changeable`
 */
export async function changeEmail(runtime: CentreRuntime, orderId: string, email: string): Promise<Order> {
  const { db, jobs } = runtime;
  await transact(db, async (trx) => {
    const order = await lockOrder(trx, orderId);
    if (order?.email === email) return;
    const changed = await trx
      .updateTable('orders')
      .set({ email, email_changes: sql`email_changes + 1` })
      .where('id', '=', orderId)
      .where(mayChangeEmail)
      .returning(['state', 'extras'])
      .executeTakeFirst();
    if (!order || !changed) throw new FoyerError('email_not_changeable');
    if (changed.state === 'open') return;
    await trx.updateTable('orders').set({ email_before: order.email }).where('id', '=', orderId).execute();
    await trx.updateTable('ticket').set({ mailed_at: null }).where('order_id', '=', orderId).execute();
    await jobs.add(trx, 'mail-tickets', { order: orderId }, { key: `mail-tickets:${orderId}` });
    if (changed.extras) await jobs.add(trx, 'mail-products', { order: orderId }, { key: `mail-products:${orderId}` });
    await jobs.add(trx, 'mail-readdressed', { order: orderId }, { key: `mail-readdressed:${orderId}` });
  });
  return viewOrder(runtime, orderId);
}

/** Tells who had an order's address before that its tickets go elsewhere, and forgets that address. */
export async function mailReaddressed(runtime: CentreRuntime, orderId: string): Promise<void> {
  const { db, mailer } = runtime;
  const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const { email_before: to, email_changes: change, number } = order;
  if (to === null) return;
  const { language } = buyerOf(order);
  await sendQuietly(
    mailer,
    await composeReaddressedMail({
      to,
      id: `${orderId}-${change}`,
      language,
      number,
      centre: await describeCentre(runtime),
    }),
  );
  await db
    .updateTable('orders')
    .set({ email_before: null })
    .where('id', '=', orderId)
    .where('email_before', '=', to)
    .execute();
}
