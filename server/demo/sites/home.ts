import type { Centre } from '../../../sdk/contract/centre.ts';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { SiteFace } from './face.ts';
import { list } from './listing.ts';
import { type Html, layOutPage } from './page.ts';
import type { Embed } from './performance.ts';
import { SITE_WORDS } from './words.ts';

/** The home page: the centre's own season first and its partners' after it, laid out as the centre likes it. */
export function homePage(
  face: SiteFace,
  centre: Centre,
  performances: readonly PerformanceSummary[],
  language: Language,
  embed: Embed,
  firstPaint: Html,
): Html {
  const items = performances.map((performance) => list(performance, language, centre.timeZone));
  return layOutPage({
    ...{ face, language, centre, embed },
    title: centre.name,
    path: '/',
    body: face.home({
      centre,
      words: SITE_WORDS[language],
      tagline: face.tagline[language],
      own: items.filter(({ owner }) => owner === null),
      partners: items.filter(({ owner }) => owner !== null),
      api: embed.api,
      firstPaint,
    }),
  });
}
