import { css } from 'lit';

/** Who it is for, how far each of them is, and what they have chosen. */
export const peopleStyles = css`
  .holders > ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: var(--_space-3);
    margin-block: var(--_space-2);
  }

  .holder {
    display: grid;
    align-content: start;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
  }

  .holder .field {
    grid-template-columns: minmax(0, 1fr) auto;
    max-inline-size: 28em;
  }

  .holder .field label {
    grid-column: 1 / -1;
  }

  .holder .button:not(.remove) {
    justify-self: start;
  }

  .remove {
    min-inline-size: 44px;
    padding: 0;
    color: var(--_text-quiet);
  }

  .progress {
    display: grid;
    gap: var(--_space-2);
    line-height: 1.4;
  }

  .dots {
    display: flex;
    gap: 6px;
  }

  .dots i {
    flex: 0 1 2.5em;
    block-size: 8px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-pill);
    transition: background-color var(--_motion);
  }

  .dots .on {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .complete .dots .on {
    border-color: var(--_success);
    background: var(--_success);
  }

  @media (forced-colors: active) {
    .progress .dots .on {
      border-color: CanvasText;
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_accent);
  }

  .saved {
    color: var(--_success);
    font-weight: 650;
  }

  .clash {
    color: var(--_warning);
    font-weight: 600;
  }

  .summary {
    align-self: start;
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
  }

  .summary > * + * {
    margin-block-start: var(--_space-3);
  }

  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 var(--_space-2);
    min-block-size: 52px;
    padding-block: var(--_space-1);
    border-block-start: 1px solid var(--_border);
    line-height: 1.35;
  }

  .line .place {
    display: block;
    overflow-wrap: anywhere;
  }

  .line .amount {
    display: grid;
    justify-items: end;
  }

  .line .remove {
    margin-inline-end: -12px;
  }

  .total {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
    padding-block-start: var(--_space-3);
    border-block-start: 2px solid var(--_border-strong);
    font-size: var(--_size-l);
    font-weight: 650;
  }
`;
