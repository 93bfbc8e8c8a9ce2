import { html, nothing, type TemplateResult } from 'lit';
import { isBookable, WORDLESS } from '../../sdk/model/programme/index.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import type { PerformanceState } from '../../sdk/stores/types.ts';
import type { Localize } from '../internal/localize.ts';
import { genreName } from '../programme/filters.ts';
import { noteOf } from '../programme/note.ts';
import type { PerformanceWords } from '../translations/performance/index.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';

/** What the parts of a performance's page need of the element around them. */
export interface Surroundings {
  readonly localize: Localize;
  readonly words: PerformanceWords;
  readonly programmeWords: ProgrammeWords;
  /** Which of the dates is this one. */
  readonly reference: string;
  readonly hrefOf: (item: ProgrammeItem) => string | null;
  readonly open: (event: MouseEvent, item: ProgrammeItem) => void;
}

type Shown = PerformanceState & { readonly state: 'ready' };

const MINUTE = 60_000;

/** Its picture; what it shows, the title says. */
export const renderHead = ({ performance: { image } }: Shown): TemplateResult => html`
  <div class="picture" part="picture">
    ${image ? html`<img src=${image} alt="" decoding="async" />` : nothing}
  </div>
`;

/** What it is, when and where, and what it costs or why it cannot be booked. */
export function renderAbout(now: Shown, around: Surroundings, level: number): TemplateResult {
  const { localize, programmeWords } = around;
  const { performance, centre, owner } = now;
  const { title, subtitle, startsAt, hall, genre } = performance;
  const name = localize.text(title);
  return html`
    <p class="kicker quiet">
      ${genreName(genre, programmeWords)}
      ${performance.owner ? html` · <strong class="owner">${localize.translation.common.playsAt(owner.name)}</strong>` : nothing}
    </p>
    ${level === 1 ? html`<h1 class="title" part="title">${name}</h1>` : html`<h2 class="title" part="title">${name}</h2>`}
    ${subtitle ? html`<p class="subtitle">${localize.text(subtitle)}</p>` : nothing}
    <p class="when">
      <time datetime=${startsAt}>${localize.date(startsAt, centre.timeZone)}</time>
      <span class="quiet">${localize.text(hall.name)}</span>
    </p>
    ${renderNote(now, around)}
  `;
}

/** What it costs, or why it cannot be booked; that it does not take place must be seen. */
function renderNote(now: Shown, around: Surroundings): TemplateResult {
  const { performance, centre } = now;
  const { localize, programmeWords } = around;
  const note = noteOf(performance, localize, programmeWords, centre.timeZone);
  const said = html`<p class="note" part="note">${note}</p>
    ${renderHelp(now, around)}`;
  return performance.state === 'cancelled' ? html`<div class="notice warning">${said}</div>` : said;
}

/** A sentence for who cannot go on this date: what becomes of tickets, and whether there are others. */
function renderHelp({ performance: { state, availability }, dates }: Shown, { words }: Surroundings) {
  if (state !== 'cancelled' && availability.level !== 'sold-out') return nothing;
  const isElsewhere = dates.some(isBookable);
  const soldOut = isElsewhere ? words.soldOut : words.allSoldOut;
  return html`<p>${state === 'cancelled' ? words.cancelled : soldOut} ${isElsewhere ? words.otherDate : ''}</p>`;
}

/** What it is about, paragraph by paragraph, as the centre wrote it. */
export function renderStory({ performance: { description } }: Shown, { localize }: Surroundings) {
  if (!description) return nothing;
  const paragraphs = localize.text(description).split(/\n\s*\n/);
  return html`<div class="story" part="story">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>`;
}

/** What one wants to know before going. */
export function renderFacts({ performance, owner }: Shown, around: Surroundings): TemplateResult {
  const { localize, words, programmeWords } = around;
  const { startsAt, endsAt, languages = [], accessibility = [], hall } = performance;
  const minutes = endsAt === undefined ? 0 : Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE);
  const spoken = languages.map((code) => (code === WORDLESS ? programmeWords.wordless : localize.languageName(code)));
  const features = accessibility.map((one) => programmeWords.accessibilities[one]);
  return html`
    <dl class="facts" part="facts">
      ${fact(words.hall, localize.text(hall.name))} ${fact(words.length, minutes > 0 ? words.minutes(minutes) : '')}
      ${fact(words.language, localize.list(spoken))} ${fact(words.accessibility, localize.list(features))}
    </dl>
    ${performance.owner ? html`<p class="small">${words.more} <a href=${owner.website}>${owner.name}</a></p>` : nothing}
  `;
}

const fact = (name: string, text: string) =>
  text ? html`<div><dt class="quiet">${name}</dt><dd>${text}</dd></div>` : nothing;

/** When else it plays, and what is like it where it can be booked on no date. */
export function renderDates({ dates, alike }: Shown, around: Surroundings, level: number): TemplateResult {
  const { words } = around;
  return html`
    ${dates.length > 1 ? list(heading(words.dates, level), dates, around, dateOf) : nothing}
    ${
      dates.length > 0 && !dates.some(isBookable) && alike.length > 0
        ? list(heading(words.alike, level), alike, around, (item, { localize }) =>
            localize.text(item.performance.title),
          )
        : nothing
    }
  `;
}

/** One level below the title. */
const heading = (name: string, level: number): TemplateResult =>
  level === 1 ? html`<h2 class="under">${name}</h2>` : html`<h3>${name}</h3>`;

const list = (
  name: TemplateResult,
  items: readonly ProgrammeItem[],
  around: Surroundings,
  textOf: (item: ProgrammeItem, around: Surroundings) => string,
): TemplateResult => html`
  <div class="dates" part="dates">
    ${name}
    <ul>
      ${items.map(
        (item) => html`
          <li class=${item.reference === around.reference ? 'this' : ''}>
            ${way(item, textOf(item, around), around)}
            <span class="small quiet">${noteOf(item.performance, around.localize, around.programmeWords, item.timeZone)}</span>
          </li>
        `,
      )}
    </ul>
  </div>
`;

function way(item: ProgrammeItem, text: string, { reference, hrefOf, open, words }: Surroundings): TemplateResult {
  if (item.reference === reference) return html`<strong aria-current="true" title=${words.thisDate}>${text}</strong>`;
  const href = hrefOf(item);
  const press = (event: MouseEvent) => open(event, item);
  return href === null
    ? html`<button class="link" type="button" @click=${press}>${text}</button>`
    : html`<a class="link" href=${href} @click=${press}>${text}</a>`;
}

const dateOf = ({ performance, timeZone }: ProgrammeItem, { localize }: Surroundings): string =>
  localize.format(performance.startsAt, {
    ...{ weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone },
  });
