import { createTransport } from 'nodemailer';
import { type Sender, toMessage } from './message.ts';
import type { Mailer } from './port.ts';

/** Waits no longer than this for a mail server, in milliseconds; the caller's queue tries again. */
const PATIENCE = 15_000;

/**
 * Sends a centre's mail through its own mail server.
 * @param url Such as `smtps://user:password@mail.example.be`; with `?pool=true` connections are kept open.
 */
export function createSmtpMailer(url: string, from: Sender): Mailer & { close(): void } {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  return {
    async send(mail) {
      await transport.sendMail(toMessage(mail, from));
    },
    close: () => transport.close(),
  };
}
