import { css } from 'lit';

/** The map, its list, its legend. Colours by role; the canvas takes them from the same custom properties. */
export const seatMapStyles = css`
  :host {
    --background: var(--_surface-sunken);
    --floor-color: var(--_surface-raised);
    --line-color: var(--_border);
    --stage-color: light-dark(#dfe2e7, #343943);
    --text-color: var(--_text);
    --taken-color: light-dark(#a3a8b1, #666d79);
    --mine-color: light-dark(#14171c, #f4f6fa);
    --map-height: clamp(22rem, 72svh, 46rem);
    --_mine-ink: light-dark(#ffffff, #14171c);
    container-type: inline-size;
  }

  .base {
    display: grid;
    gap: var(--_space-3);
    grid-template-columns: minmax(0, 1fr);
  }

  .toolbar {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space-3);
  }

  .parts {
    flex: 1;
    min-inline-size: 0;
  }

  .nearby {
    position: absolute;
    inset-block-start: var(--_space-3);
    inset-inline: var(--_space-3);
    z-index: 1;
    pointer-events: none;
  }

  .nearby .chip {
    box-shadow: var(--_shadow-1);
    pointer-events: auto;
  }

  .chips {
    display: flex;
    gap: var(--_space-2);
    overflow-x: auto;
    scrollbar-width: none;
    /* Room for the focus ring, which a scrolling box would cut off. */
    padding: 4px;
    margin: -4px;
  }

  .chip,
  .display button {
    flex: none;
    min-block-size: 40px;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-s);
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--_motion), border-color var(--_motion);
  }

  .chip:hover,
  .display button:hover {
    border-color: var(--_border-strong);
  }

  .chip[aria-current='true'],
  .display button[aria-pressed='true'] {
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
  }

  .display {
    display: flex;
    flex: none;
    margin-inline-start: auto;
  }

  .display button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .display button:last-child {
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  @media (pointer: coarse) {
    .chip,
    .display button {
      min-block-size: 44px;
    }
  }

  .viewport {
    position: relative;
    block-size: var(--map-height);
    /* clip, not hidden: a focused cell outside of it must not scroll the hall away under the canvas. */
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--background);
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
    touch-action: pan-y;
    isolation: isolate;
  }


  .viewport.near {
    touch-action: none;
  }

  .viewport.pointing {
    cursor: pointer;
  }

  .viewport.closer {
    cursor: zoom-in;
  }

  .viewport:active:not(.pointing) {
    cursor: grabbing;
  }

  .canvas,
  .canvas canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }

  .cells {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    inline-size: 0;
    block-size: 0;
    transform-origin: 0 0;
    transform: translate(var(--_left, 0), var(--_top, 0)) scale(var(--_scale, 1));
    pointer-events: none;
  }

  .cells [role='gridcell'] {
    position: absolute;
    left: calc((var(--_x) - var(--_pitch) / 2) * 1px);
    top: calc((var(--_y) - var(--_pitch) / 2) * 1px);
    inline-size: calc(var(--_pitch) * 1px);
    block-size: calc(var(--_pitch) * 1px);
    border-radius: 50%;
  }

  .cells [role='gridcell']:focus {
    outline: calc(3px / var(--_scale, 1)) solid var(--_focus);
    outline-offset: calc(1px / var(--_scale, 1));
    box-shadow: 0 0 0 calc(6px / var(--_scale, 1)) var(--floor-color);
  }

  .cells [role='gridcell']:focus:not(:focus-visible) {
    outline: none;
    box-shadow: none;
  }

  .controls {
    position: absolute;
    inset-block-end: var(--_space-3);
    inset-inline-end: var(--_space-3);
    display: grid;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-1);
  }

  .controls button {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-m);
    background: transparent;
    color: var(--_text);
    cursor: pointer;
  }

  .controls button + button {
    border-block-start: 1px solid var(--_border);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }

  .controls button:not(:last-child) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .controls button:hover {
    background: var(--_surface-sunken);
  }

  .controls button[aria-disabled='true'] {
    color: color-mix(in oklab, var(--_text-quiet) 55%, transparent);
    cursor: default;
  }

  .tooltip {
    position: absolute;
    left: 0;
    inset-block-start: 0;
    padding: var(--_space-2) var(--_space-3);
    /* Seen only in forced colours, where backgrounds are all alike. */
    border: 1px solid transparent;
    border-radius: var(--_radius-m);
    background: var(--_text);
    color: var(--_surface);
    font-size: var(--_size-s);
    line-height: 1.35;
    white-space: nowrap;
    box-shadow: var(--_shadow-2);
    pointer-events: none;
    transform: translate(var(--_left, 0), var(--_top, 0)) translate(var(--_shift, -50%), calc(-100% - 14px));
  }

  .tooltip.below {
    transform: translate(var(--_left, 0), var(--_top, 0)) translate(var(--_shift, -50%), 18px);
  }

  .tooltip b,
  .tooltip span {
    display: block;
  }

  .asking {
    position: absolute;
    inset-inline: var(--_space-3);
    inset-block-end: var(--_space-3);
    display: grid;
    gap: var(--_space-3);
    max-inline-size: 26rem;
    margin-inline: auto;
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-2);
    cursor: default;
    user-select: text;
    z-index: 1;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .hint {
    position: absolute;
    top: 50%;
    left: 50%;
    animation: leave 2.4s forwards;
    padding: var(--_space-1) var(--_space-3);
    border-radius: var(--_radius-pill);
    background: color-mix(in oklab, var(--_text) 88%, transparent);
    color: var(--_surface);
    font-size: var(--_size-s);
    white-space: nowrap;
    transform: translateX(-50%);
    pointer-events: none;
  }

  @keyframes leave {
    75% {
      opacity: 1;
    }
    100% {
      opacity: 0;
    }
  }

  .message {
    margin: 0;
    font-size: var(--_size-s);
  }

  .message.danger {
    color: var(--_danger);
    font-weight: 600;
  }

  .waiting {
    display: grid;
    place-items: center;
    block-size: 100%;
    color: var(--_text-quiet);
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-5);
  }

  .legend ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-4);
  }

  .legend .zones {
    gap: var(--_space-2);
  }

  .legend svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }

  .signs li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .zone {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: var(--_space-1) var(--_space-3) var(--_space-1) var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    font-size: var(--_size-s);
    cursor: pointer;
  }

  .zone svg {
    color: var(--_zone);
  }

  .zone[aria-pressed='true'] {
    border-color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_text);
  }

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

  .swatch {
    inline-size: 14px;
    block-size: 14px;
    border-radius: var(--_radius-s);
    background: var(--_zone);
  }

  .stepper {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    margin-inline-start: auto;
  }

  .step {
    inline-size: 44px;
    padding: 0;
    font-size: var(--_size-l);
  }

  .stepper output {
    min-inline-size: 2.5ch;
    font-weight: 650;
    text-align: center;
  }

  .list {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    overflow: clip;
  }

  .list > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .section-button {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_space-4);
    inline-size: 100%;
    min-block-size: 52px;
    padding: var(--_space-3) var(--_space-4);
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: var(--_size-m);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .section-button .quiet {
    font-weight: 400;
  }

  .section-button:hover {
    background: var(--_surface-sunken);
  }

  .section-button:focus-visible {
    outline-offset: -3px;
  }

  .rows {
    padding: 0 var(--_space-4) var(--_space-4);
  }

  .row {
    display: grid;
    grid-template-columns: minmax(5.5rem, auto) minmax(0, 1fr);
    gap: var(--_space-2);
    padding-block: var(--_space-2);
  }

  .row + .row {
    border-block-start: 1px solid var(--_border);
  }

  .row h4 {
    margin: 0;
    font-weight: 600;
    text-transform: capitalize;
  }

  .row h4 .quiet {
    display: block;
    font-weight: 400;
    text-transform: none;
  }

  .seats {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }

  .seat {
    position: relative;
    inline-size: 40px;
    block-size: 40px;
    padding: 0;
    border: 2px solid var(--_zone);
    border-radius: var(--_radius-m);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .seat:hover:not(.gone) {
    background: var(--_zone);
    color: var(--_zone-ink);
  }

  .seat[aria-pressed='true'] {
    border-color: var(--mine-color);
    background: var(--mine-color);
    color: var(--_mine-ink);
    font-weight: 700;
  }

  .seat[aria-pressed='true']::after {
    content: '✓' / '';
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: 2px;
    font-size: 0.7em;
  }

  .seat.gone {
    border: 1px dashed var(--_border-strong);
    color: var(--_text-quiet);
    text-decoration: line-through;
    cursor: default;
  }

  .seat.wheelchair {
    border-radius: 2px;
    border-style: double;
    border-width: 4px;
  }

  .seat.restricted-view {
    border-block-start-style: dotted;
  }

  @media (pointer: coarse) {
    .seat {
      inline-size: 44px;
      block-size: 44px;
    }
  }

  @container (width < 30rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* Its colours change with the scheme of the page, however that is chosen; the change is heard as a transition. */
  .scheme {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    color: var(--text-color);
    background-color: var(--floor-color);
    transition: color 1ms, background-color 1ms;
  }

  @media (forced-colors: active) {
    .chip[aria-current='true'],
    .display button[aria-pressed='true'],
    .seat[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
