import { css } from 'lit';

/** Section, row, seat as buttons. */
export const listStyles = css`
  .list {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    overflow: clip;
  }

  /* Stays in sight while the list behind it is long. */
  .listed .asking {
    position: sticky;
    inset-inline: auto;
  }

  .list > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .list h3 {
    margin: 0;
    font-size: inherit;
  }

  .section-button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 0.8em;
    align-items: baseline;
    gap: 0 var(--_space-3);
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

  .section-button::after,
  .row-button::after {
    content: '' / '';
    flex: none;
    align-self: center;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -0.15em;
  }

  .section-button[aria-expanded='true']::after,
  .row-button[aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 0.15em;
  }

  .list .chip {
    margin: 0 var(--_space-4) var(--_space-3);
  }

  .section-button .quiet {
    font-weight: 400;
  }

  .section-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    justify-content: space-between;
    align-items: baseline;
    padding: var(--_space-3) var(--_space-4);
    color: var(--_text-quiet);
  }

  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    margin: 0 0 var(--_space-2);
  }

  .row-button {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-3);
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .row-button .quiet {
    flex: 1;
  }

  .row.full {
    color: var(--_text-quiet);
  }

  .row .special {
    display: block;
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
    grid-template-columns: 9em minmax(0, 1fr);
    gap: var(--_space-2);
    padding-block: var(--_space-2);
  }

  .row + .row {
    border-block-start: 1px solid var(--_border);
  }

  .row h4 {
    margin: 0;
    font-weight: 600;
  }

  .row-name {
    display: inline-block;
  }

  .row-name::first-letter {
    text-transform: uppercase;
  }

  .row h4 .quiet {
    display: block;
    font-weight: 400;
  }

  .row.full h4,
  .row.full .quiet {
    display: inline;
    font-weight: 400;
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

  @container (width < 30em) {
    .section-button {
      grid-template-columns: minmax(0, 1fr) 0.8em;
    }

    .section-button .quiet {
      grid-row: 2;
    }

    .section-button::after {
      grid-area: 1 / 2 / span 2;
    }

    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
