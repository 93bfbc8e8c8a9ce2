import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyTicketCode } from '../../../../sdk/model/ticket-code.ts';
import { checkSignature, createTicketPrinter } from '../../../../server/adapters/tickets/index.ts';
import { centre, printableOrder, printableTicket } from '../../../harness/order.ts';
import { readPdf } from '../../../harness/pdf.ts';
import { tinyPng } from '../../../harness/png.ts';

const print = createTicketPrinter({
  look: { colour: '#7a2f1d' },
  clock: { now: () => new Date('2026-11-22T10:00:00Z') },
});
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the PDF of an order', () => {
  it('has a page a ticket, each with its own code, readable by a scanner and genuine', async () => {
    const order = printableOrder();
    const { pages } = await readPdf(await print(order));
    assert.deepEqual(
      pages.map(({ qr }) => qr),
      order.tickets.map(({ code }) => code),
    );
    for (const { qr } of pages) {
      assert.equal((await verifyTicketCode(qr!, centre.ticketKeys, checkSignature)).valid, true);
    }
  });

  it('says in Dutch what, when, where, which seat, what it cost with fees, which order and whose ticket', async () => {
    const { pages, title, language } = await readPdf(await print(printableOrder()));
    const text = flat(pages[0]!.text);
    for (const words of [
      'Cultuurcentrum De Lantaarn',
      'Ticket 1 van 2',
      'De laatste lantaarnopsteker',
      'Vrijdag 4 december 2026 om 20:00 uur',
      'Schouwburg',
      'Zaaldeel Parterre Rij F Stoel 12',
      'Volwassene € 22,00',
      'Definitieve prijs, alle kosten inbegrepen, waarvan € 1,00 servicekosten',
      'Bestelling 2026-7KQ4X2',
      'Lantaarnplein 1, 9999 Wolvegem',
    ]) {
      assert.ok(text.includes(words), `${words} is not in: ${text}`);
    }
    assert.deepEqual([title, language], ['Bestelling 2026-7KQ4X2', 'nl']);
  });

  it('says it in English, French and German too', async () => {
    const said = {
      en: 'Friday, 4 December 2026 at 20:00',
      fr: 'Vendredi 4 décembre 2026 à 20:00',
      de: 'Freitag, 4. Dezember 2026 um 20:00 Uhr',
    };
    for (const [language, words] of Object.entries(said)) {
      const { pages } = await readPdf(await print(printableOrder({ language: language as 'en' })));
      assert.ok(flat(pages[0]!.text).includes(words), `${words} is not in: ${flat(pages[0]!.text)}`);
    }
  });

  it('carries the centre’s logo before its name, and says nothing about it to a screen reader', async () => {
    const logo = tinyPng();
    const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
    const order = printableOrder();
    const bytes = await createTicketPrinter({ look: { colour: '#7a2f1d', logo }, clock })(order);
    assert.ok(Buffer.from(bytes).includes('/Subtype /Image'), 'there is an image');
    assert.ok(!Buffer.from(await print(order)).includes('/Subtype /Image'), 'there is none without a logo');
    const { pages } = await readPdf(bytes);
    assert.ok(flat(pages[0]!.text).includes('Cultuurcentrum De Lantaarn'));
    assert.equal(pages[0]!.qr, order.tickets[0]!.code);
  });

  it('prints the code in letters too, for a phone whose screen is broken', async () => {
    const order = printableOrder();
    const { pages } = await readPdf(await print(order));
    assert.ok(pages[0]!.text.replace(/\s/g, '').includes(order.tickets[0]!.code));
  });

  it('is tagged, so that a screen reader knows the title and the code', async () => {
    const { pages } = await readPdf(await print(printableOrder()));
    assert.ok(pages[0]!.roles.includes('H1'));
    assert.ok(pages[0]!.roles.includes('Figure'));
  });

  it('says what is special about a place, and leaves out a row and seat that do not exist', async () => {
    const area = printableTicket(1, {
      place: { kind: 'area', section: { nl: 'Staanplaatsen' }, row: undefined, seat: undefined },
    });
    const { pages } = await readPdf(await print(printableOrder({ tickets: [area] })));
    const text = flat(pages[0]!.text);
    assert.match(text, /Staanplaatsen Vrije plaats/);
    assert.doesNotMatch(text, /Rij|Stoel/);
  });

  const titles = {
    'letters its fonts lack': ['Dvořák, Łukasz & Yılmaz', 'Dvorák, Lukasz & Yilmaz'],
    'emoji and control characters': ['Feest\u0000 🎻\u202e!', 'Feest !'],
    'another script': ['Вишнёвый сад', 'de-lantaarnopsteker-2026-12-04'],
    nothing: ['', 'de-lantaarnopsteker-2026-12-04'],
  };
  for (const [what, [title, shown]] of Object.entries(titles)) {
    it(`survives a title with ${what}`, async () => {
      const order = printableOrder({ tickets: [printableTicket(1, { title: title! })] });
      const { pages } = await readPdf(await print(order));
      assert.ok(flat(pages[0]!.text).includes(shown!), flat(pages[0]!.text));
    });
  }

  it('keeps one page for a title of a thousand words or one endless word', async () => {
    for (const title of ['lange titel '.repeat(1000), 'a'.repeat(5000)]) {
      const { pages } = await readPdf(await print(printableOrder({ tickets: [printableTicket(1, { title })] })));
      assert.equal(pages.length, 1);
      assert.equal(pages[0]!.qr, printableTicket(1).code);
    }
  });
});
