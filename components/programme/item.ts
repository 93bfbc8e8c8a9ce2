import { html, nothing, type TemplateResult } from 'lit';
import { isBookable, otherDates, similar } from '../../sdk/model/programme/index.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';
import { genreName } from './filters.ts';
import { type Houses, isNamed } from './houses.ts';
import { noteOf } from './note.ts';

/** What one performance of a programme needs of the programme around it. */
export interface Surroundings {
  readonly localize: Localize;
  readonly words: ProgrammeWords;
  readonly houses: Houses;
  /** Everything that is on, for another date or something alike. */
  readonly all: readonly ProgrammeItem[];
  readonly hrefOf: (item: ProgrammeItem) => string | null;
  readonly open: (event: MouseEvent, item: ProgrammeItem) => void;
}

/** So many other dates are offered for what is sold out. */
const MOST_DATES = 2;

/** One performance: when, what, where, and what it costs or why it cannot be booked. */
export function programmeItem(item: ProgrammeItem, around: Surroundings): TemplateResult {
  const { localize, words, houses } = around;
  const { performance, timeZone, owner, reference } = item;
  const { title, subtitle, hall, startsAt, image, genre } = performance;
  const format = (options: Intl.DateTimeFormatOptions) => localize.format(startsAt, { timeZone, ...options });
  return html`
    <li class="item ${isBookable(item) ? '' : 'shut'}" part="item">
      <div class="picture" aria-hidden="true">
        ${image ? html`<img src=${image} alt="" loading="lazy" decoding="async" />` : nothing}
      </div>
      <div class="about">
        <p class="when" id="when-${reference}">
          <time datetime=${startsAt}>${format({ weekday: 'short', day: 'numeric', month: 'short' })}</time>
          <span class="quiet">${format({ hour: '2-digit', minute: '2-digit' })} · ${genreName(genre, words)}</span>
        </p>
        ${way(item, localize.text(title), around, { name: 'title', described: `when-${reference}` })}
        ${subtitle ? html`<p class="quiet">${localize.text(subtitle)}</p>` : nothing}
        <p class="small where">
          <span class="quiet">${localize.text(hall.name)}</span>
          ${isNamed(item, houses) ? html`<strong part="centre">${localize.translation.common.playsAt(owner.name)}</strong>` : nothing}
        </p>
      </div>
      <div class="note" part="note"><p>${noteOf(performance, localize, words, timeZone)}</p>${wayOn(item, around)}</div>
    </li>
  `;
}

/** No more than when and what, for who has no script to draw the rest. */
export const programmeLine = (item: ProgrammeItem, around: Surroundings): TemplateResult => html`
  <li>
    ${shortDate(item, around.localize)}
    ${way(item, around.localize.text(item.performance.title), around, { name: 'other' })}
  </li>
`;

/** What opens a performance: a link, or a button where the page gave no address. */
function way(
  item: ProgrammeItem,
  text: string,
  { hrefOf, open }: Surroundings,
  { name, described }: { readonly name: string; readonly described?: string },
): TemplateResult {
  const href = hrefOf(item);
  const press = (event: MouseEvent) => open(event, item);
  const by = described ?? nothing;
  return href === null
    ? html`<button class=${name} type="button" aria-describedby=${by} @click=${press}>${text}</button>`
    : html`<a class=${name} href=${href} aria-describedby=${by} @click=${press}>${text}</a>`;
}

/** Who comes too late is shown another evening of the same, or else something alike. */
function wayOn(item: ProgrammeItem, around: Surroundings): TemplateResult | typeof nothing {
  const { localize, words, all } = around;
  if (item.performance.state !== 'cancelled' && item.performance.availability.level !== 'sold-out') return nothing;
  const dates = otherDates(all, item).slice(0, MOST_DATES);
  const alike = dates.length > 0 ? [] : similar(all, item, 1);
  if (dates.length + alike.length === 0) return nothing;
  return html`
    <p class="small else">
      ${dates.length > 0 ? words.also : words.instead}:
      ${dates.map((other) => way(other, shortDate(other, localize), around, { name: 'other' }))}
      ${alike.map((other) => way(other, localize.text(other.performance.title), around, { name: 'other' }))}
    </p>
  `;
}

const shortDate = ({ performance, timeZone }: ProgrammeItem, localize: Localize): string =>
  localize.format(performance.startsAt, { weekday: 'short', day: 'numeric', month: 'short', timeZone });
