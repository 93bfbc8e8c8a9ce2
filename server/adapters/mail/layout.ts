import { html, raw } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { LOGO_PLACE } from './logo.ts';

/** A piece of HTML in which every value was escaped. */
export type Html = ReturnType<typeof html>;

/** Drops control characters, which no mail program shows and some stumble over. */
export const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped
  text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

/**
 * Sets a mail in the one column all our mails have. Nothing is fetched from anywhere, so nobody learns that it was
 * opened. Styles stand on the elements because several mail programs drop style sheets; the sheet only adds the dark scheme.
 */
export async function layOutMail(mail: {
  readonly language: Language;
  readonly centre: Centre;
  readonly heading: string;
  readonly body: Html;
  readonly footer: string;
}): Promise<string> {
  const { centre, language } = mail;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${clean(mail.heading)}</title>
<style>
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  .page { background: #17171b !important }
  .card { background: #232329 !important; border-color: #3a3a42 !important }
  .ink { color: #f2f2f4 !important }
  .quiet { color: #b4b4be !important }
  .rule { border-color: #3a3a42 !important }
}
</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f3f2ef;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left"><tr><td>
${raw(LOGO_PLACE)}
<p class="quiet" style="margin:0 0 12px;font-size:15px;font-weight:600;color:#55555f">${clean(centre.name)}</p>
<div class="card" style="background:#ffffff;border:1px solid #e2e0da;border-top:4px solid ${centre.colour ?? '#e2e0da'};border-radius:14px;padding:28px 26px">
<h1 class="ink" style="margin:0 0 12px;font-size:25px;line-height:1.25;color:#1b1b1f">${clean(mail.heading)}</h1>
${mail.body}
</div>
<p class="quiet" style="margin:18px 4px;font-size:14px;line-height:1.55;color:#55555f">${mail.footer}<br>
${clean(centre.name)}, ${clean(centre.address)}<br>
<a class="quiet" style="color:#55555f" href="mailto:${centre.email}">${centre.email}</a> ·
<a class="quiet" style="color:#55555f" href="${centre.website}">${centre.website}</a></p>
</td></tr></table>
</td></tr></table>
</body>
</html>`;
  return String(await page);
}

/** A paragraph of running text. */
export const paragraph = (text: string): Html =>
  html`<p class="ink" style="margin:0 0 14px;font-size:16px;line-height:1.55;color:#1b1b1f">${clean(text)}</p>`;

/** A quieter line, for what explains something else. */
export const quiet = (text: string): Html =>
  html`<p class="quiet" style="margin:2px 0 0;font-size:14px;line-height:1.5;color:#55555f">${clean(text)}</p>`;

/** The foot of the plain text version, equal to that of the HTML. */
export const textFooter = (centre: Centre, footer: string): string =>
  ['-- ', footer, `${clean(centre.name)}, ${clean(centre.address)}`, `${centre.email} · ${centre.website}`].join('\n');
