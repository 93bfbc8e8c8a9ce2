import { html, raw } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { eventOf, jsonLd, type TellablePerformance } from '../../../sdk/model/event.ts';
import type { Html } from './page.ts';
import { SITE_WORDS } from './words.ts';

/** The page of a performance at who plays it. There it has the name that it has here after the owner's. */
export function ownPageOf({ id, owner }: TellablePerformance, centre: Centre, language: Language): string {
  const slug = owner ? id.replace(`${owner.id}.`, '') : id;
  return new URL(`${SITE_WORDS[language].path}/voorstelling/${slug}`, owner?.website ?? centre.website).href;
}

/**
 * What search engines find in the page of a performance without running a script: its one address, which is on the site
 * of the centre that plays it, and there, what it is.
 */
export function eventHead(performance: TellablePerformance, centre: Centre, language: Language): Html {
  const url = ownPageOf(performance, centre, language);
  const event = eventOf(performance, { url, centre, language });
  return html`<link rel="canonical" href="${url}">${
    event
      ? html`
<script type="application/ld+json">${raw(jsonLd(event))}</script>`
      : ''
  }`;
}
