import PDFDocument from 'pdfkit';
import type { Disagreement, Entry, Statement } from '../../../sdk/contract/index.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { Clock } from '../../ports.ts';
import { formatMoney } from '../tickets/describe.ts';
import { artifact, BOLD, HAIRLINE, QUIET, say } from '../tickets/paper.ts';
import { collect } from '../tickets/printer.ts';
import { layOutQr } from '../tickets/qr.ts';
import { STATEMENT_WORDS, type StatementWords } from './words.ts';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 48 };
const WIDTH = PAGE.width - 2 * PAGE.margin;
const QR_SIDE = 110;
const MOST_DISAGREEMENTS = 40;

interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly statement: Statement;
  readonly words: StatementWords;
  readonly money: (cents: number) => string;
  /** Where the next thing is set; grows as the page fills. */
  y: number;
}

/** Draws a statement on A4, tagged for screen readers: who owes what and why, how to pay it, and where the two differ. */
export async function printStatement(
  statement: Statement,
  { language, clock }: { readonly language: Language; readonly clock: Clock },
): Promise<Uint8Array> {
  const words = STATEMENT_WORDS[language];
  const { centre, partner, period } = statement;
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, tagged: true, displayTitle: true, lang: language, pdfVersion: '1.7' },
    info: { Title: `${words.title} ${partner.party.name} ${period}`, Author: centre.name, CreationDate: clock.now() },
  });
  const bytes = collect(doc);
  const money = (cents: number) => formatMoney({ cents, currency: 'EUR' }, language);
  const sheet: Sheet = { doc, statement, words, money, y: PAGE.margin };
  drawHead(sheet);
  drawTransfer(sheet);
  drawComparison(sheet);
  drawTotals(sheet);
  drawPerformances(sheet);
  doc.end();
  return bytes;
}

function line(sheet: Sheet, text: string, style: Partial<Parameters<typeof say>[2]> = {}, height = 16): void {
  makeRoom(sheet, height);
  say(sheet.doc, text, { x: PAGE.margin, y: sheet.y, width: WIDTH, size: 10, ...style });
  sheet.y += height;
}

function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height <= PAGE.height - PAGE.margin) return;
  sheet.doc.addPage();
  sheet.y = PAGE.margin;
}

/** A row of a table: words on the left, numbers on the right. */
function row(
  sheet: Sheet,
  [name, note, count, amount]: readonly [string, string, string, string],
  font?: string,
): void {
  makeRoom(sheet, 15);
  const style = { y: sheet.y, size: 9.5, ...(font && { font }) };
  say(sheet.doc, name, { ...style, x: PAGE.margin, width: 250 });
  say(sheet.doc, note, { ...style, x: PAGE.margin + 255, width: 80, ink: QUIET });
  say(sheet.doc, count, { ...style, x: PAGE.margin + 335, width: 60, align: 'right' });
  say(sheet.doc, amount, { ...style, x: PAGE.margin + 400, width: WIDTH - 400, align: 'right' });
  sheet.y += 15;
}

function rule(sheet: Sheet): void {
  const y = sheet.y + 2;
  artifact(sheet.doc, () =>
    sheet.doc
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.margin + WIDTH, y)
      .lineWidth(0.5)
      .stroke(HAIRLINE),
  );
  sheet.y += 8;
}

function drawHead(sheet: Sheet): void {
  const { statement, words } = sheet;
  const { centre, partner, period } = statement;
  line(sheet, `${words.title} ${period}`, { size: 20, font: BOLD, tag: 'H1' }, 30);
  line(sheet, `${words.between} ${centre.name} – ${partner.party.name}`, { size: 12 }, 24);
  for (const party of [centre, partner.party]) {
    const numbers = [party.address, party.vatNumber ?? party.companyNumber, party.iban].filter(Boolean).join('  ·  ');
    line(sheet, `${party.name}  ${numbers}`, { size: 9, ink: QUIET }, 14);
  }
  rule(sheet);
}

