import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMailbox, type Mail } from '../../../../server/adapters/mail/index.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const from = { name: 'Cultuurcentrum De Lantaarn', address: 'tickets@delantaarn.example' };
const mail: Mail = {
  to: 'noor@example.be',
  subject: 'Uw tickets',
  text: 'tekst',
  html: '<p>tekst</p>',
  messageId: 'one@example.be',
};

async function receive(...mails: Mail[]) {
  const mailbox = createMailbox({ clock, limit: 3 });
  const mailer = mailbox.mailerFrom(from);
  for (const each of mails) await mailer.send(each);
  return mailbox;
}
const headersOf = (source: Uint8Array) => Buffer.from(source).toString().split('\r\n\r\n')[0]!.split('\r\n');

describe('the mailbox', () => {
  it('keeps a mail with when it came and the message as it would travel', async () => {
    const [received] = (await receive(mail)).list();
    assert.equal(received!.receivedAt.toISOString(), '2026-11-22T10:00:00.000Z');
    const headers = headersOf(received!.source);
    for (const line of [
      'From: Cultuurcentrum De Lantaarn <tickets@delantaarn.example>',
      'To: noor@example.be',
      'Subject: Uw tickets',
      'Message-ID: <one@example.be>',
      'Auto-Submitted: auto-generated',
    ]) {
      assert.ok(headers.includes(line), `${line} is not in ${headers.join(' | ')}`);
    }
  });

  it('keeps a mail that is sent again once', async () => {
    assert.equal((await receive(mail, mail)).list().length, 1);
  });

  it('lists the newest first and lets the oldest go', async () => {
    const mailbox = await receive(
      ...['a', 'b', 'c', 'd'].map((letter) => ({ ...mail, messageId: `${letter}@example.be` })),
    );
    assert.deepEqual(
      mailbox.list().map(({ messageId }) => messageId[0]),
      ['d', 'c', 'b'],
    );
  });

  it('lets a subject add no header', async () => {
    const [received] = (await receive({ ...mail, subject: 'Uw tickets\r\nBcc: spy@example.be\n\nhallo' })).list();
    assert.ok(!headersOf(received!.source).some((line) => /^bcc:/i.test(line)));
  });

  for (const to of ['a@example.be\r\nBcc: spy@example.be', 'a@example.be>, <spy@example.be', 'a b@example.be']) {
    it(`refuses to send to ${JSON.stringify(to)}`, async () => {
      await assert.rejects(receive({ ...mail, to }), TypeError);
    });
  }

  it('reads no file and no address for an attachment’s content', async () => {
    const attachments = [
      { filename: 'x\r\ny.pdf', contentType: 'application/pdf', content: Buffer.from('/etc/hostname') },
    ];
    const [received] = (await receive({ ...mail, attachments })).list();
    assert.ok(Buffer.from(received!.source).includes(Buffer.from('/etc/hostname').toString('base64')));
  });
});
