import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Hono } from 'hono';
import { createMailbox, type Mail } from '../../../../server/adapters/mail/index.ts';
import { createMailboxApp } from '../../../../server/demo/mailbox/app.ts';

const mail: Mail = {
  to: 'noor@example.be',
  subject: 'Uw tickets <b>&',
  text: 'tekst',
  html: '<p>hallo</p><script>alert(1)</script><img src="cid:qr@tickets">',
  messageId: 'tickets-1@localhost',
  attachments: [
    { filename: 'tickets.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') },
    { filename: 'qr.png', contentType: 'image/png', content: Buffer.from('PNG'), cid: 'qr@tickets' },
  ],
};
const AT = '/mailbox/tickets-1%40localhost';

describe('the mailbox page', () => {
  const mailbox = createMailbox({ clock: { now: () => new Date('2026-11-22T10:00:00Z') } });
  const app = new Hono().route('/mailbox', createMailboxApp(mailbox));
  const text = async (path: string) => (await app.request(path)).text();
  const policyOf = async (path: string) => (await app.request(path)).headers.get('Content-Security-Policy') ?? '';

  it('says kindly that nothing came yet', async () => {
    assert.match(await text('/mailbox'), /Nog geen mails/);
  });

  describe('with a mail', () => {
    before(() => mailbox.mailerFrom({ name: 'De Lantaarn', address: 'a@example.be' }).send(mail));

    it('lists who got what and when, with a subject as letters', async () => {
      const page = await text('/mailbox');
      assert.ok(page.includes('Uw tickets &lt;b&gt;&amp;'));
      assert.match(page, /noor@example\.be · 22\/11\/2026,? 11:00/);
      assert.ok(page.includes(`href="${AT}"`));
    });

    it('shows it in a frame that can run nothing and fetch nothing', async () => {
      assert.match(await text(AT), new RegExp(`<iframe[^>]+src="${AT}/body" sandbox="allow-popups"`));
      const policy = await policyOf(`${AT}/body`);
      assert.match(policy, /^sandbox allow-popups; default-src 'none';/);
      assert.doesNotMatch(policy, /allow-scripts|allow-same-origin|script-src/);
    });

    it('puts the pictures it carries in their place', async () => {
      assert.ok((await text(`${AT}/body`)).includes(`<img src="${AT}/1">`));
      assert.equal(await text(`${AT}/1`), 'PNG');
    });

    it('hands over what is attached, and the message itself for a mail program', async () => {
      assert.ok((await text(AT)).includes(`href="${AT}/0"`));
      const pdf = await app.request(`${AT}/0`);
      assert.equal(pdf.headers.get('Content-Disposition'), 'attachment; filename="tickets.pdf"');
      const source = await app.request(`${AT}/source.eml`);
      assert.equal(source.headers.get('Content-Type'), 'message/rfc822');
      assert.match(await source.text(), /^From: De Lantaarn <a@example\.be>\r$/m);
    });

    it('answers 404 for a mail, an attachment or anything else that is not there', async () => {
      for (const path of ['/mailbox/other', `${AT}/7`, `${AT}/x`])
        assert.equal((await app.request(path)).status, 404, path);
    });
  });
});
