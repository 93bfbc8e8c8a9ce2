import { css } from 'lit';

export const heldStyles = css`
  /* It takes no room, not even a gap of a page that lays out the shop's surroundings in a grid. */
  :host {
    display: contents;
  }

  .bar {
    font-size: clamp(15px, 0.9em, 18px);
    font-weight: 400;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }

  .bar.warning {
    background: var(--_warning-quiet);
    color: var(--_warning);
  }

  .text {
    display: flex;
    gap: var(--_space-2);
  }

  .icon,
  .button {
    flex: none;
  }

  /* A phone has room for the words. */
  @media (width < 30em) {
    .icon {
      display: none;
    }
  }
`;
