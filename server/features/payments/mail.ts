import { composeRefundMail } from '../../adapters/mail/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import { sendQuietly } from '../tickets/mail.ts';
import type { RefundReason } from './decide.ts';
import { buyerOf } from './store.ts';

/** Tells a buyer that money comes back, how much and why. */
export async function mailRefund(runtime: CentreRuntime, refundId: string): Promise<void> {
  const refund = await runtime.db
    .selectFrom('refund')
    .innerJoin('orders', 'orders.id', 'refund.order_id')
    .select([
      'refund.cents',
      'refund.reason',
      'orders.id',
      'orders.email',
      'orders.language',
      'orders.return_url',
      'orders.number',
    ])
    .where('refund.id', '=', refundId)
    .executeTakeFirstOrThrow();
  const buyer = buyerOf(refund);
  await sendQuietly(
    runtime.mailer,
    await composeRefundMail({
      to: buyer.email,
      id: refundId,
      centre: await describeCentre(runtime),
      language: buyer.language,
      number: refund.number,
      amount: { cents: refund.cents, currency: 'EUR' },
      reason: refund.reason as RefundReason,
    }),
  );
}
