import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../../sdk/contract/text.ts';
import { composeRefundMail, composeTicketMail } from '../../../../server/adapters/mail/index.ts';
import { withLogo } from '../../../../server/adapters/mail/logo.ts';
import type { Mail } from '../../../../server/adapters/mail/port.ts';
import { drawQrPng } from '../../../../server/adapters/tickets/index.ts';
import { centre, printableOrder, printableTicket } from '../../../harness/order.ts';
import { scanPng } from '../../../harness/scan.ts';

const LANGUAGES: readonly Language[] = ['nl', 'en', 'fr', 'de'];
const total = { cents: 4400, currency: 'EUR' } as const;
const id = '5b7c0c51-9b63-4a4e-9a35-7d5ad5a4b1a0';
const pdf = new TextEncoder().encode('%PDF-1.7');
const ticketMail = (change = {}) =>
  composeTicketMail({ to: 'noor@example.be', id, order: printableOrder(change), total, pdf, drawQrPng });
const refundMail = (change = {}) =>
  composeRefundMail({
    to: 'noor@example.be',
    id,
    centre,
    language: 'nl',
    number: '2026-7KQ4X2',
    amount: total,
    reason: 'seats-lost',
    ...change,
  });
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('the mail with tickets', () => {
  it('says which seats, when and for how much, in its text and in its HTML alike', async () => {
    const mail = await ticketMail();
    for (const words of [
      'Parterre, rij F, stoel 12',
      'Parterre, rij F, stoel 13',
      'vrijdag 4 december 2026 om 20:00 uur',
      '€ 44,00',
      '2026-7KQ4X2',
    ]) {
      assert.ok(plain(mail.text).includes(words), `text: ${words}`);
      assert.ok(plain(mail.html).includes(words), `html: ${words}`);
    }
  });

  it('shows the code of each seat as a picture it carries itself, and the PDF beside it', async () => {
    const mail = await ticketMail();
    const pictures = mail.attachments!.filter(({ cid }) => cid);
    assert.deepEqual(
      pictures.map(({ content }) => scanPng(content)),
      printableOrder().tickets.map(({ code }) => code),
    );
    for (const { cid } of pictures) assert.ok(mail.html.includes(`src="cid:${cid}"`));
    assert.deepEqual(
      mail.attachments!.filter(({ contentType }) => contentType === 'application/pdf').map(({ filename }) => filename),
      ['tickets-2026-7KQ4X2.pdf'],
    );
  });

  it('has the same id every time it is written for the same order', async () => {
    assert.equal((await ticketMail()).messageId, (await ticketMail()).messageId);
    assert.match((await ticketMail()).messageId, /^tickets-[0-9a-f-]{36}@www\.delantaarn\.example$/);
  });

  it('keeps a subject of reasonable length for ten long titles', async () => {
    const tickets = Array.from({ length: 10 }, (_, number) =>
      printableTicket(number, { title: `${number} ${'lang '.repeat(30)}` }),
    );
    assert.ok((await ticketMail({ tickets })).subject.length <= 150);
  });
});

describe('the mail about money that goes back', () => {
  for (const [reason, words] of Object.entries({
    'seats-lost': 'niet langer vrij',
    'paid-twice': 'twee keer betaald',
    'paid-after-cancel': 'nadat u de bestelling had geannuleerd',
  })) {
    it(`says how much and why: ${reason}`, async () => {
      const mail = await refundMail({ reason });
      assert.ok(plain(mail.subject).includes('€ 44,00'));
      for (const part of [mail.text, mail.html]) assert.ok(plain(part).includes(words));
    });
  }
});

describe('every mail', () => {
  for (const language of LANGUAGES) {
    it(`is wholly in ${language}, fetches nothing from anywhere and runs nothing`, async () => {
      for (const mail of [await ticketMail({ language }), await refundMail({ language })]) {
        assert.ok(mail.html.includes(`<html lang="${language}">`));
        assert.doesNotMatch(
          mail.html,
          /<(script|iframe|link|object|form)|src="(?!cid:)|url\(|\son\w+=|undefined|\[object/,
        );
        assert.doesNotMatch(mail.text, /undefined|\[object|<[a-z]/);
      }
    });
  }

  it('shows what a title is made of as letters, never as HTML', async () => {
    const title = '<img src=x onerror=alert(1)> & "quotes" \u0000';
    const mail = await ticketMail({ tickets: [printableTicket(1, { title })] });
    assert.ok(mail.html.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;'));
    assert.ok(!mail.html.includes('<img src=x'));
    assert.ok(!`${mail.html}${mail.text}${mail.subject}`.includes('\u0000'));
  });
});

describe('the logo of a centre', () => {
  const logo = new Uint8Array([137, 80, 78, 71]);
  const sent = async (picture: Uint8Array | undefined, mail: Mail) => {
    const mails: Mail[] = [];
    await withLogo({ send: async (one) => void mails.push(one) }, picture).send(mail);
    return mails[0]!;
  };

  it('travels in every mail, above a name that can be read without it', async () => {
    for (const written of [await ticketMail(), await refundMail()]) {
      const mail = await sent(logo, written);
      const picture = mail.attachments!.find(
        ({ contentType, content }) => contentType === 'image/png' && content === logo,
      );
      assert.ok(picture?.cid);
      assert.match(mail.html, new RegExp(`<img src="cid:${picture.cid}" alt=""[^>]*>\\s*<p [^>]*>${centre.name}</p>`));
      assert.equal(mail.text, written.text);
    }
  });

  it('is left out where there is none', async () => {
    const mail = await ticketMail();
    assert.equal(await sent(undefined, mail), mail);
  });

  it('comes where it belongs, whatever a title is made of', async () => {
    const mail = await sent(
      logo,
      await ticketMail({ tickets: [printableTicket(1, { title: '<!-- logo --> $& $1' })] }),
    );
    assert.equal(mail.html.split('cid:logo@mail').length, 2);
    assert.ok(mail.html.indexOf('cid:logo@mail') < mail.html.indexOf('<h1'));
  });
});
