import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Entitlement, ProductLine } from '../../../sdk/contract/prices/index.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { formatDay, formatMoney, inLanguage } from '../tickets/describe.ts';
import { clean, type Html, layOutMail, paragraph, quiet, textFooter } from './layout.ts';
import type { Mail } from './port.ts';
import { PRODUCTS_WORDS } from './products-words.ts';
import { MAIL_WORDS } from './words.ts';

/** What a mail about products, vouchers and passes is made of. */
export interface ProductsMail {
  readonly to: string;
  /** Id of the order, for the mail's own id: the same order is never a second mail. */
  readonly id: string;
  readonly centre: Centre;
  readonly language: Language;
  /** The order's number, for people. */
  readonly number: string;
  readonly products: readonly ProductLine[];
  readonly entitlements: readonly Entitlement[];
}

/** Writes the mail that tells what was bought beside places, and the codes that are vouchers and passes. */
export async function composeProductsMail(mail: ProductsMail): Promise<Mail> {
  const { centre, entitlements, language, number, products } = mail;
  const words = PRODUCTS_WORDS[language];
  const { order, questions: footer } = MAIL_WORDS[language];
  const bought = products.map(
    ({ name, quantity, total }) => `${quantity} × ${inLanguage(name, language)}, ${formatMoney(total, language)}`,
  );
  const shown = entitlements.map((one) => showEntitlement(one, centre, language));
  const secret = entitlements.length > 0 ? [words.secret] : [];
  return {
    to: mail.to,
    messageId: `products-${mail.id}@${new URL(centre.website).hostname}`,
    subject: words.subject(number),
    text: [
      words.heading,
      words.thanks,
      bought.map(clean).join('\n'),
      ...shown.map(({ text }) => text),
      ...secret,
      `${order} ${number}`,
      textFooter(centre, footer),
    ].join('\n\n'),
    html: await layOutMail({
      ...{ language, centre, footer, heading: words.heading },
      body: html`${paragraph(words.thanks)}${bought.map(paragraph)}${shown.map(({ block }) => block)}
${secret.map(quiet)}${quiet(`${order} ${number}`)}`,
    }),
  };
}

function showEntitlement(
  { amount, code, name, validUntil, withdrawableUntil }: Entitlement,
  centre: Centre,
  language: Language,
): { readonly text: string; readonly block: Html } {
  const words = PRODUCTS_WORDS[language];
  const day = (moment: string) => formatDay(moment, centre, language);
  const title = clean(inLanguage(name, language));
  const facts = [
    ...(amount ? [words.worth(formatMoney(amount, language))] : []),
    ...(validUntil ? [words.until(day(validUntil))] : []),
    ...(withdrawableUntil ? [words.withdraw(day(withdrawableUntil))] : []),
  ];
  return {
    text: [title, `${words.code}: ${code}`, ...facts].join('\n'),
    block: html`<div class="rule" style="border-top:1px solid #e2e0da;padding:20px 0">
<h2 class="ink" style="margin:0;font-size:19px;line-height:1.3;color:#1b1b1f">${title}</h2>
${quiet(words.code)}
<p class="ink" style="margin:4px 0 8px;font-size:22px;font-weight:700;letter-spacing:1px;font-family:ui-monospace,Consolas,monospace;color:#1b1b1f">${code}</p>
${facts.map(quiet)}
</div>`,
  };
}
