import { css } from 'lit';

export const barStyles = css`
  .bar {
    position: fixed;
    inset-block-end: 0;
    inset-inline: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: var(--_space-2) max(var(--_space-4), env(safe-area-inset-right)) max(var(--_space-2), env(safe-area-inset-bottom))
      max(var(--_space-4), env(safe-area-inset-left));
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-2);
  }

  /* It would lie over the foot of every sheet. */
  @media print {
    .bar {
      display: none;
    }
  }

  .bar .left {
    display: block;
    color: var(--_warning);
  }
`;
