import PDFDocument from 'pdfkit';
import { inkOn, parseHex, type Rgb } from '../../../sdk/model/colour/colour.ts';
import type { PrintableOrder, PrintableTicket, TicketPrinter } from '../../features/tickets/ports.ts';
import type { Clock } from '../../ports.ts';
import { type DescribedLine, describeLine } from './describe.ts';
import { artifact, BOLD, HAIRLINE, QUIET, REGULAR, say } from './paper.ts';
import { layOutQr } from './qr.ts';
import { toWinAnsi } from './win-ansi.ts';
import { TICKET_WORDS, type TicketWords } from './words.ts';

/** How a centre's tickets look. */
export interface TicketLook {
  /** The centre's colour, `#rrggbb`; ink on it is black or white, whichever reads better. */
  readonly colour: string;
  /** A PNG, beside the centre's name. */
  readonly logo?: Uint8Array | undefined;
}

/** A4 in points of 1/72 inch. All of the ticket is in the upper half, so that one fold makes it an A5. */
const PAGE = { width: 595.28, height: 841.89, margin: 48 };
const RIGHT = PAGE.width - PAGE.margin;
const FOLD = PAGE.height / 2;
const QR_SIDE = 176;
const QR_LEFT = RIGHT - QR_SIDE;
const TEXT_WIDTH = QR_LEFT - PAGE.margin - 32;

interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly order: PrintableOrder;
  readonly words: TicketWords;
  readonly look: TicketLook;
}

/** Makes the printer of one centre's tickets: an A4 page a ticket, tagged for screen readers, for home printers and phones. */
export function createTicketPrinter(options: { readonly look: TicketLook; readonly clock: Clock }): TicketPrinter {
  return async (order) => {
    const doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      tagged: true,
      displayTitle: true,
      lang: order.language,
      pdfVersion: '1.7',
      info: {
        Title: `${TICKET_WORDS[order.language].order} ${order.number}`,
        Author: order.centre.name,
        CreationDate: options.clock.now(),
      },
    });
    const sheet: Sheet = { doc, order, words: TICKET_WORDS[order.language], look: options.look };
    const bytes = collect(doc);
    order.tickets.forEach((ticket, index) => {
      drawTicket(sheet, ticket, index + 1);
    });
    doc.end();
    return bytes;
  };
}

/** The bytes of a document, once it has ended. */
export function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function drawTicket(sheet: Sheet, ticket: PrintableTicket, number: number): void {
  const { order } = sheet;
  const line = describeLine(ticket.line, order.centre, order.language);
  sheet.doc.addPage();
  drawHeader(sheet, number);
  drawPerformance(sheet, line, ticket.line.performance.id);
  drawPlace(sheet, line);
  drawPrice(sheet, line);
  drawCode(sheet, ticket.code);
  drawFold(sheet);
  drawHints(sheet);
}

function drawHeader({ doc, order, words, look }: Sheet, number: number): void {
  const height = 64;
  artifact(doc, () => doc.rect(0, 0, PAGE.width, height).fill(look.colour));
  const ink = toHex(inkOn(parseHex(look.colour) ?? [255, 255, 255]));
  const style = { y: 23, font: BOLD, ink };
  const indent = look.logo ? drawLogo(doc, look.logo, height) : 0;
  const x = PAGE.margin + indent;
  say(doc, order.centre.name, { ...style, size: 17, x, width: 360 - indent, height: 20 });
  const count = words.ticketOf(number, order.tickets.length);
  say(doc, count, { ...style, y: 27, font: REGULAR, size: 11, x: QR_LEFT - 20, width: QR_SIDE + 20, align: 'right' });
}

/** @returns how much room it takes before the name. */
function drawLogo(doc: PDFKit.PDFDocument, logo: Uint8Array, bar: number): number {
  const side = 40;
  artifact(doc, () =>
    doc.image(Buffer.from(logo), PAGE.margin, (bar - side) / 2, {
      fit: [side, side],
      align: 'center',
      valign: 'center',
    }),
  );
  return side + 12;
}

function drawPerformance({ doc, words }: Sheet, line: DescribedLine, id: string): void {
  // A title in letters these fonts lack would be blank; the performance's id always says something.
  const title = toWinAnsi(line.title) || id;
  const size = [25, 20, 16].find((points) => fits(doc, title, points)) ?? 13;
  const box = { x: PAGE.margin, width: TEXT_WIDTH };
  say(doc, title, { ...box, y: 92, font: BOLD, size, height: 88, tag: 'H1' });
  say(doc, `${capital(line.date)} ${words.at(line.time)}`, { ...box, y: 190, font: BOLD, size: 12.5, height: 32 });
  say(doc, line.hall, { ...box, y: 224, size: 12, height: 15 });
}

