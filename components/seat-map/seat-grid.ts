import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Scene, SeatState } from '../../sdk/model/scene/index.ts';
import { cssProperties } from './css-properties.ts';
import type { Names } from './names.ts';

export interface SeatGrid {
  readonly scene: Scene;
  readonly states: Uint8Array;
  readonly names: Names;
  readonly label: string;
  /** Seat that takes part in the tab order; its section is the one that is shown. */
  readonly current: number;
}

/** Beyond so many seats only the rows around the current one are there: the accessibility tree stays small. */
const WHOLE_SECTION = 600;
const ROWS_AROUND = 7;

/**
 * The seats of one section as a grid of focusable cells, invisible and exactly over their drawing, so that focus ring,
 * magnifier and exploring finger land where the eye sees the seat.
 */
export function renderSeatGrid({ scene, states, names, label, current }: SeatGrid): TemplateResult {
  const { plan } = scene;
  const section = plan.sections[plan.rows[scene.row[current] ?? 0]?.section ?? 0];
  const rows = section?.rows ?? [];
  const seats = rows.reduce((count, row) => count + (plan.rows[row]?.seats.length ?? 0), 0);
  const at = rows.indexOf(scene.row[current] ?? 0);
  const shown = seats > WHOLE_SECTION ? rows.slice(Math.max(0, at - ROWS_AROUND), at + ROWS_AROUND + 1) : rows;
  const cell = (seat: number, position: number) => {
    const state = states[seat] ?? SeatState.blocked;
    const open = state === SeatState.free || state === SeatState.mine;
    return html`<span
      role="gridcell"
      data-seat=${plan.seats[seat]?.id}
      tabindex=${seat === current ? 0 : -1}
      aria-colindex=${position + 1}
      aria-label=${names.seat(seat, state)}
      aria-selected=${state === SeatState.mine}
      aria-disabled=${!open}
      ${cssProperties({ '--_x': scene.x[seat] ?? 0, '--_y': scene.y[seat] ?? 0 })}
    ></span>`;
  };
  return html`
    <div
      class="cells"
      role="grid"
      aria-label=${label}
      aria-describedby="keys"
      aria-multiselectable="true"
      aria-rowcount=${rows.length}
      aria-colcount=${Math.max(1, ...rows.map((row) => plan.rows[row]?.seats.length ?? 0))}
      ${cssProperties({ '--_pitch': scene.pitch })}
    >
      ${repeat(
        shown,
        (row) => row,
        (row) => html`
          <div role="row" aria-rowindex=${rows.indexOf(row) + 1}>
            ${repeat(plan.rows[row]?.seats ?? [], (seat) => seat, cell)}
          </div>
        `,
      )}
    </div>
  `;
}
