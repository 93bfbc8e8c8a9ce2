import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { SiteFace } from './face.ts';
import { somethingElse } from './listing.ts';
import { type Html, layOutPage } from './page.ts';
import type { Embed } from './performance.ts';
import { SITE_WORDS } from './words.ts';

/** What a visitor finds at an address that leads nowhere: the centre's own page, and ways on. */
export function notFoundPage(
  face: SiteFace,
  centre: Centre,
  season: readonly PerformanceSummary[],
  language: Language,
  what: 'page' | 'performance',
  embed: Embed,
): Html {
  const words = SITE_WORDS[language];
  const title = what === 'page' ? words.notFound : words.performanceNotFound;
  return layOutPage({
    ...{ face, language, centre, embed },
    title: `${title} · ${centre.name}`,
    path: '/',
    body: html`<section class="wide intro"><h1>${title}</h1><p class="lead">${words.whyNotFound}</p></section>
<section class="wide">${somethingElse(season, language, centre.timeZone)}
<p class="onward"><a href="${words.path || '/'}#programme">${words.back}</a></p></section>`,
  });
}
