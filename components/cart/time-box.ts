import { html, nothing, type TemplateResult } from 'lit';
import { clockIcon } from '../internal/icons.ts';

interface TimeBox {
  /** Such as `Nog 9 minuten voor u vastgehouden`. */
  readonly text: string;
  /** How much of the time is left, 0 to 1. */
  readonly share: number;
  readonly warning: boolean;
  /** What the button that gives more time says; null when there cannot be more. */
  readonly more: string | null;
  /** Why there cannot be more. */
  readonly last: string;
  readonly extend: () => void;
}

/** The time left: calm until it becomes short, and with the way to more of it always at hand. */
export function timeBox({ text, share, warning, more, last, extend }: TimeBox): TemplateResult {
  return html`
    <div class="time ${warning ? 'warning' : ''}" part="time">
      <span class="text">${clockIcon}<span>${text}</span></span>
      ${
        more === null
          ? nothing
          : html`<button class="button ${warning ? '' : 'quiet'}" type="button" @click=${extend}>${more}</button>`
      }
      <p class="small last" ?hidden=${more !== null}>${last}</p>
      <progress max="1" .value=${share} aria-hidden="true"></progress>
    </div>
  `;
}
