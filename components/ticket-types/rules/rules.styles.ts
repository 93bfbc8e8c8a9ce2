import { css } from 'lit';

export const rulesStyles = css`
  .centre,
  .seats {
    grid-template-columns: minmax(0, 1fr);
  }

  .seat select {
    max-inline-size: 100%;
  }

  .choice:has(:disabled) {
    border-style: dashed;
    background: transparent;
    color: var(--_text-quiet);
    cursor: default;
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-4);
    flex: 1 1 100%;
  }

  .beside > * {
    flex: 0 1 auto;
  }

  .beside > .why[open],
  .beside > .taken {
    flex: 1 1 100%;
  }

  .beside:not(:has(> *)) {
    display: none;
  }

  .field.year {
    display: inline-grid;
    grid-template-columns: auto 4.5em;
    align-items: center;
    gap: 0 var(--_space-2);
  }

  .year .input {
    min-block-size: 44px;
    padding-inline: var(--_space-2);
  }

  .seat .year label {
    flex: none;
  }

  .year p {
    grid-column: 1 / -1;
  }

  .why summary {
    min-block-size: 44px;
    font-weight: 400;
  }

  .why .sums {
    max-inline-size: 24em;
    padding-block-end: var(--_space-2);
  }

  .why .sum {
    border-block-start: 1px solid var(--_border);
    padding-block-start: var(--_space-1);
    font-weight: 600;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 44px;
    cursor: pointer;
  }

  .tick input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .taken {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space-2);
    color: var(--_success);
  }

  .uitpas form,
  .tariffs {
    display: grid;
    gap: var(--_space-3);
    margin-block-start: var(--_space-2);
  }

  .tariffs .button {
    justify-self: start;
  }
`;
