import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import { type Listed, list, poster, row } from './listing.ts';
import { type Html, layOutPage } from './page.ts';
import { SITE_WORDS, type SiteLanguage } from './words.ts';

/** A lantern in the dark, as one would cut it out of paper. */
const LANTERN = html`<svg viewBox="0 0 500 500" aria-hidden="true">
<circle cx="330" cy="250" r="330" fill="#2a2560"/><circle cx="330" cy="250" r="255" fill="#4c2c68"/>
<circle cx="330" cy="250" r="185" fill="#9c4062"/><circle cx="330" cy="250" r="122" fill="#ee6c4d"/>
<circle cx="330" cy="250" r="66" fill="#ffc53d"/></svg>`;

/** The home page: the season as plain HTML, which works in any browser and for any search engine. */
export function homePage(centre: Centre, performances: readonly PerformanceSummary[], language: SiteLanguage): Html {
  const words = SITE_WORDS[language];
  const items = performances.map((performance) => list(performance, language, centre.timeZone));
  const months = Object.entries(Object.groupBy(items, ({ month }) => month));
  return layOutPage({
    language,
    centre,
    title: centre.name,
    path: '/',
    body: html`<section class="hero"><p class="kicker">${centre.name}</p><h1>${words.tagline}</h1>${LANTERN}</section>
<section class="wide"><h2>${words.highlights}</h2>
<div class="posters">${firstOfEach(items).slice(0, 4).map(poster)}</div></section>
<section class="wide" id="programme"><h2>${words.all}</h2>
${months.map(([month, listed = []]) => html`<h3>${month}</h3><ul class="rows">${listed.map(row)}</ul>`)}
</section>`,
  });
}

/** One performance of each production that can still be booked, so that no poster hangs twice. */
function firstOfEach(items: readonly Listed[]): readonly Listed[] {
  const seen = new Set<string>();
  return items.filter(({ open, title }) => open && !seen.has(title) && seen.add(title));
}
