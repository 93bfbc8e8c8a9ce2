import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { SiteFace } from '../../sites/face.ts';
import { firstOfEach, monthly, poster } from '../../sites/listing.ts';

/** A lantern in the dark, as one would cut it out of paper. */
const LANTERN = html`<svg viewBox="0 0 500 500" aria-hidden="true">
<circle cx="330" cy="250" r="330" fill="#2a2560"/><circle cx="330" cy="250" r="255" fill="#4c2c68"/>
<circle cx="330" cy="250" r="185" fill="#9c4062"/><circle cx="330" cy="250" r="122" fill="#ee6c4d"/>
<circle cx="330" cy="250" r="66" fill="#ffc53d"/></svg>`;

/** Evening blue, round corners and posters: a house where the light stays on. */
export const face: SiteFace = {
  brand: 'De Lantaarn',
  mark: html`<svg class="lamp" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="17" r="13" fill="var(--glow)" opacity=".28"/><circle cx="16" cy="17" r="8" fill="var(--glow)"/><path d="M16 1v6M11 7h10" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/></svg>`,
  icon: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#1b1f4b"/><circle cx="16" cy="17" r="9" fill="#ffc53d"/></svg>',
  style: readFileSync(new URL('./style.css', import.meta.url), 'utf8'),
  fonts: [
    {
      family: 'Bricolage Grotesque',
      file: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
    },
  ],
  tagline: {
    nl: 'Het licht blijft hier wat langer aan.',
    fr: 'Ici, la lumière reste allumée un peu plus longtemps.',
    en: 'Where the light stays on a little longer.',
    de: 'Hier brennt das Licht etwas länger.',
  },
  fictional: {
    nl: 'De Lantaarn en Wolvegem bestaan niet. Deze site toont hoe een cultuurcentrum zelf verkoopt met Foyer.',
    fr: 'De Lantaarn et Wolvegem n’existent pas. Ce site montre comment un centre culturel vend lui-même avec Foyer.',
    de: 'De Lantaarn und Wolvegem gibt es nicht. Diese Seite zeigt, wie ein Kulturzentrum mit Foyer selbst verkauft.',
    en: 'De Lantaarn and Wolvegem do not exist. This site shows how a cultural centre sells by itself with Foyer.',
  },
  home: ({ centre, words, tagline, own, partners }) =>
    html`<section class="hero"><p class="kicker">${centre.name}</p><h1>${tagline}</h1>${LANTERN}</section>
<section class="wide"><h2>${words.highlights}</h2>
<div class="posters">${firstOfEach(own).slice(0, 4).map(poster)}</div></section>
<section class="wide" id="programme"><h2>${words.all}</h2>
${monthly(own)}
</section>
${
  partners.length > 0
    ? html`<section class="wide" id="neighbours"><h2>${words.neighbours}</h2>
${monthly(firstOfEach(partners).slice(0, 12))}</section>`
    : ''
}`,
};
