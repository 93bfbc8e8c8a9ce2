import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Performance, PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import { eventHead, ownPageOf } from './event.ts';
import type { SiteFace } from './face.ts';
import { list, say, somethingElse } from './listing.ts';
import { type Html, layOutPage } from './page.ts';
import { SITE_WORDS } from './words.ts';

/** Where the page finds the shop. */
export interface Embed {
  /** Address of the one script. */
  readonly script: string;
  /** Base address of the centre's API. */
  readonly api: string;
}

/** A performance, without the rest while its partner cannot be asked. */
export type Shown = PerformanceSummary & Pick<Performance, 'description'>;

/** The page of one performance, which sells it: the centre's own HTML, one script tag and the elements where it wants them. */
export function performancePage(
  face: SiteFace,
  centre: Centre,
  performance: Shown,
  season: readonly PerformanceSummary[],
  language: Language,
  embed: Embed,
): Html {
  const words = SITE_WORDS[language];
  const shown = list(performance, language, centre.timeZone);
  const isCancelled = performance.state === 'cancelled';
  const isFull = performance.state === 'on-sale' && performance.availability.level === 'sold-out';
  const others = season
    .filter(({ id, title }) => id !== performance.id && title.nl === performance.title.nl)
    .map((other) => list(other, language, centre.timeZone));
  return layOutPage({
    ...{ face, language, centre, embed },
    title: `${shown.title} · ${centre.name}`,
    path: `/voorstelling/${performance.id}`,
    head: eventHead(performance, centre, language),
    hasCart: !isCancelled,
    body: html`<article class="performance">
<img src="${shown.picture}" alt="" width="600" height="600">
<div>
<p class="kicker"><a href="${words.path || '/'}#programme">${words.back}</a></p>
<h1>${shown.title}</h1>
<p class="lead">${shown.subtitle}</p>
<p class="facts"><strong>${shown.date}, ${shown.time}</strong><br>${shown.hall}${isCancelled ? '' : ` · ${shown.note}`}${shown.owner ? html`<br><strong class="owner">${words.playsAt(shown.owner)}</strong>` : ''}</p>
${isCancelled ? html`<p class="off"><strong>${shown.note}.</strong> ${words.refunded}</p>` : ''}
<p class="story">${performance.description ? say(performance.description, language) : ''}</p>
${others.length > 0 ? html`<p class="story">${words.otherDates} ${others.map((other, index) => html`${index > 0 ? ', ' : ''}<a href="${other.href}">${other.shortDate}</a>`)}</p>` : ''}
</div>
</article>
${isCancelled ? orderOnly(performance, embed) : shopFor(performance, isFull, language, centre, embed)}
${isCancelled || isFull ? insteadOf(performance, season, language, centre) : ''}`,
  });
}

/** Where the places are chosen and paid, or waited for: of what partners play there is no waiting list here. */
const shopFor = (performance: Shown, isFull: boolean, language: Language, centre: Centre, { api }: Embed): Html => {
  const words = SITE_WORDS[language];
  const { id, owner } = performance;
  return html`<section class="shop${isFull ? ' full' : ''}" id="tickets">
<h2>${isFull ? words.soldOut : words.choose}</h2>
${isFull && owner ? html`<p class="wait"><a href="${ownPageOf(performance, centre, language)}">${words.waitAt(owner.name)}</a></p>` : ''}
<foyer-shop centre="${api}">
<foyer-order performance="${id}"></foyer-order>
<div class="hall">
${isFull && !owner ? html`<foyer-waiting-list performance="${id}" level="3"></foyer-waiting-list>` : ''}
<foyer-seat-map performance="${id}"></foyer-seat-map>
</div>
<div class="basket" id="basket">
<foyer-cart bar></foyer-cart>
<foyer-ticket-types></foyer-ticket-types>
<foyer-checkout></foyer-checkout>
</div>
</foyer-shop>
<noscript><p class="lead">${words.noScript(centre.email)}</p></noscript>
</section>`;
};

/** Who comes back from paying for what does not take place after all still finds the order. */
const orderOnly = ({ id }: Shown, { api }: Embed): Html =>
  html`<section class="shop"><foyer-shop centre="${api}"><foyer-order performance="${id}"></foyer-order></foyer-shop></section>`;

/** What one could see instead of what does not take place, or has no place left. */
const insteadOf = (
  { genre, title }: Shown,
  season: readonly PerformanceSummary[],
  language: Language,
  { timeZone }: Centre,
): Html => html`<section class="wide"><h2>${SITE_WORDS[language].instead}</h2>
${somethingElse(season, language, timeZone, { genre, title: title.nl })}</section>`;
