import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { KINDS, SeatState } from '../../../sdk/model/scene/index.ts';
import type { Translation } from '../../translations/index.ts';
import type { Hall } from '../hall-model.ts';
import { zoneColour } from '../legend.ts';
import type { Names } from '../names.ts';

export interface Rows {
  readonly hall: Hall;
  readonly names: Names;
  readonly words: Translation['seatMap'];
  readonly rowWord: (row: string) => string;
  readonly kindWord: Translation['common']['kind'];
  /** Zones to show; null for all. */
  readonly zones: ReadonlySet<number> | null;
  readonly section: number;
  /** How many the section has. */
  readonly seats: number;
  /** Rows of a large section whose seats are shown. */
  readonly opened: ReadonlySet<number>;
  readonly toggleRow: (row: number) => void;
  /** The seat of a row that the visitor was at last. */
  readonly stop: (row: number) => number | undefined;
  readonly choose: (seat: number) => void;
}

/** Of a larger section the rows are there first, and the seats of a row when it is opened. */
const ROWS_FIRST = 600;

const isOpen = (state: number | undefined) => state === SeatState.free || state === SeatState.mine;

/** The rows of a section from the front to the back; one where nothing is left is a line. */
export function renderRows(rows: Rows): TemplateResult {
  const { hall, names, words, section, zones } = rows;
  const { plan, zone } = hall.scene;
  const shown = (row: number) => (plan.rows[row]?.seats ?? []).filter((seat) => zones?.has(zone[seat] ?? 0) ?? true);
  return html`
    <ul class="rows" aria-label=${words.seatsOf(names.section(section))} aria-describedby="list-keys">
      ${repeat(
        (plan.sections[section]?.rows ?? []).filter((row) => shown(row).length > 0),
        (row) => row,
        (row) => renderRow(rows, row, shown(row)),
      )}
    </ul>
  `;
}

function renderRow(rows: Rows, row: number, seats: readonly number[]): TemplateResult {
  const { hall, names, words, rowWord, opened, toggleRow } = rows;
  const open = seats.filter((seat) => isOpen(hall.states[seat]));
  const free = open.filter((seat) => hall.states[seat] === SeatState.free).length;
  const label = rowWord(hall.scene.plan.rows[row]?.label ?? '');
  const offer = [words.free(free), names.priceRange(hall.summary.rows[row]?.price)].filter(Boolean).join(' · ');
  const head = html`<span class="row-name">${label}</span> <span class="quiet">${offer}</span>`;
  // Who is in a row when its last seat goes, goes on from there.
  if (open.length === 0 && rows.stop(row) === undefined)
    return html`<li class="row full"><h4 class="small">${head}</h4></li>`;
  const isLarge = rows.seats > ROWS_FIRST;
  const isShown = !isLarge || opened.has(row);
  return html`
    <li class="row">
      <h4 class="small">
        ${
          isLarge
            ? html`<button type="button" class="row-button" aria-expanded=${isShown} @click=${() => toggleRow(row)}>
                ${head}
              </button>`
            : head
        }
        ${renderSpecial(rows, open)}
      </h4>
      ${isShown ? renderSeats(rows, row, seats, open) : nothing}
    </li>
  `;
}

/** What is special in a row, for eyes; the names of the seats say it too. */
function renderSpecial({ hall, kindWord }: Rows, open: readonly number[]): TemplateResult[] {
  const { plan, kind } = hall.scene;
  const special = Map.groupBy(open, (seat) => KINDS[kind[seat] ?? 0] ?? 'standard');
  return [...special]
    .filter(([name]) => kindWord[name])
    .map(([name, seats]) => {
      const numbers = seats.map((seat) => plan.seats[seat]?.number).join(', ');
      return html`<span class="special" aria-hidden="true">${kindWord[name]}: ${numbers}</span>`;
    });
}

function renderSeats(rows: Rows, row: number, seats: readonly number[], open: readonly number[]): TemplateResult {
  const { hall, names, choose } = rows;
  const { plan, kind, zone } = hall.scene;
  const known = rows.stop(row);
  const stop = known !== undefined && seats.includes(known) ? known : open[0];
  const seatButton = (seat: number) => {
    const state = hall.states[seat] ?? SeatState.blocked;
    return html`<li>
      <button
        type="button"
        class="seat ${KINDS[kind[seat] ?? 0]} ${isOpen(state) ? '' : 'gone'}"
        tabindex=${seat === stop ? 0 : -1}
        data-seat=${plan.seats[seat]?.id}
        aria-label=${names.seat(seat, state)}
        aria-pressed=${state === SeatState.mine}
        aria-disabled=${isOpen(state) ? nothing : 'true'}
        @click=${() => choose(seat)}
        ${zoneColour(zone[seat] ?? 0)}
      >
        ${plan.seats[seat]?.number}
      </button>
    </li>`;
  };
  return html`<ul class="seats">${repeat(seats, (seat) => seat, seatButton)}</ul>`;
}
