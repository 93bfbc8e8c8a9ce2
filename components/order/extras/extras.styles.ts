import { css } from 'lit';

export const orderExtrasStyles = css`
  .entitlement .code-text {
    font-size: var(--_size-l);
    overflow-wrap: anywhere;
  }

  .entitlement .button {
    justify-self: start;
    margin-block-start: var(--_space-2);
  }

  [part='products'] h3 {
    margin-block-end: var(--_space-2);
  }

  .withdrawal,
  .withdrawal form {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }

  .withdrawal {
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
  }

  .withdrawal legend {
    padding: 0;
    font-weight: 600;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 44px;
    cursor: pointer;
  }

  .tick input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
