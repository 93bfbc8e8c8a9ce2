import { css } from 'lit';

export const emailAdviceStyles = css`
  .advice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-2) var(--_space-2) var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_accent-quiet);
  }

  .advice strong {
    overflow-wrap: anywhere;
  }
`;
