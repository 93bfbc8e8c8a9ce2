import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Nearby, type NearbyRow, type Scene, SeatState } from '../../sdk/model/scene/index.ts';
import { cssProperties } from './css-properties.ts';
import type { Names } from './names.ts';

export interface SeatGrid {
  readonly scene: Scene;
  readonly states: Uint8Array;
  readonly names: Names;
  readonly label: string;
  /** The seats that are there for keys and screen readers. */
  readonly near: Nearby;
}

/**
 * The seats of one section as a grid of focusable cells, invisible and exactly over their drawing, so that focus ring,
 * magnifier and exploring finger land where the eye sees the seat. Which cell has the tab stop is the walk's business:
 * a step from seat to seat must not cost a second look at hundreds of cells.
 */
export function renderSeatGrid({ scene, states, names, label, near }: SeatGrid): TemplateResult {
  const { plan } = scene;
  const rows = plan.sections[near.section]?.rows ?? [];
  const cell = (seat: number, column: number) => {
    const state = states[seat] ?? SeatState.blocked;
    const open = state === SeatState.free || state === SeatState.mine;
    return html`<span
      role="gridcell"
      tabindex="-1"
      data-seat=${plan.seats[seat]?.id}
      aria-colindex=${column}
      aria-label=${names.seat(seat, state)}
      aria-selected=${state === SeatState.mine}
      aria-disabled=${open ? nothing : 'true'}
      ${cssProperties({ '--_x': scene.x[seat] ?? 0, '--_y': scene.y[seat] ?? 0 })}
    ></span>`;
  };
  const row = ({ row: index, at, from, seats }: NearbyRow) => html`
    <div role="row" aria-label=${names.row(index)} aria-rowindex=${at + 1}>
      ${repeat(
        seats,
        (seat) => seat,
        (seat, index) => cell(seat, from + index + 1),
      )}
    </div>
  `;
  return html`
    <div
      class="cells"
      role="grid"
      aria-label=${label}
      aria-describedby="keys"
      aria-multiselectable="true"
      aria-rowcount=${rows.length}
      aria-colcount=${rows.reduce((most, index) => Math.max(most, plan.rows[index]?.seats.length ?? 0), 1)}
      ${cssProperties({ '--_pitch': scene.pitch })}
    >
      ${repeat(near.rows, (shown) => shown.row, row)}
    </div>
  `;
}
