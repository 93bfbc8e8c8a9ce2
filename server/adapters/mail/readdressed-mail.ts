import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { layOutMail, paragraph, quiet, textFooter } from './layout.ts';
import type { Mail } from './port.ts';
import { MAIL_WORDS } from './words.ts';

/** What a mail to the address that an order had before is made of. */
export interface ReaddressedMail {
  readonly to: string;
  /** Id of the change, for the mail's own id. */
  readonly id: string;
  readonly centre: Centre;
  readonly language: Language;
  /** The order's number, for people. */
  readonly number: string;
}

/** Writes the mail that tells a former address that an order's tickets go elsewhere; it does not say where. */
export async function composeReaddressedMail({ to, id, centre, language, number }: ReaddressedMail): Promise<Mail> {
  const { readdressed, order, questions: footer } = MAIL_WORDS[language];
  const { heading } = readdressed;
  const sentences = [readdressed.why, readdressed.stranger, readdressed.buyer];
  return {
    to,
    messageId: `readdressed-${id}@${new URL(centre.website).hostname}`,
    subject: `${heading} (${order.toLowerCase()} ${number})`,
    text: [heading, ...sentences, `${order} ${number}`, textFooter(centre, footer)].join('\n\n'),
    html: await layOutMail({
      ...{ language, centre, heading, footer },
      body: html`${sentences.map(paragraph)}${quiet(`${order} ${number}`)}`,
    }),
  };
}
