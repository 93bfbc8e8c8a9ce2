import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { SiteFace } from './face.ts';
import { fontPreloads } from './fonts.ts';
import type { Embed } from './performance.ts';
import { LANGUAGES, SITE_WORDS } from './words.ts';

/** A piece of HTML in which every value was escaped. */
export type Html = ReturnType<typeof html>;

/** What every page of the centre's website has around its own content. */
export interface Page {
  readonly face: SiteFace;
  readonly language: Language;
  readonly centre: Centre;
  readonly title: string;
  /** Path of this page in Dutch; the other languages have theirs in front. */
  readonly path: string;
  readonly body: Html;
  readonly embed: Embed;
  /** Goes into the head besides. */
  readonly head?: Html;
  /** Places that are held are shown on the page itself; on every other the foot of the window says so. */
  readonly hasCart?: boolean;
}

/** Sets a page in the centre's own frame. */
export function layOutPage({ face, language, centre, title, path, body, embed, head, hasCart }: Page): Html {
  const words = SITE_WORDS[language];
  const home = words.path || '/';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${fontPreloads(face.fonts)}
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script type="module" src="${embed.script}"></script>
${head ?? ''}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top">
<a class="brand" href="${home}">${face.mark}<span>${face.brand}</span></a>
<nav><a href="${home}#programme">${words.season}</a><a href="${words.path}/kalender">${words.calendar}</a><a href="${words.path}/abonnementen">${words.benefitsShort}</a><a href="#visit">${words.visit}</a></nav>
<nav class="languages" aria-label="${words.languages}">${LANGUAGES.map(({ id, name }) =>
    id === language
      ? html`<span aria-current="true" title="${name}">${id.toUpperCase()}</span>`
      : html`<a lang="${id}" hreflang="${id}" title="${name}" href="${(SITE_WORDS[id].path + path).replace(/(.)\/$/, '$1')}">${id.toUpperCase()}</a>`,
  )}</nav>
</header>
<main id="content">${body}</main>
<footer class="foot" id="visit">
<div><strong>${centre.name}</strong><br>${centre.address}<br><a href="mailto:${centre.email}">${centre.email}</a></div>
<p>${face.fictional[language]}</p>
</footer>
${hasCart ? '' : html`<foyer-shop centre="${embed.api}" cart-page="${words.path}/voorstelling/{id}#basket"></foyer-shop>`}
</body>
</html>`;
}
