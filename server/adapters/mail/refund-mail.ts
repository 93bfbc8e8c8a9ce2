import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Money } from '../../../sdk/contract/money.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { RefundReason } from '../../features/payments/decide.ts';
import { formatMoney } from '../tickets/describe.ts';
import { clean, layOutMail, paragraph, quiet, textFooter } from './layout.ts';
import type { Mail } from './port.ts';
import { MAIL_WORDS } from './words.ts';

/** What a mail about money that goes back is made of. */
export interface RefundMail {
  readonly to: string;
  /** Id of the refund, for the mail's own id: the same refund is never a second mail. */
  readonly id: string;
  readonly centre: Centre;
  readonly language: Language;
  /** The order's number, for people. */
  readonly number: string;
  readonly amount: Money;
  readonly reason: RefundReason;
  /** Whether it comes back onto a voucher instead of the way it was paid. */
  readonly onVoucher?: boolean | undefined;
  /** What it is about, when that is not the whole order: titles, and the partner that plays them if it is one. */
  readonly part?: { readonly titles: string; readonly centre: string | null } | undefined;
}

/** Writes the mail that tells a buyer how much comes back, why, and that nothing needs doing. */
export async function composeRefundMail(mail: RefundMail): Promise<Mail> {
  const { centre, language, number } = mail;
  const { refund, order, questions: footer } = MAIL_WORDS[language];
  const amount = formatMoney(mail.amount, language);
  const heading = refund.heading(amount);
  // Paying twice is the buyer's own doing, so there is nothing to apologise for.
  const sorry = mail.reason === 'seats-lost' || mail.reason === 'performance-cancelled';
  const sentences = [
    refund.reasons[mail.reason],
    ...(mail.part ? [refund.onlyPart(clean(mail.part.titles), mail.part.centre)] : []),
    mail.onVoucher ? refund.onVoucher : refund.when,
    ...(sorry ? [refund.sorry] : []),
  ];
  return {
    to: mail.to,
    messageId: `refund-${mail.id}@${new URL(centre.website).hostname}`,
    subject: refund.subject(amount, number),
    text: [heading, ...sentences, `${order} ${number}`, textFooter(centre, footer)].join('\n\n'),
    html: await layOutMail({
      language,
      centre,
      heading,
      footer,
      body: html`${sentences.map(paragraph)}${quiet(`${order} ${number}`)}`,
    }),
  };
}
