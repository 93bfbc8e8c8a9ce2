import { css } from 'lit';

/** What the parts about prices share: rows with something at their end, fields with a button, and disclosures. */
export const pricesStyles = css`
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

  details > summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    gap: var(--_space-2);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  details > summary::-webkit-details-marker {
    display: none;
  }

  details > summary::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-block-end: 2px solid currentcolor;
    border-inline-end: 2px solid currentcolor;
    rotate: 45deg;
    translate: 0 -2px;
    transition: rotate var(--_motion);
  }

  details[open] > summary::before {
    rotate: 225deg;
    translate: 0 2px;
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
