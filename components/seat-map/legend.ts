import { html, nothing, svg, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { KINDS, SeatState } from '../../sdk/model/scene/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';
import { cssProperties } from './css-properties.ts';
import { MARK_REACH, type SeatMark, type Touch, touchesOf } from './drawing/marks.ts';
import type { Hall } from './hall-model.ts';
import type { Names } from './names.ts';

export interface Legend {
  readonly hall: Hall;
  readonly names: Names;
  readonly localize: Localize;
  readonly words: Translation['seatMap'];
  /** Zones shown clearly; null for all. */
  readonly zones: ReadonlySet<number> | null;
  /** Numbers of the signs on the seats of each zone, see `Palette.zoneSigns`. */
  readonly signs: readonly number[];
  /** Offers to show all zones again. */
  readonly canReset: boolean;
  /** Shows one more zone clearly, or one less; without one, all of them. */
  readonly toggleZone: (zone?: number) => void;
}

/** A seat as the legend shows it: the same touches as on the map, a little larger. */
const mark = (parts: Partial<SeatMark>): SeatMark => ({ state: 0, kind: 0, zone: 0, detail: 'glyphs', ...parts });
const kind = (name: (typeof KINDS)[number]) => mark({ kind: KINDS.indexOf(name) });

/** What the shapes mean, in the order they are shown; those that no seat of the hall can have are left out. */
const SIGNS = {
  mine: mark({ state: SeatState.mine }),
  held: mark({ state: SeatState.held }),
  taken: mark({ state: SeatState.sold }),
  blocked: mark({ state: SeatState.blocked }),
  wheelchair: kind('wheelchair'),
  companion: kind('companion'),
  restricted: kind('restricted-view'),
} as const;
type Sign = keyof typeof SIGNS;

const VIEW_BOX = [-MARK_REACH, -MARK_REACH, MARK_REACH * 2, MARK_REACH * 2].join(' ');

/** Gives an element the colour of a zone as `--_zone`, and that of text on it as `--_zone-ink`; the map works them out per scheme. */
export const zoneColour = (zone: number): DirectiveResult =>
  cssProperties({ '--_zone': `var(--_zone-${zone})`, '--_zone-ink': `var(--_zone-ink-${zone})` });

/** What the colours cost and what the shapes mean; a zone can be pressed to see only its seats. */
export function renderLegend(legend: Legend): TemplateResult {
  const { hall, words, canReset, toggleZone } = legend;
  // The button that shows all goes when it has done so; the focus must not go with it.
  const showAll = ({ currentTarget }: Event) => {
    toggleZone();
    (currentTarget as Element).parentElement?.querySelector<HTMLElement>('.zone')?.focus();
  };
  const free = freeByZone(hall);
  return html`
    <section class="legend" part="legend" aria-label=${words.legend}>
      <div class="zones tools" aria-label=${words.zones}>
        ${hall.scene.plan.zones.map((_, zone) => renderZone(legend, zone, free[zone] ?? 0))}
        ${
          canReset
            ? html`<button type="button" class="zone all" part="zones-reset" @click=${showAll}>${words.allZones}</button>`
            : nothing
        }
      </div>
      <ul class="signs small quiet">
        ${signsIn(hall).map((sign) => html`<li>${renderMark(SIGNS[sign])}${words.legendState[sign]}</li>`)}
      </ul>
    </section>
  `;
}

function renderZone({ hall, names, localize, words, zones, signs, toggleZone }: Legend, zone: number, free: number) {
  const { id = '', name = { nl: '' } } = hall.scene.plan.zones[zone] ?? {};
  const label = localize.text(name);
  const price = hall.prices.get(id) ?? null;
  return html`
    <button
      type="button"
      class="zone"
      part="zone"
      aria-label=${names.offer(label, { free, price })}
      aria-pressed=${zones?.has(zone) ?? false}
      title=${words.showZone(label)}
      @click=${() => toggleZone(zone)}
      ${zoneColour(zone)}
    >
      ${renderMark(mark({ zone }), signs[zone])}
      <span class="zone-name">${label}</span>
      <span class="count quiet">${words.free(free)}</span>
      <span class="amount quiet">${names.priceRange(price)}</span>
    </button>
  `;
}

/** The very mark of the map; the inks are those of the map too (see `paletteProperties`). */
const renderMark = (of: SeatMark, zoneSign?: number): TemplateResult =>
  html`<svg viewBox=${VIEW_BOX} aria-hidden="true">${touchesOf(of, zoneSign).map(renderTouch)}</svg>`;

const renderTouch = ({ path, ink, line }: Touch) =>
  line > 0
    ? svg`<path d=${path} class="ink-${ink}" stroke="currentColor" stroke-width=${line} fill="none"></path>`
    : svg`<path d=${path} class="ink-${ink}" fill="currentColor"></path>`;

function signsIn({ scene, states }: Hall): Sign[] {
  const always: readonly Sign[] = ['mine', 'held', 'taken'];
  return (Object.keys(SIGNS) as Sign[]).filter((sign) => {
    const { state, kind } = SIGNS[sign];
    return always.includes(sign) || (kind > 0 ? scene.kind.includes(kind) : states.includes(state));
  });
}

/** Places left in each zone, numbered or not. */
function freeByZone({ scene, states, areaFree }: Hall): number[] {
  const free = scene.plan.zones.map(({ id }) =>
    scene.plan.areas.reduce((total, area) => total + (area.zone === id ? areaFree(area.id) : 0), 0),
  );
  for (let seat = 0; seat < scene.count; seat += 1) {
    const zone = scene.zone[seat] ?? 0;
    if (states[seat] === SeatState.free) free[zone] = (free[zone] ?? 0) + 1;
  }
  return free;
}
