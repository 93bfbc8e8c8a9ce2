import { type Context, Hono } from 'hono';
import type { Mailbox, ReceivedMail } from '../../adapters/mail/index.ts';
import { listPage, mailPage } from './pages.ts';

/** The demo's own pages may show only what they carry; a mail is shown in a frame that can do nothing at all. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const MAIL_POLICY =
  "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

/** Where everybody's mail arrives in the demo: a list, and each mail as its reader sees it, with what hangs on it. */
export function createMailboxApp(mailbox: Mailbox): Hono {
  const app = new Hono();
  const withMail =
    (answer: (mail: ReceivedMail, context: Context) => Response | Promise<Response>) => (context: Context) => {
      const mail = mailbox.find(context.req.param('mail') ?? '');
      return mail ? answer(mail, context) : context.notFound();
    };

  app.get('/', (context) => context.html(listPage(mailbox.list()), 200, { 'Content-Security-Policy': PAGE_POLICY }));
  app.get(
    '/:mail',
    withMail((mail, context) => context.html(mailPage(mail), 200, { 'Content-Security-Policy': PAGE_POLICY })),
  );
  app.get(
    '/:mail/body',
    withMail((mail, context) => context.html(withPictures(mail), 200, { 'Content-Security-Policy': MAIL_POLICY })),
  );
  app.get(
    '/:mail/source.eml',
    withMail((mail, context) => context.body(Uint8Array.from(mail.source), 200, { 'Content-Type': 'message/rfc822' })),
  );
  app.get(
    '/:mail/:number{[0-9]+}',
    withMail((mail, context) => {
      const attachment = mail.attachments?.[Number(context.req.param('number'))];
      if (!attachment) return context.notFound();
      return context.body(Uint8Array.from(attachment.content), 200, {
        'Content-Type': attachment.contentType,
        'Content-Disposition': `${attachment.cid ? 'inline' : 'attachment'}; filename="${attachment.filename.replace(/[^\w.-]/g, '_')}"`,
        'Content-Security-Policy': MAIL_POLICY,
      });
    }),
  );
  return app;
}

/** The mail's HTML with the pictures it carries where a mail program would put them. */
function withPictures({ html, attachments = [], messageId }: ReceivedMail): string {
  return attachments.reduce(
    (text, { cid }, number) =>
      cid ? text.replaceAll(`cid:${cid}`, `/mailbox/${encodeURIComponent(messageId)}/${number}`) : text,
    html,
  );
}