function drawPlace({ doc, words }: Sheet, line: DescribedLine): void {
  const y = 256;
  artifact(doc, () =>
    doc
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.margin + TEXT_WIDTH, y)
      .lineWidth(0.75)
      .stroke(HAIRLINE),
  );
  const cells = [
    { label: words.section, value: line.section, x: 0, width: line.row || line.seat ? 150 : TEXT_WIDTH },
    { label: words.row, value: line.row, x: 162, width: 56 },
    { label: words.seat, value: line.seat, x: 228, width: TEXT_WIDTH - 228 },
  ];
  for (const { label, value, x, width } of cells) {
    if (!value) continue;
    const box = { x: PAGE.margin + x, width };
    const size = doc.font(BOLD).fontSize(20).widthOfString(toWinAnsi(value)) <= width ? 20 : 12;
    say(doc, label, { ...box, y: y + 14, size: 9.5, ink: QUIET });
    say(doc, value, { ...box, y: y + 28, font: BOLD, size, height: 30 });
  }
  say(doc, capital(line.special), { x: PAGE.margin, y: y + 60, width: TEXT_WIDTH, size: 11 });
}

function drawPrice({ doc, order, words }: Sheet, line: DescribedLine): void {
  const y = 336;
  artifact(doc, () =>
    doc
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.margin + TEXT_WIDTH, y)
      .lineWidth(0.75)
      .stroke(HAIRLINE),
  );
  const box = { x: PAGE.margin, width: TEXT_WIDTH };
  const fee = line.fee && `, ${words.includingFee(line.fee)}`;
  say(doc, `${line.priceType}  ${line.price}`, { ...box, y: y + 13, font: BOLD, size: 13, height: 16 });
  say(doc, words.price + fee, { ...box, y: y + 31, size: 9.5, ink: QUIET, height: 24 });
  say(doc, `${words.order} ${order.number}`, { ...box, y: y + 56, size: 9.5, ink: QUIET });
}

function drawCode({ doc, words }: Sheet, code: string): void {
  const top = 92;
  const { side, bars } = layOutQr(code);
  const module = QR_SIDE / side;
  const figure = doc.struct('Figure', { alt: words.code }, () => {
    for (const { x, y, width } of bars) {
      doc.rect(QR_LEFT + x * module, top + y * module, width * module, module);
    }
    // One path, filled at once: modules that touch leave no hairline between them in any reader.
    doc.fill('#000');
  });
  doc.addStructure(figure);
  const groups = code.match(/.{1,6}/g) ?? [];
  const box = { x: QR_LEFT, width: QR_SIDE };
  say(doc, words.code, { ...box, y: top + QR_SIDE + 12, size: 8, ink: QUIET });
  say(doc, groups.join(' '), { ...box, y: top + QR_SIDE + 24, font: 'Courier', size: 7, height: 90 });
}

function drawFold({ doc }: Sheet): void {
  artifact(doc, () => {
    doc.moveTo(0, FOLD).lineTo(PAGE.width, FOLD).lineWidth(0.5).dash(3, { space: 4 }).stroke(HAIRLINE);
    doc.undash();
  });
}

function drawHints({ doc, order, words }: Sheet): void {
  const { centre } = order;
  const box = { x: PAGE.margin, width: RIGHT - PAGE.margin };
  let y = FOLD + 40;
  say(doc, words.goodToKnow, { ...box, y, font: BOLD, size: 12, tag: 'H2' });
  y += 24;
  for (const hint of words.hints) {
    say(doc, hint, { ...box, y, size: 10.5 });
    y += 20;
  }
  y += 16;
  say(doc, words.questions, { ...box, y, size: 10.5, ink: QUIET });
  say(doc, `${centre.name}, ${centre.address}`, { ...box, y: y + 18, size: 10.5 });
  say(doc, `${centre.email}  ·  ${centre.website}`, { ...box, y: y + 34, size: 10.5 });
}

function fits(doc: PDFKit.PDFDocument, title: string, size: number): boolean {
  const longestWord = Math.max(...title.split(' ').map((word) => doc.font(BOLD).fontSize(size).widthOfString(word)));
  return longestWord <= TEXT_WIDTH && doc.heightOfString(title, { width: TEXT_WIDTH }) <= 88;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const toHex = (colour: Rgb) => `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
