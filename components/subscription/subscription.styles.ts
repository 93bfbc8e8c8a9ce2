import { css } from 'lit';

/** The whole: formulas, who it is for, how far it is, and what is chosen. */
export const subscriptionStyles = css`
  .subscription {
    container-type: inline-size;
    color: var(--_text);
  }

  .subscription > * + * {
    margin-block-start: var(--_space-4);
  }

  h4 {
    margin: 0;
    font-family: var(--_font-heading);
    font-size: inherit;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
    overflow-wrap: anywhere;
  }

  .lead {
    max-inline-size: 60ch;
  }

  .formulas {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: var(--_space-4);
  }

  .formula {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: var(--_space-3);
    padding: var(--_space-5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
  }

  .formula .button {
    margin-block-start: auto;
  }

  .facts {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: var(--_space-4);
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    list-style: disc;
  }

  .subscription > .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
  }

  .subscription > .lead + .facts {
    margin-block-start: var(--_space-2);
  }

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

  .columns {
    display: grid;
    gap: var(--_space-6);
  }

  .main {
    display: grid;
    align-content: start;
    gap: var(--_space-5);
    min-inline-size: 0;
  }

  .strip {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_accent-quiet);
    color: var(--_accent);
    font-size: var(--_size-s);
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

  .skeletons {
    display: grid;
    gap: var(--_space-3);
  }

  .skeletons i {
    block-size: 5em;
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeletons i {
      animation: none;
    }
  }

  @container (inline-size >= 58em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 21em;
    }

    .summary {
      position: sticky;
      inset-block-start: var(--_space-4);
    }

    .strip {
      display: none;
    }
  }
`;
