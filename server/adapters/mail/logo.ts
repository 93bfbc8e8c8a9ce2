import type { Mailer } from './port.ts';

/** Where a layout leaves room for the logo; nobody sees anything of it without one. */
export const LOGO_PLACE = '<!-- logo -->';

const CID = 'logo@mail';
// On white in the dark scheme too: a logo is mostly drawn for paper. The name beside it says what it is.
const PICTURE = `<img src="cid:${CID}" alt="" height="40" style="display:block;height:40px;width:auto;max-width:240px;margin:0 0 12px;padding:6px;background:#ffffff;border-radius:8px">`;

/** A mailer whose mails carry the centre's logo, if it has one; nothing is fetched to see it. */
export function withLogo(mailer: Mailer, logo: Uint8Array | undefined): Mailer {
  if (!logo) return mailer;
  const picture = { filename: 'logo.png', contentType: 'image/png', content: logo, cid: CID };
  return {
    send: (mail) =>
      mailer.send({
        ...mail,
        html: mail.html.replace(LOGO_PLACE, PICTURE),
        attachments: [...(mail.attachments ?? []), picture],
      }),
  };
}
