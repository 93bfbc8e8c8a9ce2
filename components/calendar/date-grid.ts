import { html, nothing, type TemplateResult } from 'lit';
import { type Day, type DaySummary, isIn, noonOf } from '../../sdk/model/calendar/index.ts';
import type { CalendarState } from '../../sdk/stores/types.ts';
import { dayNote, type Surroundings, timeOf } from './entry.ts';
import type { Swipe } from './swipe.ts';

/** What the grid needs to be walked through. */
export interface GridHandlers {
  readonly keydown: (event: KeyboardEvent) => void;
  readonly pick: (day: Day) => void;
  readonly swipe: Swipe;
}

/** So many performances stand in a day of a month; of the others is said how many there are. */
const IN_A_MONTH = 3;

/** The days of a month or a week as a grid of dates: one of them has the focus, and arrows lead to the others. */
export function dateGrid(now: CalendarState, around: Surroundings, handlers: GridHandlers): TemplateResult {
  const [week = []] = now.period.weeks;
  const { keydown, swipe } = handlers;
  return html`
    <table
      class="grid ${now.view}"
      part="grid"
      role="grid"
      aria-labelledby="period"
      aria-describedby="keys"
      @keydown=${keydown}
      @pointerdown=${swipe.start}
      @pointerup=${swipe.end}
      @pointercancel=${swipe.cancel}
    >
      <thead>
        <tr>${week.map((day) => weekday(day, around))}</tr>
      </thead>
      <tbody>
        ${now.period.weeks.map((days) => html`<tr>${days.map((day) => cell(day, now, around, handlers))}</tr>`)}
      </tbody>
    </table>
    <p class="spoken" id="keys">${around.words.keys}</p>
  `;
}

function weekday(day: Day, { localize }: Surroundings): TemplateResult {
  const name = (weekday: 'long' | 'short') => localize.format(noonOf(day), { weekday, timeZone: 'UTC' });
  return html`<th scope="col" abbr=${name('long')}>${name('short')}</th>`;
}

function cell(day: Day, now: CalendarState, around: Surroundings, { pick }: GridHandlers): TemplateResult {
  const summary = now.days.get(day);
  const isShown = isIn(now.period, day);
  const classes = [isShown ? '' : 'outside', summary && isShown ? summary.level : '', day === now.today ? 'today' : ''];
  return html`
    <td
      class="day ${classes.join(' ')}"
      part="day"
      data-day=${day}
      tabindex=${day === now.day ? 0 : -1}
      aria-selected=${day === now.day}
      aria-current=${day === now.today ? 'date' : nothing}
      @click=${() => pick(day)}
    >
      <span class="spoken">${dayName(day, summary, around)}</span>
      <span class="number" aria-hidden="true">${Number(day.slice(8))}</span>
      ${summary && isShown ? inCell(summary, now.view === 'month' ? IN_A_MONTH : summary.items.length, around) : nothing}
    </td>
  `;
}

/** All of a day for who cannot see the grid: its date, how much is on, and what it costs at least. */
function dayName(day: Day, summary: DaySummary | undefined, around: Surroundings): string {
  const { localize, words, programmeWords } = around;
  const date = localize.format(noonOf(day), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  if (!summary) return `${date}, ${words.nothingOnDay}`;
  const few = summary.level === 'few' ? programmeWords.few : '';
  return [date, programmeWords.found(summary.items.length), dayNote(summary, around), few].filter(Boolean).join(', ');
}

/** What is on, as far as there is room; where there is little, a sign. The names are links below the grid. */
function inCell(summary: DaySummary, most: number, around: Surroundings): TemplateResult {
  const { localize, words } = around;
  const left = summary.items.length - most;
  return html`
    <span class="sign" aria-hidden="true">${summary.items.slice(0, 3).map(() => html`<i></i>`)}</span>
    <span class="inside" aria-hidden="true">
      ${summary.items
        .slice(0, most)
        .map(
          (item) => html`<span class="brief">${timeOf(item, localize)} ${localize.text(item.performance.title)}</span>`,
        )}
      ${left > 0 ? html`<span class="quiet">${words.more(left)}</span>` : nothing}
    </span>
    <span class="from" aria-hidden="true">${dayNote(summary, around)}</span>
  `;
}
