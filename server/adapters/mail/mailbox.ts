import { createTransport } from 'nodemailer';
import type { Clock } from '../../ports.ts';
import { type Sender, toMessage } from './message.ts';
import type { Mail, Mailer } from './port.ts';

/** A mail as it lies in the mailbox. */
export interface ReceivedMail extends Mail {
  readonly from: Sender;
  readonly receivedAt: Date;
  /** The message as it would have travelled (RFC 5322), to be opened in a mail program. */
  readonly source: Uint8Array;
}

/** A mailbox in memory that gets every mail instead of the people it is for. For demonstrations and tests. */
export interface Mailbox {
  /** A mailer whose mails come from this sender and end here. */
  mailerFrom(sender: Sender): Mailer;
  /** Newest first. */
  list(): readonly ReceivedMail[];
  find(messageId: string): ReceivedMail | undefined;
}

/**
 * Makes an empty mailbox.
 * @param options.limit Mails kept; the oldest go first.
 */
export function createMailbox(options: { readonly clock: Clock; readonly limit?: number }): Mailbox {
  const { clock, limit = 200 } = options;
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const mails = new Map<string, ReceivedMail>();
  return {
    mailerFrom: (from) => ({
      async send(mail) {
        const { message } = await transport.sendMail(toMessage(mail, from));
        if (mails.has(mail.messageId)) return;
        const source = message instanceof Uint8Array ? message : Buffer.concat(await message.toArray());
        mails.set(mail.messageId, { ...mail, from, receivedAt: clock.now(), source });
        const [oldest] = mails.keys();
        if (mails.size > limit && oldest !== undefined) mails.delete(oldest);
      },
    }),
    list: () => [...mails.values()].reverse(),
    find: (messageId) => mails.get(messageId),
  };
}
