import { css } from 'lit';

export const voucherStyles = css`
  :host(:state(aside)) {
    display: none;
  }

  form,
  .about {
    display: grid;
    gap: var(--_space-4);
  }

  .about {
    gap: var(--_space-1);
  }

  legend {
    padding: 0;
    margin-block-end: var(--_space-2);
    font-weight: 600;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .choice {
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: 5em;
    min-block-size: 48px;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    cursor: pointer;
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

  .other .input {
    max-inline-size: 10em;
  }

  .redeem {
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
  }

  .redeem h3 {
    margin-block-end: var(--_space-3);
  }
`;