function drawTransfer(sheet: Sheet): void {
  const { doc, statement, words, money } = sheet;
  const { centre, partner, transfer } = statement;
  if (!transfer) {
    line(sheet, words.nothingOwed, { size: 13, font: BOLD }, 26);
    return;
  }
  const { amount, communication, creditor, payer, qr } = transfer;
  const top = sheet.y;
  const width = WIDTH - QR_SIDE - 24;
  const pays = words.pays(payer === 'us' ? centre.name : partner.party.name, creditor.name, money(amount.cents));
  line(sheet, pays, { size: 13, font: BOLD, width, height: 34, tag: 'H2' }, 40);
  line(sheet, creditor.iban ?? words.noAccount(creditor.name), { width });
  line(sheet, `${words.communication} ${communication}`, { width, font: BOLD });
  if (qr !== null) {
    drawQr(sheet, qr, top);
    say(doc, words.scan, {
      x: PAGE.margin + WIDTH - QR_SIDE,
      y: top + QR_SIDE + 4,
      width: QR_SIDE,
      size: 7,
      ink: QUIET,
    });
    sheet.y = Math.max(sheet.y, top + QR_SIDE + 18);
  }
  rule(sheet);
}

function drawQr({ doc, words }: Sheet, text: string, top: number): void {
  const { side, bars } = layOutQr(text);
  const module = QR_SIDE / side;
  const left = PAGE.margin + WIDTH - QR_SIDE;
  const figure = doc.struct('Figure', { alt: words.scan }, () => {
    for (const { x, y, width } of bars) doc.rect(left + x * module, top + y * module, width * module, module);
    doc.fill('#000');
  });
  doc.addStructure(figure);
}

function drawComparison(sheet: Sheet): void {
  const { statement, words } = sheet;
  const { state, disagreements } = statement.comparison;
  const verdict = { agreed: words.agreed, unknown: words.unknown, different: words.different(disagreements.length) };
  line(sheet, verdict[state], { font: BOLD }, 18);
  for (const one of disagreements.slice(0, MOST_DISAGREEMENTS)) line(sheet, describe(sheet, one), { size: 8.5 }, 13);
  const left = disagreements.length - MOST_DISAGREEMENTS;
  if (left > 0) line(sheet, words.more(left), { size: 8.5 }, 13);
  rule(sheet);
}

function describe({ words, money }: Sheet, one: Disagreement): string {
  const what = ({ kind, performance, place, amount, id }: Entry) =>
    `${words.kinds[kind]} ${performance} ${place} ${money(amount.cents)} (${id})`;
  if (one.kind === 'missing-here') return `${what(one.entry)}: ${words.missingHere}`;
  if (one.kind === 'missing-there') return `${what(one.entry)}: ${words.missingThere}`;
  return `${what(one.entry)}: ${words.differs(one.fields.join(', '))}`;
}

function drawTotals(sheet: Sheet): void {
  const { statement, words, money } = sheet;
  for (const role of ['seller', 'owner'] as const) {
    const totals = statement.totals.filter((total) => total.role === role);
    if (totals.length === 0) continue;
    line(sheet, role === 'seller' ? words.weSell : words.theySell, { size: 12, font: BOLD, tag: 'H2' }, 20);
    row(sheet, ['', '', words.count, words.owed], BOLD);
    for (const { kind, vat, count, owed } of totals)
      row(sheet, [words.kinds[kind], vat, String(count), money(owed.cents)]);
    const sum = totals.reduce((cents, { owed }) => cents + owed.cents, 0);
    row(sheet, ['', '', '', money(sum)], BOLD);
    rule(sheet);
  }
}

function drawPerformances(sheet: Sheet): void {
  const { statement, words, money } = sheet;
  const groups = Map.groupBy(statement.lines, ({ role, entry }) => `${role} ${entry.performance}`);
  if (groups.size === 0) return;
  line(sheet, words.perPerformance, { size: 12, font: BOLD, tag: 'H2' }, 20);
  for (const [, lines] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const owed = lines.reduce((sum, one) => sum + one.owed.cents, 0);
    const of = (kind: Entry['kind']) => lines.filter(({ entry }) => entry.kind === kind).length;
    row(sheet, [lines[0]?.entry.performance ?? '', '', String(of('sale') - of('refund')), money(owed)]);
  }
}
