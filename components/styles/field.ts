import { css } from 'lit';

/** A label, its control, its hint and what is wrong with it. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--_space-1);
  }

  .field label {
    font-weight: 600;
  }

  .field label .quiet {
    font-weight: 400;
  }

  .input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    color: var(--_text);
    /* Under 16 pixels a phone zooms in on the field. */
    font: inherit;
    font-size: max(16px, 1em);
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .wrong {
    color: var(--_danger);
    font-size: var(--_size-s);
  }
`;
