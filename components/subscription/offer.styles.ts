import { css } from 'lit';

/** One performance: when, what, what it costs, who takes it, and the hall below it. */
export const offerStyles = css`
  .offers {
    display: grid;
  }

  .offer {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr) auto;
    gap: var(--_space-1) var(--_space-3);
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_border);
    line-height: 1.4;
    /* The line about how far it is stays above what has the focus. */
    scroll-margin-block: 5em;
  }

  .offer :is(button, h4) {
    scroll-margin-block: 5em;
  }

  .offer.chosen {
    padding-inline-start: var(--_space-2);
    border-inline-start: 3px solid var(--_accent);
  }

  /* Beside whatever is said of it, so that it pushes nothing down. */
  .when {
    grid-row: 1 / span 3;
  }

  .when time {
    display: grid;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .about {
    grid-column: 2 / -1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .owner {
    color: var(--_accent);
    font-weight: 600;
  }

  .money {
    display: grid;
    grid-column: 2;
    align-content: start;
    font-variant-numeric: tabular-nums;
  }

  .few {
    color: var(--_accent);
    font-weight: 600;
  }

  .shut .about {
    color: var(--_text-quiet);
  }

  .act {
    display: grid;
    grid-column: 3;
    align-content: start;
    justify-items: end;
    gap: var(--_space-2);
  }

  .held {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2 / -1;
    align-items: center;
    gap: 0 var(--_space-1);
  }

  .held .button {
    padding-inline: var(--_space-2);
    font-size: var(--_size-s);
  }

  .add {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .places {
    display: flex;
    gap: var(--_space-2);
    margin-inline-end: var(--_space-2);
    color: var(--_accent);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .places .icon {
    flex: none;
    margin-block-start: 2px;
  }

  .people {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
  }

  .person {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .person[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
    color: var(--_accent);
    font-weight: 600;
  }

  .person[aria-disabled='true'] {
    color: var(--_text-quiet);
    cursor: default;
  }

  @media (forced-colors: active) {
    .person[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }

  .offer > .notice {
    grid-column: 2 / -1;
  }

  .seats {
    grid-column: 1 / -1;
  }

  .offer > .notice,
  .seats {
    margin-block-start: var(--_space-2);
  }

  .seats {
    display: grid;
    gap: var(--_space-3);
    min-inline-size: 0;
  }

  .seats > .button {
    justify-self: start;
  }

  /* Several people beside the price would leave no room for it. */
  @container (inline-size < 40em) {
    .act:has(.people) {
      grid-column: 2 / -1;
      justify-items: start;
    }

    .act:has(.people) .people {
      justify-content: flex-start;
    }
  }

  @container (inline-size >= 40em) {
    .offer {
      /* However long the names of the people are, what it is about keeps room for words. */
      grid-template-columns: 4.5em minmax(12em, 1fr) minmax(10em, auto) fit-content(18em);
      gap: var(--_space-1) var(--_space-4);
    }

    .when {
      grid-row: 1 / span 2;
    }

    .about,
    .money,
    .act {
      grid-column: auto;
    }

    .act {
      min-inline-size: 9em;
    }

    .money {
      justify-items: end;
      text-align: end;
    }
  }
`;
