import { css } from 'lit';

export const checkoutStyles = css`
  :host(:state(aside)),
  :host(:state(empty)) {
    display: none;
  }

  form {
    display: grid;
    gap: var(--_space-4);
  }

  .total {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-4);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_size-l);
    font-weight: 650;
  }

  .terms a,
  .notice a {
    color: inherit;
    font-weight: 600;
  }

  .terms a {
    color: var(--_accent);
  }

  .next {
    display: grid;
    gap: var(--_space-2);
  }
`;
