import { css } from 'lit';

export const passStyles = css`
  :host(:state(aside)) {
    display: none;
  }

  .passes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17em, 100%), 1fr));
    gap: var(--_space-3);
  }

  .pass {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    overflow-wrap: anywhere;
  }

  .pass .price {
    font-size: var(--_size-xl);
    font-weight: 650;
  }

  .pass .gives {
    display: grid;
    gap: var(--_space-2);
    margin-block-end: auto;
  }

  .gives li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-2);
  }

  .gives .icon {
    margin-block-start: 2px;
    color: var(--_success);
  }

  .show {
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
  }

  .show h3 {
    margin-block-end: var(--_space-3);
  }

  .visits {
    margin-block-end: var(--_space-3);
    color: var(--_success);
    font-weight: 600;
  }
`;
