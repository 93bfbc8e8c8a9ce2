import { html, svg, type TemplateResult } from 'lit';
import type { Scene, ZonePrice } from '../../sdk/model/scene/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';
import { cssProperties } from './css-properties.ts';
import type { Names } from './names.ts';

export interface Legend {
  readonly scene: Scene;
  readonly prices: ReadonlyMap<string, ZonePrice>;
  readonly names: Names;
  readonly localize: Localize;
  readonly words: Translation['seatMap'];
  /** Zones shown clearly; null for all. */
  readonly zones: ReadonlySet<number> | null;
  readonly toggleZone: (zone: number) => void;
}

const disc = svg`<circle cx="10" cy="10" r="7.5" fill="currentColor"></circle>`;
const SIGNS = {
  mine: svg`<circle cx="10" cy="10" r="8" fill="var(--mine-color)"></circle>
    <path d="M6.4 10.2l2.4 2.5 4.8-5" fill="none" stroke="var(--_mine-ink)" stroke-width="1.8" stroke-linecap="round"></path>`,
  held: svg`<circle cx="10" cy="10" r="6" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
    <path d="M4 10a6 6 0 0 0 12 0z" fill="currentColor"></path>`,
  taken: svg`<circle cx="10" cy="10" r="6" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
    <path d="M7.6 7.6l4.8 4.8m0-4.8l-4.8 4.8" stroke="currentColor" stroke-width="1.4"></path>`,
  wheelchair: svg`<rect x="2.5" y="2.5" width="15" height="15" rx="2.4" fill="currentColor"></rect>
    <path d="M9 7v3.6h3l1.4 2.8M8 9.4a2.9 2.9 0 1 0 4 4" fill="none" stroke="var(--floor-color)" stroke-width="1.3" stroke-linecap="round"></path>
    <circle cx="9" cy="5" r="1.1" fill="var(--floor-color)"></circle>`,
  companion: svg`${disc}<circle cx="10" cy="10" r="2.4" fill="var(--floor-color)"></circle>`,
  restricted: svg`<path d="M16.2 5.8A7.5 7.5 0 1 1 3.8 5.8z" fill="currentColor"></path>`,
} as const;

/** Gives an element the colour of a zone as `--_zone`, and that of text on it as `--_zone-ink`; the map works them out per scheme. */
export const zoneColour = (zone: number) =>
  cssProperties({ '--_zone': `var(--_zone-${zone})`, '--_zone-ink': `var(--_zone-ink-${zone})` });

/** What the colours cost and what the shapes mean; a zone can be pressed to see only its seats. */
export function renderLegend({ scene, prices, names, localize, words, zones, toggleZone }: Legend): TemplateResult {
  const { plan } = scene;
  const has = (kind: number) => scene.kind.includes(kind);
  const signs = (['mine', 'held', 'taken'] as (keyof typeof SIGNS)[])
    .concat(has(1) ? 'wheelchair' : [])
    .concat(has(2) ? 'companion' : [])
    .concat(has(3) ? 'restricted' : []);
  return html`
    <section class="legend" part="legend" aria-label=${words.legend}>
      <ul class="zones">
        ${plan.zones.map((zone, index) => {
          const name = localize.text(zone.name);
          const price = names.priceRange(prices.get(zone.id));
          return html`<li>
            <button
              type="button"
              class="zone"
              part="zone"
              aria-pressed=${zones?.has(index) ?? false}
              title=${words.showZone(name)}
              @click=${() => toggleZone(index)}
              ${zoneColour(index)}
            >
              <svg viewBox="0 0 20 20" aria-hidden="true">${disc}</svg>
              <span>${name}</span>
              <span class="amount quiet">${price}</span>
            </button>
          </li>`;
        })}
      </ul>
      <ul class="signs small quiet">
        ${signs.map((sign) => html`<li><svg viewBox="0 0 20 20" aria-hidden="true">${SIGNS[sign]}</svg>${words.legendState[sign]}</li>`)}
      </ul>
    </section>
  `;
}
