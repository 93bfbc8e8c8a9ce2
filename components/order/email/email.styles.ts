import { css } from 'lit';

export const emailStyles = css`
  .correction {
    display: grid;
    gap: var(--_space-3);
  }
`;
