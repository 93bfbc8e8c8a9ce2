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

  .parties {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
  }

  .parties h3 {
    font-size: var(--_size-m);
  }

  .next {
    display: grid;
    gap: var(--_space-2);
  }
`;
