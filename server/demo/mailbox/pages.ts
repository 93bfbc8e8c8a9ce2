import { html } from 'hono/html';
import type { ReceivedMail } from '../../adapters/mail/index.ts';
import { deskPage, type Html } from '../desk/page.ts';

const addressOf = ({ messageId }: ReceivedMail) => `/mailbox/${encodeURIComponent(messageId)}`;
const timeOf = ({ receivedAt }: ReceivedMail) =>
  new Intl.DateTimeFormat('nl-BE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(
    receivedAt,
  );

/** Every mail the demo sent, newest first. */
export function listPage(mails: readonly ReceivedMail[]): Html {
  const entries = mails.map(
    (mail) => html`<li><a href="${addressOf(mail)}"><strong>${mail.subject}</strong>
<span>aan ${mail.to} · ${timeOf(mail)}</span></a></li>`,
  );
  return deskPage({
    title: 'Mailbox',
    intro: 'Alles wat de demo mailt, komt hier aan en nergens anders.',
    back: true,
    body:
      mails.length > 0
        ? html`<ul class="links">${entries}</ul>`
        : html`<p class="empty">Nog geen mails. Koop een ticket, en het ligt hier.</p>`,
  });
}

/** One mail as its reader sees it. */
export function mailPage(mail: ReceivedMail): Html {
  const files = (mail.attachments ?? [])
    .map(({ filename, cid }, number) => ({ filename, cid, href: `${addressOf(mail)}/${number}` }))
    .filter(({ cid }) => cid === undefined);
  return deskPage({
    title: mail.subject,
    intro: `Van ${mail.from.name} aan ${mail.to}, ${timeOf(mail)}`,
    back: true,
    body: html`<p class="files">${files.map(({ filename, href }) => html`<a href="${href}">${filename}</a> `)}
<a href="${addressOf(mail)}/source.eml">bron (.eml)</a></p>
<iframe class="mail" title="De mail zelf" src="${addressOf(mail)}/body" sandbox="allow-popups"></iframe>`,
  });
}
