import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import type { Scene } from '../../sdk/model/scene/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';
import { minusIcon, plusIcon } from './icons.ts';
import { laterStyles } from './later.styles.ts';
import { zoneColour } from './legend.ts';
import type { Names } from './names.ts';

export interface Areas {
  readonly scene: Scene;
  readonly names: Names;
  readonly localize: Localize;
  readonly words: Translation['seatMap'];
  readonly free: (area: string) => number;
  readonly chosen: (area: string) => number;
  readonly busy: (area: string) => boolean;
  readonly change: (area: string, by: 1 | -1) => void;
}

/** Places without numbers: how many are left, what they cost, and a button for one more or one fewer. */
export function renderAreas({ scene, names, localize, words, free, chosen, busy, change }: Areas) {
  const { areas, zones } = scene.plan;
  if (areas.length === 0) return nothing;
  const step = (id: string, by: 1 | -1, label: string, off: boolean): TemplateResult => html`
    <button
      type="button"
      class="button step"
      aria-label=${label}
      aria-disabled=${off || busy(id)}
      @click=${() => !off && !busy(id) && change(id, by)}
    >
      ${by === 1 ? plusIcon : minusIcon}
    </button>
  `;
  return html`
    <ul class="areas" part="areas">
      ${areas.map((area) => {
        const name = localize.text(area.name);
        const count = chosen(area.id);
        const left = free(area.id);
        const zone = zones.findIndex(({ id }) => id === area.zone);
        const offer = [words.free(left), names.usualPrice(area.zone)].filter(Boolean).join(' · ');
        return html`
          <li class="area" part="area" data-area=${area.id} ${zoneColour(zone)}>
            <span class="swatch"></span>
            <span>
              <strong>${name}</strong>
              <span class="quiet small">${offer}</span>
            </span>
            <span class="stepper" role="group" aria-label=${name}>
              ${step(area.id, -1, words.fewer(name), count === 0)}
              <output class="amount" aria-label=${words.areaCount(count)}>${count}</output>
              ${step(area.id, 1, words.more(name), left === 0)}
            </span>
          </li>
        `;
      })}
    </ul>
  `;
}

const areaStyles = css`
  .areas {
    display: grid;
    gap: var(--_space-2);
  }

  .area {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .area strong,
  .area .small {
    display: block;
  }
`;

export const styles: readonly CSSResult[] = [laterStyles, areaStyles];
