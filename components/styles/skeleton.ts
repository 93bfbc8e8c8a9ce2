import { css } from 'lit';

/** The shape of something that is on its way. */
export const skeletonStyles = css`
  .skeleton {
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
`;
