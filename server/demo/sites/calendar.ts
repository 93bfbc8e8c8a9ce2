import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { SiteFace } from './face.ts';
import { list, row } from './listing.ts';
import { type Html, layOutPage } from './page.ts';
import type { Embed } from './performance.ts';
import { SITE_WORDS } from './words.ts';

/** What is on by day: one element, and the centre's own list for who has no script. */
export function calendarPage(
  face: SiteFace,
  centre: Centre,
  performances: readonly PerformanceSummary[],
  language: Language,
  embed: Embed,
  firstPaint: Html,
): Html {
  const words = SITE_WORDS[language];
  const items = performances.map((performance) => list(performance, language, centre.timeZone));
  return layOutPage({
    ...{ face, language, centre, embed },
    title: `${words.calendar} · ${centre.name}`,
    path: '/kalender',
    body: html`<section class="wide intro"><h1>${words.calendar}</h1></section>
<section class="wide"><foyer-shop centre="${embed.api}"><foyer-calendar in-address link="${words.path}/voorstelling/{id}">${firstPaint}
<ul class="rows">${items.map(row)}</ul>
</foyer-calendar></foyer-shop></section>`,
  });
}
