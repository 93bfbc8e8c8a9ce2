import { html, nothing, type TemplateResult } from 'lit';
import { isBookable } from '../../sdk/model/programme/index.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';
import { genreName } from './filters.ts';
import { noteOf } from './note.ts';

/** What one performance of a programme needs of the programme around it. */
interface Surroundings {
  readonly localize: Localize;
  readonly words: ProgrammeWords;
  /** Several centres play here, so each performance says whose it is. */
  readonly isShared: boolean;
  readonly hrefOf: (item: ProgrammeItem) => string | null;
  readonly open: (event: MouseEvent, item: ProgrammeItem) => void;
}

/** One performance: when, what, where, and what it costs or why it cannot be booked. */
export function programmeItem(item: ProgrammeItem, around: Surroundings): TemplateResult {
  const { localize, words, isShared } = around;
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
        ${renderTitle(item, localize.text(title), around)}
        ${subtitle ? html`<p class="quiet">${localize.text(subtitle)}</p>` : nothing}
        <p class="small where">
          <span class="quiet">${localize.text(hall.name)}</span>
          ${isShared ? html`<strong part="centre">${localize.translation.common.playsAt(owner.name)}</strong>` : nothing}
        </p>
      </div>
      <p class="note" part="note">${noteOf(performance, localize, words)}</p>
    </li>
  `;
}

function renderTitle(item: ProgrammeItem, title: string, { hrefOf, open }: Surroundings): TemplateResult {
  const href = hrefOf(item);
  const described = `when-${item.reference}`;
  const press = (event: MouseEvent) => open(event, item);
  return href === null
    ? html`<button class="title" type="button" aria-describedby=${described} @click=${press}>${title}</button>`
    : html`<a class="title" href=${href} aria-describedby=${described} @click=${press}>${title}</a>`;
}
