import { html } from 'hono/html';
import type { Language } from '../../../sdk/contract/text.ts';
import type { Places } from '../cluster.ts';
import { type Font, fontPreloads } from '../sites/fonts.ts';
import type { Html } from '../sites/page.ts';
import { LANGUAGES } from '../sites/words.ts';
import { CLUSTER_WORDS } from './words.ts';

/** Round as pebbles. */
export const FONTS: readonly Font[] = [
  { family: 'Nunito', file: '@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2' },
];

/** The programme of all centres together. */
export function homePage(places: Places, language: Language): Html {
  const words = CLUSTER_WORDS[language];
  return layOutPage(places, language, {
    file: '',
    title: words.name,
    body: html`<section class="hero"><h1>${words.tagline}</h1><p>${words.intro}</p></section>
<section class="wide"><h2>${words.programme}</h2>
${shop(
  places,
  html`<foyer-programme centres="${centresOf(places)}" in-address data-link="${rootOf(language)}voorstelling/?id={id}"></foyer-programme>`,
)}
</section>`,
  });
}

/** The same by day. */
export function calendarPage(places: Places, language: Language): Html {
  const words = CLUSTER_WORDS[language];
  return layOutPage(places, language, {
    file: 'kalender/',
    title: `${words.calendar} · ${words.name}`,
    body: html`<section class="wide"><h1>${words.calendar}</h1>
${shop(
  places,
  html`<foyer-calendar centres="${centresOf(places)}" in-address data-link="${rootOf(language)}voorstelling/?id={id}"></foyer-calendar>`,
)}
</section>`,
  });
}

/** The page that sells one performance; which one, stands in its address. */
export function performancePage(places: Places, language: Language): Html {
  const words = CLUSTER_WORDS[language];
  return layOutPage(places, language, {
    file: 'voorstelling/',
    title: words.choose,
    body: html`<section class="performance">
<p class="kicker"><a href="${rootOf(language)}">${words.back}</a></p>
${shop(
  places,
  html`<foyer-performance level="1" seats="#tickets" data-link="${rootOf(language)}voorstelling/?id={id}"></foyer-performance>`,
)}
</section>
<section class="shop" id="tickets"><h2>${words.choose}</h2>
${shop(
  places,
  html`<foyer-order></foyer-order><div class="hall"><foyer-seat-map></foyer-seat-map></div>
<div class="basket"><foyer-cart bar></foyer-cart><foyer-ticket-types></foyer-ticket-types><foyer-checkout></foyer-checkout></div>`,
)}
</section>`,
  });
}

/** What a web server of files gives for an address that leads nowhere. */
export function notFoundPage(places: Places, language: Language): Html {
  const words = CLUSTER_WORDS[language];
  return layOutPage(places, language, {
    file: '',
    title: `${words.notFound} · ${words.name}`,
    body: html`<section class="hero"><h1>${words.notFound}</h1>
<p>${words.whyNotFound}</p><p><a href="${rootOf(language)}" data-keeps>${words.back}</a></p></section>`,
  });
}

const centresOf = ({ centres }: Places) => centres.map(({ api }) => api).join(' ');

const rootOf = (language: Language) => (language === 'nl' ? '/' : `/${CLUSTER_WORDS[language].path}/`);

/** The shop of the centre that sells: the first, unless the address names another. */
const shop = (places: Places, inside: Html): Html =>
  html`<foyer-shop centre="${places.centres[0]?.api}">${inside}</foyer-shop>`;

function layOutPage(
  places: Places,
  language: Language,
  { file, title, body }: { readonly file: string; readonly title: string; readonly body: Html },
): Html {
  const words = CLUSTER_WORDS[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policyOf(places)}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${fontPreloads(FONTS)}
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script type="module" src="/site.js"></script>
<script type="module" src="/foyer.js"></script>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top"><a class="brand" href="${rootOf(language)}" data-keeps>${words.name}</a>
<a href="${rootOf(language)}kalender/" data-keeps>${words.calendar}</a>
<nav class="languages" aria-label="${words.languages}">${LANGUAGES.map(({ id, name }) =>
    id === language
      ? html`<span aria-current="true" title="${name}">${id.toUpperCase()}</span>`
      : html`<a lang="${id}" hreflang="${id}" title="${name}" href="${rootOf(id)}${file}" data-keeps data-stays>${id.toUpperCase()}</a>`,
  )}</nav></header>
<aside class="seller" aria-label="${words.youBuyAt}"><details>
<summary><strong>${words.youBuyAt} <span data-seller>${places.centres[0]?.name}</span></strong> <span class="more">${words.more}</span></summary>
<p>${words.whoKeeps}</p>
<p>${words.rather} ${places.centres.map(
    ({ id, name, api }) => html`<a href="?bij=${id}" data-centre="${id}" data-api="${api}">${name}</a> `,
  )}</p>
</details></aside>
<main id="content">${body}</main>
<footer class="foot"><h2>${words.houses}</h2>
<ul>${places.centres.map(({ id, name, site }) => html`<li class="${id}"><a href="${site}/">${name}</a></li>`)}</ul>
<noscript><p>${words.noScript} ${places.centres.map(({ name, site }) => html`<a href="${site}/">${name}</a> `)}</p></noscript>
<p>${words.fictional}</p></footer>
</body>
</html>`;
}

/** In the page itself, because a server that only gives files sets no headers. */
function policyOf({ centres }: Places): string {
  const servers = [...new Set(centres.map(({ server }) => server))].join(' ');
  const sites = centres.map(({ site }) => site).join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: ${servers} ${sites}`,
    `connect-src ${servers}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}
