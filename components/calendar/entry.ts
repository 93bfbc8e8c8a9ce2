import { html, nothing, type TemplateResult } from 'lit';
import type { DaySummary } from '../../sdk/model/calendar/index.ts';
import { isBookable } from '../../sdk/model/programme/index.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import type { Localize } from '../internal/localize.ts';
import { type Houses, isNamed } from '../programme/houses.ts';
import { noteOf } from '../programme/note.ts';
import type { CalendarWords } from '../translations/calendar/index.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';

/** What the parts of a calendar need of the element around them. */
export interface Surroundings {
  readonly localize: Localize;
  readonly words: CalendarWords;
  readonly programmeWords: ProgrammeWords;
  readonly houses: Houses;
  readonly hrefOf: (item: ProgrammeItem) => string | null;
  readonly open: (event: MouseEvent, item: ProgrammeItem) => void;
}

/** The performances of one day, each with all that is to be known before choosing. */
export const entries = ({ items }: DaySummary, around: Surroundings): TemplateResult => html`
  <ul class="entries">${items.map((item) => entry(item, around))}</ul>
`;

function entry(item: ProgrammeItem, around: Surroundings): TemplateResult {
  const { localize, programmeWords, houses } = around;
  const { performance, owner, reference, timeZone } = item;
  const { title, subtitle, hall, image } = performance;
  return html`
    <li class="entry ${isBookable(item) ? '' : 'shut'}" part="entry">
      <p class="time" id="time-${reference}">${timeOf(item, localize)}</p>
      <div class="about">
        ${link(item, localize.text(title), around, `time-${reference}`)}
        ${subtitle ? html`<p class="quiet small">${localize.text(subtitle)}</p>` : nothing}
        <p class="small where">
          <span class="quiet">${localize.text(hall.name)}</span>
          ${isNamed(item, houses) ? html`<strong class="owner" part="centre">${localize.translation.common.playsAt(owner.name)}</strong>` : nothing}
        </p>
        <p class="note" part="note">${noteOf(performance, localize, programmeWords, timeZone)}</p>
      </div>
      ${image ? html`<img class="picture" src=${image} alt="" loading="lazy" decoding="async" />` : nothing}
    </li>
  `;
}

function link(item: ProgrammeItem, title: string, { hrefOf, open }: Surroundings, time: string): TemplateResult {
  const href = hrefOf(item);
  const press = (event: MouseEvent) => open(event, item);
  return href === null
    ? html`<button class="title" type="button" aria-describedby=${time} @click=${press}>${title}</button>`
    : html`<a class="title" href=${href} aria-describedby=${time} @click=${press}>${title}</a>`;
}

/** When it starts, by the clock of its centre. */
export const timeOf = ({ performance, timeZone }: ProgrammeItem, localize: Localize): TemplateResult => html`
  <time datetime=${performance.startsAt}>
    ${localize.format(performance.startsAt, { hour: '2-digit', minute: '2-digit', timeZone })}
  </time>
`;

/** What a day costs at least, or why nothing can be booked; empty where each performance has a reason of its own. */
export function dayNote({ priceFrom, level }: DaySummary, { localize, programmeWords }: Surroundings): string {
  if (level === 'sold-out') return programmeWords.soldOut;
  if (!priceFrom) return '';
  return priceFrom.cents === 0 ? programmeWords.gratis : programmeWords.priceFrom(localize.price(priceFrom));
}
