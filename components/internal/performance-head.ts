import { html, type TemplateResult } from 'lit';
import type { Line } from '../../sdk/contract/index.ts';
import type { Localize } from './localize.ts';

/** Title, date and hall of a performance, above its places. */
export function performanceHead(
  localize: Localize,
  { title, startsAt, hall }: Line['performance'],
  timeZone: string | undefined,
): TemplateResult {
  return html`
    <h3>${localize.text(title)}</h3>
    <p class="quiet small">${localize.date(startsAt, timeZone)} · ${localize.text(hall.name)}</p>
  `;
}
