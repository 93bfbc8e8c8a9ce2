import { css } from 'lit';

export const ticketTypesStyles = css`
  :host(:state(aside)),
  :host(:state(empty)) {
    display: none;
  }

  .centre {
    display: grid;
    gap: var(--_space-4);
  }

  .name {
    padding: 0;
    margin-block-end: var(--_space-2);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .choice {
    position: relative;
    display: grid;
    flex: 1 1 auto;
    align-content: center;
    min-inline-size: min(5.5em, 100%);
    min-block-size: 48px;
    padding: var(--_space-1) var(--_space-2);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    font-size: var(--_size-s);
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
    overflow-wrap: anywhere;
    transition: background-color var(--_motion), border-color var(--_motion);
  }

  .choice:hover {
    background: var(--_surface-sunken);
  }

  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
    box-shadow: inset 0 0 0 1px var(--_accent);
    color: var(--_accent);
  }

  .choice:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  /* The whole segment is the radio button; its border says that it is chosen. */
  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 3px solid Highlight;
    }
  }

  .seats {
    display: grid;
    gap: var(--_space-2);
  }

  h3 + .seats {
    margin-block-start: var(--_space-2);
  }

  /* The name takes what the choice leaves; where that is too little, the choice stands below it. */
  .seat {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .seat label {
    flex: 999 1 6.5em;
  }

  .seat select {
    flex: 1 1 15em;
    inline-size: auto;
    min-inline-size: 0;
    min-block-size: 44px;
    padding-inline: var(--_space-2);
    text-overflow: ellipsis;
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }

  @container (inline-size < 24em) {
    .seat {
      font-size: var(--_size-s);
    }

    .seat select {
      flex-basis: 12.75em;
      padding-inline: var(--_space-1);
      font-size: 16px;
    }
  }

  .panel > .reason {
    margin-block-start: var(--_space-2);
  }
`;
