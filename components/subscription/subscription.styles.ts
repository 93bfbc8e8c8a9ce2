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
