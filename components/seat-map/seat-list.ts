import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { KINDS, type Scene, SeatState, type Summary } from '../../sdk/model/scene/index.ts';
import type { Translation } from '../translations/index.ts';
import { zoneColour } from './legend.ts';
import type { Names } from './names.ts';

export interface SeatList {
  readonly scene: Scene;
  readonly states: Uint8Array;
  readonly summary: Summary;
  readonly names: Names;
  readonly words: Translation['seatMap'];
  readonly rowWord: (row: string) => string;
  /** Section whose rows are shown; -1 for none. */
  readonly open: number;
  readonly toggle: (section: number) => void;
  readonly choose: (seat: number) => void;
}

/** The hall as section → row → seat, with ordinary buttons: the same seats, states and prices as on the map. */
export function renderSeatList(list: SeatList): TemplateResult {
  const { scene, summary, names, words, open, toggle } = list;
  return html`
    <ul class="list" part="list">
      ${scene.plan.sections.map((_, section) => {
        const offer = summary.sections[section];
        const isOpen = open === section;
        return html`
          <li>
            <h3>
              <button
                type="button"
                class="section-button"
                part="list-section"
                aria-expanded=${isOpen}
                data-section=${section}
                @click=${() => toggle(isOpen ? -1 : section)}
              >
                <span>${names.section(section)}</span>
                <span class="quiet small"
                  >${words.free(offer?.free ?? 0)}${offer?.price ? html` · ${names.priceRange(offer.price)}` : nothing}</span
                >
              </button>
            </h3>
            ${isOpen ? renderRows(list, section) : nothing}
          </li>
        `;
      })}
    </ul>
  `;
}

function renderRows({ scene, states, summary, names, words, rowWord, choose }: SeatList, section: number) {
  const { plan } = scene;
  const seatButton = (seat: number) => {
    const state = states[seat] ?? SeatState.blocked;
    const open = state === SeatState.free || state === SeatState.mine;
    return html`<li>
      <button
        type="button"
        class="seat ${KINDS[scene.kind[seat] ?? 0]} ${open ? '' : 'gone'}"
        data-seat=${plan.seats[seat]?.id}
        aria-label=${names.seat(seat, state)}
        aria-pressed=${state === SeatState.mine}
        aria-disabled=${!open}
        @click=${() => choose(seat)}
        ${zoneColour(scene.zone[seat] ?? 0)}
      >
        ${plan.seats[seat]?.number}
      </button>
    </li>`;
  };
  return html`
    <ul class="rows">
      ${repeat(
        plan.sections[section]?.rows ?? [],
        (row) => row,
        (row) => html`
          <li class="row">
            <h4 class="small">
              ${rowWord(plan.rows[row]?.label ?? '')}
              <span class="quiet">${words.free(summary.rows[row]?.free ?? 0)}</span>
            </h4>
            <ul class="seats">
              ${repeat(plan.rows[row]?.seats ?? [], (seat) => seat, seatButton)}
            </ul>
          </li>
        `,
      )}
    </ul>
  `;
}
