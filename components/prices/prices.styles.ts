import { css } from 'lit';
import { disclosureStyles } from '../styles/disclosure.ts';

/** What the parts about prices share: rows with something at their end, fields with a button, and disclosures. */
export const pricesStyles = css`
  ${disclosureStyles}

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 var(--_space-2);
    min-block-size: 52px;
    border-block-start: 1px solid var(--_border);
    padding-block: var(--_space-1);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  h3 + ul > .row:first-child {
    margin-block-start: var(--_space-2);
  }

  .row .name {
    font-weight: 600;
  }

  .row .facts {
    display: block;
  }

  .row .remove {
    min-inline-size: 44px;
    padding: 0;
    color: var(--_text-quiet);
    margin-inline-end: -12px;
  }

  .code-text {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.03em;
  }

  .with-button {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .with-button .input {
    flex: 1 1 9em;
    inline-size: auto;
    min-inline-size: 0;
  }

  .with-button .button {
    flex: 0 1 auto;
  }

  .sums {
    display: grid;
    gap: var(--_space-1);
  }

  .sums > div {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-3);
  }
`;
