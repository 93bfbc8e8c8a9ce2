import { html, type TemplateResult } from 'lit';
import type { CalendarView } from '../../sdk/model/calendar/index.ts';
import type { CalendarState } from '../../sdk/stores/types.ts';
import { backIcon, onIcon } from '../internal/icons.ts';
import type { Surroundings } from './entry.ts';
import { periodName } from './period-name.ts';

/** What the buttons above the calendar do. */
interface HeadHandlers {
  readonly earlier: () => void;
  readonly later: () => void;
  readonly toToday: () => void;
  readonly setView: (view: CalendarView) => void;
}

/** In the order in which they are offered. */
export const VIEWS: readonly CalendarView[] = ['month', 'week', 'agenda'];

/** What is shown, the way to what comes before and after, and how it is looked at. */
export function renderHead(now: CalendarState, around: Surroundings, handlers: HeadHandlers): TemplateResult {
  const { words, localize } = around;
  return html`
    <div class="head">
      <h2 id="title" class="spoken" part="title">${words.title}</h2>
      <div class="turn">
        ${turn(words.earlier[now.view], backIcon, now.hasEarlier, handlers.earlier)}
        ${turn(words.later[now.view], onIcon, now.hasLater, handlers.later)}
      </div>
      <h3 id="period" class="period" part="period">${periodName(now, localize)}</h3>
      <button class="button" type="button" @click=${handlers.toToday}>${words.today}</button>
      <div class="views" role="group" aria-label=${words.view}>
        ${VIEWS.map(
          (view) => html`
            <button class="view" type="button" aria-pressed=${view === now.view} @click=${() => handlers.setView(view)}>
              ${words.views[view]}
            </button>
          `,
        )}
      </div>
    </div>
  `;
}

/** A way that is shut keeps its place and its focus: who goes through the months must not lose either. */
const turn = (name: string, icon: TemplateResult, isOpen: boolean, press: () => void): TemplateResult => html`
  <button class="button turn-to" type="button" aria-label=${name} aria-disabled=${!isOpen} @click=${press}>
    ${icon}
  </button>
`;
