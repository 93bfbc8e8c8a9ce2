import type { Language } from '../../../sdk/contract/text.ts';
import { composeRefundMail } from '../../adapters/mail/index.ts';
import { inLanguage } from '../../adapters/tickets/describe.ts';
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
      'refund.part',
      'refund.entitlement_id',
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
      onVoucher: refund.entitlement_id !== null,
      part: await partOf(runtime, refund, buyer.language),
    }),
  );
}

/** What a refund of a part is about: a partner's part, our own, or one performance. */
async function partOf(
  { db }: CentreRuntime,
  { id, part }: { readonly id: string; readonly part: string },
  language: Language,
): Promise<{ readonly titles: string; readonly centre: string | null } | undefined> {
  if (part === '') return undefined;
  const lines = await db
    .selectFrom('order_line')
    .select(['leg_id', 'performance_id', 'snapshot'])
    .where('order_id', '=', id)
    .execute();
  const meant = lines.filter(({ leg_id, performance_id }) =>
    part === 'own' ? leg_id === null : part === leg_id || part === performance_id,
  );
  // What was given back is no place: the mail says already what it is.
  if (meant.length === 0) return undefined;
  const titles = new Set(meant.map(({ snapshot }) => inLanguage(snapshot.performance.title, language)));
  return {
    titles: new Intl.ListFormat(language, { type: 'conjunction' }).format(titles),
    centre: meant[0]?.snapshot.performance.owner?.name ?? null,
  };
}
