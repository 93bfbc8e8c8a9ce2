import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createSmtpMailer, type Mail } from '../../../../server/adapters/mail/index.ts';

const from = { name: 'De Lantaarn', address: 'tickets@delantaarn.example' };
const mail: Mail = {
  to: 'noor@example.be',
  subject: 'Uw tickets',
  text: 'tekst',
  html: '<p>tekst</p>',
  messageId: 'one@example.be',
};

/** A mail server of a few lines: says yes to everything, or no to recipients, and remembers what it was told. */
function createMailServer(): { server: Server; heard: string[]; refuse(code: string | null): void } {
  const heard: string[] = [];
  let refusal: string | null = null;
  const server = createServer((socket) => {
    let data = false;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mail.test');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        if (data && line !== '.') continue;
        if (data) say('250 kept');
        else if (line.startsWith('RCPT') && refusal) say(refusal);
        else say(line === 'DATA' ? '354 go on' : '250 mail.test');
        data = line === 'DATA';
      }
    });
  });
  return {
    server,
    heard,
    refuse: (code) => {
      refusal = code;
    },
  };
}

describe('mail by SMTP', () => {
  const { server, heard, refuse } = createMailServer();
  let url = '';
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}?ignoreTLS=true`;
  });
  after(() => server.close());

  it('is handed to the centre’s mail server, from the centre to the buyer', async () => {
    refuse(null);
    const mailer = createSmtpMailer(url, from);
    await mailer.send(mail);
    mailer.close();
    assert.ok(heard.includes('MAIL FROM:<tickets@delantaarn.example>'), heard.join('\n'));
    assert.ok(heard.includes('RCPT TO:<noor@example.be>'));
    assert.ok(heard.includes('Subject: Uw tickets'));
  });

  it('rejects when the server does not take it, so that it is tried again later', async () => {
    refuse('450 mailbox busy');
    const mailer = createSmtpMailer(url, from);
    await assert.rejects(mailer.send(mail));
    mailer.close();
  });

  it('rejects when there is no server', async () => {
    const mailer = createSmtpMailer('smtp://127.0.0.1:1', from);
    await assert.rejects(mailer.send(mail));
    mailer.close();
  });
});
