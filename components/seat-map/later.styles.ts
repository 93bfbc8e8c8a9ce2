import { css } from 'lit';

/** What parts that come later have in common: the colour of a zone, and steps up and down. */
export const laterStyles = css`
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
`;
