import { css } from 'lit';

export const gridStyles = css`
  .grid {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 2px;
    table-layout: fixed;
    touch-action: pan-y pinch-zoom;
  }

  .both > .panel {
    margin-block-start: var(--_space-4);
  }

  th {
    padding: var(--_space-1);
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 600;
  }

  .day {
    position: relative;
    block-size: 48px;
    padding: 2px;
    border-radius: var(--_radius-s);
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
    text-align: center;
    vertical-align: top;
    cursor: pointer;
  }

  .number {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.9em;
    block-size: 1.9em;
    border-radius: var(--_radius-pill);
    line-height: 1;
  }

  /* Days on which something is on stand out by weight, ground and sign, and by their names. */
  .available,
  .few,
  .sold-out,
  .closed {
    background: var(--_surface-sunken);
    color: var(--_text);
  }

  :is(.available, .few) > .number {
    font-weight: 700;
  }

  .today > .number {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }

  .day:hover {
    background: var(--_accent-quiet);
    color: var(--_text);
  }

  .day[aria-selected='true'] {
    background: var(--_accent-quiet);
    box-shadow: inset 0 0 0 2px var(--_accent);
    color: var(--_text);
  }

  .day:focus-visible {
    z-index: 1;
    outline-offset: 0;
  }

  .sign {
    display: flex;
    justify-content: center;
    gap: 3px;
  }

  .sign i {
    inline-size: 7px;
    block-size: 7px;
    border: 1.5px solid currentcolor;
    border-radius: var(--_radius-pill);
  }

  :is(.available, .few) i {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  /* What a ground says elsewhere is said by lines. */
  @media (forced-colors: active) {
    .today > .number {
      border: 2px solid;
    }

    .day[aria-selected='true']:not(:focus-visible) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }

    :is(.available, .few) i {
      border-color: CanvasText;
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  .inside,
  .from {
    display: none;
  }

  @container (inline-size >= 34em) {
    .grid {
      border-spacing: 4px;
    }

    .day {
      block-size: 6.5em;
      padding: var(--_space-1);
      text-align: start;
    }

    .week .day {
      block-size: 14em;
    }

    .sign {
      display: none;
    }

    .inside {
      display: grid;
      gap: 2px;
      margin-block-start: 2px;
      font-size: var(--_size-s);
      line-height: 1.3;
    }

    .from {
      display: block;
      margin-block-start: 2px;
      color: var(--_accent);
      font-size: var(--_size-s);
      font-weight: 650;
    }

    :is(.sold-out, .closed) .from {
      color: var(--_text-quiet);
      font-weight: 400;
    }

    .brief {
      display: -webkit-box;
      overflow: hidden;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .brief time {
      color: var(--_text-quiet);
    }

    /* What is quiet elsewhere would be hard to read on the ground of a chosen day. */
    .day:is(:hover, [aria-selected='true']) :is(.brief time, .from) {
      color: inherit;
    }
  }

  @container (inline-size >= 52em) {
    .day {
      padding: var(--_space-2);
    }

    .week .brief {
      -webkit-line-clamp: 5;
    }

    .week .brief time {
      display: block;
    }
  }

  @container (inline-size >= 120em) {
    .day {
      block-size: 9em;
    }
  }
`;
