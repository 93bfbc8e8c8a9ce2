import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { SiteFace } from '../../sites/face.ts';
import { row } from '../../sites/listing.ts';

/** A bridge as an engineer would draw it: one deck, one pylon, the cables that hold it. */
const BRIDGE = html`<svg class="span" viewBox="0 0 1200 320" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<g fill="none" stroke="currentColor" stroke-width="3">${[60, 130, 200, 270, 340, 410].map(
  (reach) => html`<path d="M700 24L${700 - reach * 1.55} 262M700 24L${700 + reach * 1.1} 262"/>`,
)}</g>
<path d="M692 0h16v320h-16z" fill="currentColor"/><path d="M0 262h1200v14H0z" class="deck"/></svg>`;

/** Concrete, one red and very large letters: a house for sound. Its programme is one element. */
export const face: SiteFace = {
  brand: 'DE BRUG',
  mark: html`<svg class="sign" viewBox="0 0 48 32" aria-hidden="true"><path d="M22 0h4v32h-4zM0 24h48v4H0z" fill="currentColor"/><path d="M24 2L4 24M24 2l20 22" stroke="currentColor" stroke-width="2" fill="none"/></svg>`,
  icon: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#c8102e"/><path d="M14.5 3h3v26h-3zM2 22h28v3H2z" fill="#fff"/><path d="M16 4L4 22M16 4l12 18" stroke="#fff" stroke-width="1.5" fill="none"/></svg>',
  style: readFileSync(new URL('./style.css', import.meta.url), 'utf8'),
  fonts: [
    {
      family: 'Archivo',
      file: '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2',
      stretch: '62% 125%',
    },
  ],
  tagline: {
    nl: 'Luister naar de overkant',
    fr: 'Écoutez l’autre rive',
    en: 'Listen to the other side',
    de: 'Hören Sie, was drüben klingt',
  },
  fictional: {
    nl: 'De Brug en Scheldebeke bestaan niet. Dit is een demonstratie van Foyer.',
    fr: 'De Brug et Scheldebeke n’existent pas. Ceci est une démonstration de Foyer.',
    de: 'De Brug und Scheldebeke gibt es nicht. Dies ist eine Vorführung von Foyer.',
    en: 'De Brug and Scheldebeke do not exist. This is a demonstration of Foyer.',
  },
  scripted: { layout: 'list', 'own-first': 'true', 'in-address': '' },
  home: ({ words, tagline, own, api, firstPaint }) =>
    html`<section class="hero"><h1>${tagline}</h1>${BRIDGE}</section>
<section class="wide" id="programme"><h2>${words.all}</h2>
<foyer-shop centre="${api}"><foyer-programme own-first in-address layout="list" link="${words.path}/voorstelling/{id}">${firstPaint}
<ul class="rows">${own.map(row)}</ul>
</foyer-programme></foyer-shop>
</section>`,
};
