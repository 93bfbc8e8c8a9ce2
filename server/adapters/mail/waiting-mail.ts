import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language, Text } from '../../../sdk/contract/text.ts';
import { formatMoment, inLanguage } from '../tickets/describe.ts';
import { clean, type Html, layOutMail, paragraph, quiet, textFooter } from './layout.ts';
import type { Mail } from './port.ts';
import { WAITING_WORDS } from './waiting-words.ts';
import { MAIL_WORDS } from './words.ts';

/** What a mail to somebody who waits is made of. */
export interface WaitingMail {
  readonly to: string;
  /** Of the place in line. */
  readonly id: string;
  readonly centre: Centre;
  readonly language: Language;
  readonly performance: { readonly title: Text; readonly startsAt: Date; readonly hall: Text };
  readonly places: number;
  /** Address of the page where one leaves. */
  readonly leave: string;
  /** They are in line; or places are held for them in `cart`, to be bought at `href`. */
  readonly news:
    | { readonly kind: 'joined'; readonly minutes: number }
    | { readonly kind: 'offer'; readonly until: Date; readonly href: string; readonly cart: string };
}

/** Writes the mail that tells somebody that they are in line, or that places are held for them. */
export async function composeWaitingMail(mail: WaitingMail): Promise<Mail> {
  const { centre, id, language, leave, news, performance, places, to } = mail;
  const words = WAITING_WORDS[language];
  const title = clean(inLanguage(performance.title, language));
  const when = `${formatMoment(performance.startsAt, centre, language)}, ${clean(inLanguage(performance.hall, language))}`;
  const heading = words[news.kind].heading(title);
  const footer = MAIL_WORDS[language].questions;
  const sentences =
    news.kind === 'joined'
      ? [words.joined.promise(places, when), words.joined.how(news.minutes)]
      : [words.offer.held(places, when), words.offer.until(formatMoment(news.until, centre, language))];
  const open = news.kind === 'offer' ? { href: news.href, text: words.offer.open } : undefined;
  const small = news.kind === 'offer' ? [words.offer.only] : [words.forget];
  return {
    to,
    messageId: `waiting-${news.kind === 'offer' ? news.cart : id}@${new URL(centre.website).hostname}`,
    subject: heading,
    text: [
      ...[heading, ...sentences, ...(open ? [`${open.text}\n${open.href}`] : []), ...small],
      ...[`${words.leave}\n${leave}`, textFooter(centre, footer)],
    ].join('\n\n'),
    html: await layOutMail({
      ...{ language, centre, heading, footer },
      body: html`${sentences.map(paragraph)}${open ? way(open.href, open.text) : ''}${small.map(quiet)}${link(leave, words.leave)}`,
    }),
  };
}

/** The page behind the link to leave: a question with a button, or that it is done. */
export function composeLeavePage({
  centre,
  language,
  hasLeft,
}: {
  readonly centre: Centre;
  readonly language: Language;
  readonly hasLeft: boolean;
}): Promise<string> {
  const { page } = WAITING_WORDS[language];
  const { ask, button, done, gone, heading } = page;
  const body = hasLeft
    ? html`${[done, gone].map(paragraph)}`
    : html`${paragraph(ask)}<form method="post"><button style="padding:12px 20px;font-size:16px">${button}</button></form>`;
  return layOutMail({ language, centre, heading, footer: page.questions, body });
}

const way = (href: string, text: string): Html =>
  html`<p style="margin:4px 0 18px"><a class="ink" style="font-size:18px;font-weight:600;color:#1b1b1f" href="${href}">${text}</a></p>`;

const link = (href: string, text: string): Html =>
  html`<p class="quiet" style="margin:12px 0 0;font-size:14px;color:#55555f"><a class="quiet" style="color:#55555f" href="${href}">${text}</a></p>`;
