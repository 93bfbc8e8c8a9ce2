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
