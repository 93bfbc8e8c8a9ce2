import { html } from 'hono/html';
import type { Line } from '../../../sdk/contract/cart.ts';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { describeLine } from '../tickets/describe.ts';
import { clean, layOutMail, paragraph, quiet, textFooter } from './layout.ts';
import type { Mail } from './port.ts';
import { MAIL_WORDS } from './words.ts';

/** What a mail about a performance that moved is made of. */
export interface MovedMail {
  readonly to: string;
  /** Id of the order. */
  readonly id: string;
  readonly centre: Centre;
  readonly language: Language;
  /** The order's number, for people. */
  readonly number: string;
  /** Any line of the order for that performance, as it is now. */
  readonly line: Line;
}

/** Writes the mail that tells a buyer when and where a performance is now, and what to do who cannot come then. */
export async function composeMovedMail({ to, id, centre, language, number, line }: MovedMail): Promise<Mail> {
  const { moved, order, at, questions: footer } = MAIL_WORDS[language];
  const told = describeLine(line, centre, language);
  const title = clean(told.title);
  const heading = moved.heading(title);
  const sentences = [moved.now(`${told.date} ${at(told.time)}, ${clean(told.hall)}`), moved.valid, moved.cannot];
  return {
    to,
    messageId: `moved-${id}-${Date.parse(line.performance.startsAt)}@${new URL(centre.website).hostname}`,
    subject: moved.heading(title),
    text: [heading, ...sentences, `${order} ${number}`, textFooter(centre, footer)].join('\n\n'),
    html: await layOutMail({
      ...{ language, centre, heading, footer },
      body: html`${sentences.map(paragraph)}${quiet(`${order} ${number}`)}`,
    }),
  };
}
