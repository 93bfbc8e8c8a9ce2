import { html, raw } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { eventOf, jsonLd, type TellablePerformance } from '../../../sdk/model/event.ts';
import type { Html } from './page.ts';
import { SITE_WORDS } from './words.ts';

/**
 * What search engines find in the page of a performance without running a script: its one address, which is on the site
 * of the centre that plays it, and there, what it is.
 */
export function eventHead(performance: TellablePerformance, centre: Centre, language: Language): Html {
  const { owner, id } = performance;
  // The owner's own page, where the performance has the name that it has here after the owner's.
  const home = owner?.website ?? centre.website;
  const slug = owner ? id.replace(`${owner.id}.`, '') : id;
  const url = new URL(`${SITE_WORDS[language].path}/voorstelling/${slug}`, home).href;
  const event = eventOf(performance, { url, centre, language });
  return html`<link rel="canonical" href="${url}">${
    event
      ? html`
<script type="application/ld+json">${raw(jsonLd(event))}</script>`
      : ''
  }`;
}
