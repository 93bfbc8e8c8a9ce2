import { css } from 'lit';

/** What stands around the map and lies over it. */
export const waysStyles = css`
  /* Where there is no room beside the rest, the parts of the hall have a line of their own. */
  .parts {
    flex: 1 1 auto;
    flex-wrap: wrap;
  }

  .others {
    margin-inline-start: auto;
  }

  .chips {
    display: flex;
    gap: var(--_space-2);
  }

  .chip {
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
  }

  .chip:hover {
    border-color: var(--_border-strong);
  }

  .chip[aria-current='true'],
  .chip[aria-pressed='true'] {
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
  }

  .parts.spare .chooser {
    display: none;
  }

  .chip.chooser::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline-start: 0.6em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: translateY(-0.15em) rotate(45deg);
  }

  .chip.view {
    position: absolute;
    inset-block-end: var(--_space-3);
    left: 50%;
    transform: translateX(-50%);
    max-inline-size: calc(100% - 144px);
    overflow: hidden;
    text-overflow: ellipsis;
    box-shadow: var(--_shadow-1);
  }

  @container (max-width: 36em) {
    .toolbar .parts {
      flex-basis: 100%;
    }

    .parts.chips {
      flex-wrap: nowrap;
      /* Room for the focus ring, which a scrolling box would cut off. */
      padding-block: 5px;
      margin-block: -5px;
      overflow-x: auto;
    }

    .parts.many .chip:not(.chooser, :first-child) {
      display: none;
    }

    .parts.many .chooser {
      display: inline-block;
    }

    .others {
      margin-inline-start: 0;
    }
  }

  .display {
    display: flex;
    flex: none;
  }

  .display :first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .display :last-child {
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  @media (pointer: coarse) {
    .chip {
      min-block-size: 44px;
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
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
    background: var(--background);
    color: var(--_text-quiet);
  }

  .cells {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    inline-size: 0;
    block-size: 0;
    transform-origin: 0 0;
    will-change: transform;
    pointer-events: none;
  }

  /*
   * Hundreds of boxes over an element that pans cost the browser more in every frame than all of the drawing: it notes
   * for each where a touch may scroll. Nobody asks for a cell while the hall moves or a mouse is over it.
   */
  .cells.moving:not(:focus-within) {
    contain: paint;
  }

  .cells,
  .cells [role='row'] {
    display: grid;
    grid-template: 0 / 0;
    place-items: start left;
  }

  .cells [role='row'],
  .cells [role='gridcell'] {
    grid-area: 1 / 1;
  }

  .cells [role='gridcell'] {
    margin-left: calc((var(--_x) - var(--_pitch) / 2) * 1px);
    margin-top: calc((var(--_y) - var(--_pitch) / 2) * 1px);
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
    display: flex;
    flex-direction: column;
    /* What shows between the buttons is the line between them. */
    gap: 1px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_border);
    box-shadow: var(--_shadow-1);
    overflow: clip;
  }

  .controls button {
    display: grid;
    flex: 1;
    place-items: center;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: var(--_surface-raised);
    color: var(--_text);
    outline-offset: -4px;
    cursor: pointer;
  }

  .controls.foot {
    position: static;
    flex-direction: row;
    /* One thing with the map above it. */
    margin-block-start: calc(-1px - var(--_space-3));
    border-radius: 0 0 var(--_radius-l) var(--_radius-l);
    box-shadow: none;
  }

  .viewport:has(+ .foot) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  /* A screen as low as at 400 % zoom: beside each other, so that they do not cover the hall from top to bottom. */
  @media (max-height: 24em) {
    .controls {
      flex-direction: row;
    }
  }

  .controls button:hover {
    background: var(--_surface-sunken);
  }

  .controls button[aria-disabled='true'] {
    color: color-mix(in oklab, var(--_text-quiet) 55%, transparent);
    cursor: default;
  }

  .nearby {
    position: absolute;
    inset-block-start: var(--_space-3);
    inset-inline: var(--_space-3);
    z-index: 1;
    /* Room for the focus ring, which a scrolling box would cut off. */
    padding: 4px;
    margin: -4px;
    overflow-x: auto;
    scrollbar-width: none;
    pointer-events: none;
  }

  .nearby .chip {
    box-shadow: var(--_shadow-1);
    pointer-events: auto;
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
    max-inline-size: 26em;
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
    background: var(--_text);
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

  @media (forced-colors: active) {
    .controls button[aria-disabled='true'] {
      color: GrayText;
    }

    .chip[aria-current='true'],
    .chip[aria-pressed='true'],
    .seat[aria-pressed='true'] {
      border-color: Highlight;
      /* Some systems give Highlight some transparency; what lies below must not shine through. */
      background: linear-gradient(Highlight, Highlight) Canvas;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
