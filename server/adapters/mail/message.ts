import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './port.ts';

/** Who a centre's mails come from; answers go there too. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * Puts a mail in nodemailer's words. Header lines cannot be smuggled in: addresses are given as objects, so that commas
 * do not make more of them, and line ends are refused here already. The mail can make the server read no file and no address.
 * @throws TypeError when an address or id contains a control character.
 */
export function toMessage(mail: Mail, from: Sender): SendMailOptions {
  for (const value of [mail.to, mail.messageId, from.address]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (/[\u0000-\u0020\u007f<>]/.test(value))
      throw new TypeError('A mail address or id contains a forbidden character.');
  }
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    // RFC 3834: no automatic answer (out of office) is wanted on this.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: (mail.attachments ?? []).map(({ filename, contentType, content, cid }) => ({
      filename: oneLine(filename),
      contentType,
      content: Buffer.from(content),
      ...(cid !== undefined && { cid, contentDisposition: 'inline' as const }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
