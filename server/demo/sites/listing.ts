import { html } from 'hono/html';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { Language, Text } from '../../../sdk/contract/text.ts';
import { artworkName } from './artwork.ts';
import type { Html } from './page.ts';
import { SITE_WORDS } from './words.ts';

/** So many are offered to who finds no way on. */
const MOST_ELSE = 4;

/** A performance in the visitor's words. */
export interface Listed {
  readonly title: string;
  readonly subtitle: string;
  readonly hall: string;
  /** Who plays it, when that is a partner. */
  readonly owner: string | null;
  readonly href: string;
  readonly picture: string;
  readonly month: string;
  readonly weekday: string;
  readonly day: string;
  readonly date: string;
  /** Day and month, as the language writes them. */
  readonly shortDate: string;
  readonly time: string;
  /** Why not every seat can be had, or what the cheapest costs. */
  readonly note: string;
  readonly open: boolean;
}

/** Says a performance in a language and in the centre's time zone. */
export function list(performance: PerformanceSummary, language: Language, timeZone: string): Listed {
  const words = SITE_WORDS[language];
  const startsAt = new Date(performance.startsAt);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(words.locale, { timeZone, ...options }).format(startsAt);
  return {
    title: say(performance.title, language),
    subtitle: performance.subtitle ? say(performance.subtitle, language) : '',
    hall: say(performance.hall.name, language),
    owner: performance.owner?.name ?? null,
    href: `${words.path}/voorstelling/${performance.id}`,
    picture: `/beeld/${artworkName({ genre: performance.genre, title: performance.title.nl })}.svg`,
    month: format({ month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    day: format({ day: 'numeric' }),
    date: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: format({ weekday: 'short', day: 'numeric', month: 'long' }),
    time: words.at(format({ hour: '2-digit', minute: '2-digit' })),
    note: noteOf(performance, language),
    open: performance.state === 'on-sale' && performance.availability.level !== 'sold-out',
  };
}

function noteOf({ state, availability, priceFrom }: PerformanceSummary, language: Language): string {
  const words = SITE_WORDS[language];
  if (state === 'cancelled') return words.cancelled;
  if (state === 'not-yet-on-sale') return words.notYet;
  if (state === 'sale-ended') return words.ended;
  if (state === 'unavailable') return words.unreachable;
  if (availability.level === 'sold-out') return words.soldOut;
  if (availability.level === 'few') return words.few;
  const price = new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency: priceFrom.currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return words.from(price.format(priceFrom.cents / 100));
}

/** A poster, for what comes first. */
export const poster = (item: Listed): Html => html`<a class="poster" href="${item.href}">
<img src="${item.picture}" alt="" width="600" height="600">
<span class="when">${item.shortDate} · ${item.time}</span>
<strong>${item.title}</strong>
<span class="quiet">${item.subtitle}</span>
<span class="note" data-open="${item.open}">${item.note}</span></a>`;

/** A line of the programme. */
export const row = (item: Listed): Html => html`<li><a class="row" href="${item.href}">
<span class="day"><b>${item.day}</b> ${item.weekday}</span>
<img src="${item.picture}" alt="" width="72" height="72" loading="lazy">
<span class="what"><strong>${item.title}</strong><span class="quiet">${item.subtitle}</span></span>
<span class="where quiet"><span>${item.time}</span> <span>${item.hall}</span> ${item.owner ? html`<b>${item.owner}</b>` : ''}</span>
<span class="note" data-open="${item.open}">${item.note}</span></a></li>`;

/** A text in a language, in Dutch when it has none in that language. */
export const say = (text: Text, language: Language): string => text[language] ?? text.nl;

/** One performance of each production that can still be booked, so that no poster hangs twice. */
export function firstOfEach(items: readonly Listed[]): readonly Listed[] {
  const seen = new Set<string>();
  return items.filter(({ open, title }) => open && !seen.has(title) && seen.add(title));
}

/** Some of what can still be booked, a production once, for who finds no way on; what is of that genre comes before. */
export function somethingElse(
  season: readonly PerformanceSummary[],
  language: Language,
  timeZone: string,
  wanted: { readonly genre?: string; readonly title?: string } = {},
): Html {
  const others = season.filter(({ owner, title }) => !owner && title.nl !== wanted.title);
  const [alike, rest] = [true, false].map((isAlike) =>
    others.filter(({ genre }) => (genre === wanted.genre) === isAlike),
  );
  const sorted = [...(alike ?? []), ...(rest ?? [])].map((performance) => list(performance, language, timeZone));
  const chosen = new Set(
    firstOfEach(sorted)
      .slice(0, MOST_ELSE)
      .map(({ href }) => href),
  );
  return monthly(others.map((one) => list(one, language, timeZone)).filter(({ href }) => chosen.has(href)));
}

/** Lines of the programme under the names of their months, in order. */
export const monthly = (items: readonly Listed[]): Html =>
  html`${Object.entries(Object.groupBy(items, ({ month }) => month)).map(
    ([month, listed = []]) => html`<div class="month"><h3>${month}</h3><ul class="rows">${listed.map(row)}</ul></div>`,
  )}`;
