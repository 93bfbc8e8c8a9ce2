import { css } from 'lit';

export const ticketTypesStyles = css`
  :host(:state(aside)),
  :host(:state(empty)) {
    display: none;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
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
    gap: var(--_space-1);
    padding: var(--_space-1);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
  }

  .choice {
    position: relative;
    display: grid;
    flex: 1 1 auto;
    align-content: center;
    min-inline-size: min(5.5em, 100%);
    min-block-size: 48px;
    padding: var(--_space-1) var(--_space-2);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    font-size: var(--_size-s);
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
    overflow-wrap: anywhere;
    transition: background-color var(--_motion), border-color var(--_motion);
  }

  .choice:hover {
    border-color: var(--_border-strong);
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

  .seat {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, auto);
    align-items: center;
    gap: var(--_space-3);
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .seat select {
    min-block-size: 44px;
    padding-inline: var(--_space-2);
    text-overflow: ellipsis;
    font-variant-numeric: tabular-nums;
  }

  /* Beside a name that wraps the choice stays whole; with less room the name gives way first. */
  @container (inline-size < 24em) {
    .seat {
      grid-template-columns: minmax(5.5em, 1fr) minmax(0, auto);
      gap: var(--_space-2);
      font-size: var(--_size-s);
    }

    .seat select {
      padding-inline: var(--_space-1);
      font-size: 16px;
    }
  }

  .panel > .reason {
    margin-block-start: var(--_space-2);
  }
`;
