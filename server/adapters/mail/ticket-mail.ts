import { html } from 'hono/html';
import type { Money } from '../../../sdk/contract/money.ts';
import type { PrintableOrder, PrintableTicket } from '../../features/tickets/ports.ts';
import { describeLine, formatMoney } from '../tickets/describe.ts';
import { clean, type Html, layOutMail, paragraph, quiet, textFooter } from './layout.ts';
import type { Mail } from './port.ts';
import { MAIL_WORDS } from './words.ts';

/** What a mail with tickets is made of. */
export interface TicketMail {
  readonly to: string;
  /** Id of the order, for the mail's own id: the same order is never a second mail. */
  readonly id: string;
  readonly order: PrintableOrder;
  readonly total: Money;
  /** What vouchers paid beside the total. */
  readonly paidByVouchers?: Money | undefined;
  /** Partners of whom tickets are still to come, for people. */
  readonly follow?: string | undefined;
  /** What the ticket printer drew of the same order. */
  readonly pdf: Uint8Array;
  /** Draws a code as PNG, the only picture of a QR that every mail program shows. */
  readonly drawQrPng: (code: string) => Promise<Uint8Array>;
}

/** Writes the mail with the tickets of a paid order: a QR for each seat in the mail itself, and all of them as PDF. */
export async function composeTicketMail(mail: TicketMail): Promise<Mail> {
  const { order, total } = mail;
  const { centre, language, tickets } = order;
  const words = MAIL_WORDS[language];
  const shows = tickets.map((ticket) => showTicket(ticket, order));
  const titles = [...new Set(shows.map(({ title }) => title))];
  const footer = words.questions;
  const sum = `${words.orderTotal} ${formatMoney(total, language)}`;
  const heading = words.tickets.heading(tickets.length);
  const vouchers = mail.paidByVouchers?.cents ? [words.paidByVouchers(formatMoney(mail.paidByVouchers, language))] : [];

  return {
    to: mail.to,
    messageId: `tickets-${mail.id}@${new URL(centre.website).hostname}`,
    subject: shorten(words.tickets.subject(titles.join(', ')), 150),
    text: [
      heading,
      words.tickets.intro(tickets.length),
      ...(mail.follow ? [words.tickets.follow(mail.follow)] : []),
      ...shows.map(({ text }) => text),
      [`${sum} (${words.allIn})`, ...vouchers, `${words.order} ${order.number}`].join('\n'),
      words.tickets.offline,
      textFooter(centre, footer),
    ].join('\n\n'),
    html: await layOutMail({
      language,
      centre,
      heading,
      footer,
      body: html`${paragraph(words.tickets.intro(tickets.length))}
${mail.follow ? paragraph(words.tickets.follow(mail.follow)) : ''}
${shows.map(({ block }) => block)}
${paragraph(`${sum}, ${words.allIn}`)}
${vouchers.map(quiet)}
${quiet(`${words.order} ${order.number}`)}
${quiet(words.tickets.offline)}`,
    }),
    attachments: [
      { filename: `tickets-${order.number}.pdf`, contentType: 'application/pdf', content: mail.pdf },
      ...(await Promise.all(
        tickets.map(async ({ code }, index) => ({
          filename: `ticket-${index + 1}.png`,
          contentType: 'image/png',
          content: await mail.drawQrPng(code),
          cid: pictureId(tickets[index]),
        })),
      )),
    ],
  };
}

interface ShownTicket {
  readonly title: string;
  readonly block: Html;
  readonly text: string;
}

function showTicket(ticket: PrintableTicket, { centre, language }: PrintableOrder): ShownTicket {
  const words = MAIL_WORDS[language];
  const line = describeLine(ticket.line, centre, language);
  const title = clean(line.title) || ticket.line.performance.id;
  const when = `${line.date} ${words.at(line.time)}, ${line.hall}`;
  const price = `${line.priceType}, ${line.price}${line.fee && ` (${words.withFee(line.fee)})`}`;
  return {
    title,
    text: [title, when, line.place, price, ticket.code].map(clean).join('\n'),
    block: html`<div class="rule" style="border-top:1px solid #e2e0da;padding:20px 0">
<h2 class="ink" style="margin:0;font-size:19px;line-height:1.3;color:#1b1b1f">${title}</h2>
${quiet(when)}
<p class="ink" style="margin:10px 0 0;font-size:17px;font-weight:600;color:#1b1b1f">${clean(line.place)}</p>
${quiet(price)}
<img src="cid:${pictureId(ticket)}" alt="${words.qr(clean(line.place))}" width="228" style="display:block;width:228px;max-width:100%;height:auto;margin:14px 0 0;background:#ffffff;border-radius:8px">
</div>`,
  };
}

/** The name by which the HTML refers to a ticket's picture; the line's id is unique in the mail and tells nothing. */
const pictureId = (ticket: PrintableTicket | undefined) => `${ticket?.line.id}@tickets`;

const shorten = (text: string, length: number) => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
