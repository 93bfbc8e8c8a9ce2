import { html, nothing, type TemplateResult } from 'lit';
import { type Day, isIn, noonOf } from '../../sdk/model/calendar/index.ts';
import type { CalendarState, Failure } from '../../sdk/stores/types.ts';
import { entries, type Surroundings } from './entry.ts';
import { periodName } from './period-name.ts';

const dateName = (day: Day, { localize }: Surroundings): string =>
  localize.format(noonOf(day), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** What is on on the day that is looked at. */
export function renderDay(now: CalendarState, around: Surroundings): TemplateResult {
  const summary = now.days.get(now.day);
  return html`
    <div class="panel" part="panel">
      <h4 id="day-title" tabindex="-1">${dateName(now.day, around)}</h4>
      ${summary ? entries(summary, around) : html`<p class="quiet">${around.words.nothingOn}</p>`}
    </div>
  `;
}

/** The days of the month on which something is on, one under the other. */
export function renderAgenda(now: CalendarState, around: Surroundings): TemplateResult {
  const days = [...now.days].filter(([day]) => isIn(now.period, day));
  return html`
    <div class="agenda">
      ${days.map(
        ([day, summary]) => html`
          <div class="of-day ${day === now.today ? 'today' : ''}">
            <h4>
              ${dateName(day, around)}
              ${day === now.today ? html`<span class="quiet">· ${around.words.isToday}</span>` : nothing}
            </h4>
            ${entries(summary, around)}
          </div>
        `,
      )}
    </div>
  `;
}

/** Where to look when nothing is on in what is shown. */
export function renderEmpty(
  now: CalendarState,
  around: Surroundings,
  go: (day: Day) => void,
): TemplateResult | typeof nothing {
  const { words, programmeWords, localize } = around;
  if (now.count > 0 || now.programme.state !== 'ready' || now.programme.waiting) return nothing;
  if (now.days.size === 0) return html`<p class="empty">${programmeWords.nothing}</p>`;
  return html`
    <div class="empty">
      <p>${words.nothingIn(periodName(now, localize))}</p>
      <p class="ways">
        ${now.previous ? wayTo(words.previous, now.previous, around, go) : nothing}
        ${now.next ? wayTo(words.next, now.next, around, go) : nothing}
      </p>
    </div>
  `;
}

const wayTo = (name: string, day: Day, around: Surroundings, go: (day: Day) => void): TemplateResult => html`
  <button class="button" type="button" @click=${() => go(day)}>
    <span>${name}: <strong>${dateName(day, around)}</strong></span>
  </button>
`;

/** Which centres cannot be reached; the others go on. */
export function renderAway(
  away: readonly string[],
  { localize, programmeWords }: Surroundings,
  reload: () => void,
): TemplateResult | typeof nothing {
  if (away.length === 0) return nothing;
  return html`
    <div class="notice warning">
      <p>${programmeWords.away(localize.list(away), away.length)}</p>
      ${again(localize.translation.common.tryAgain, reload)}
    </div>
  `;
}

/** Nobody answers. */
export const renderFailed = (failure: Failure, around: Surroundings, reload: () => void): TemplateResult => html`
  <div class="notice danger">
    <p>${around.programmeWords.failed} ${around.localize.failure(failure)}</p>
    ${again(around.localize.translation.common.tryAgain, reload)}
  </div>
`;

const again = (name: string, reload: () => void): TemplateResult => html`
  <button class="button" type="button" @click=${reload}>${name}</button>
`;

/** The shape of what is to come. */
export const renderLoading = (now: CalendarState, { localize }: Surroundings): TemplateResult => html`
  <p class="spoken">${localize.translation.common.loading}</p>
  <div class="skeletons ${now.view}" aria-hidden="true">
    ${now.period.weeks.flatMap((week) => week.map(() => html`<span class="skeleton"></span>`))}
  </div>
`;
