import { css } from 'lit';

/** Zones, signs and the places without numbers. */
export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-5);
  }

  .legend ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-4);
  }

  .legend .zones {
    gap: var(--_space-2);
  }

  .legend svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }

  .signs li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .zone {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: var(--_space-1) var(--_space-3) var(--_space-1) var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    font-size: var(--_size-s);
    cursor: pointer;
  }

  .zone svg {
    color: var(--_zone);
  }

  .zone[aria-pressed='true'] {
    border-color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_text);
  }

  .areas {
    display: grid;
    gap: var(--_space-2);
  }

  .area {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .area strong,
  .area .small {
    display: block;
  }

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
