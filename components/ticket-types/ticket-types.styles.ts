import { css } from 'lit';

export const ticketTypesStyles = css`
  :host(:state(aside)),
  :host(:state(empty)) {
    display: none;
  }

  .seat {
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
  }

  .seat.all {
    padding: var(--_space-4);
    border: 0;
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
  }

  legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    margin-block-end: var(--_space-2);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  legend .quiet {
    font-weight: 400;
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5em, 100%), 1fr));
    gap: var(--_space-2);
    clear: both;
  }

  .choice {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 52px;
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    cursor: pointer;
    transition: background-color var(--_motion), border-color var(--_motion);
  }

  .choice:hover {
    background: var(--_accent-quiet);
  }

  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .choice:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice input:focus-visible {
    outline: none;
  }

  .choice .text {
    display: grid;
    flex: 1;
    line-height: 1.35;
  }

  /* Too narrow for choices side by side: one under the other, each on a line. */
  @container (inline-size < 26em) {
    .choices {
      grid-template-columns: 1fr;
      gap: var(--_space-1);
    }

    .choice {
      min-block-size: 44px;
    }

    .choice .text {
      grid-template-columns: 1fr auto;
      gap: var(--_space-2);
    }
  }

  .reason {
    margin-block-start: var(--_space-2);
  }

  .performance > * + * {
    margin-block-start: var(--_space-4);
  }
`;
