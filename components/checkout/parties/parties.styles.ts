import { css } from 'lit';

export const partiesStyles = css`
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
`;
