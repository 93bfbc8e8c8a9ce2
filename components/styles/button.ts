import { css } from 'lit';

/** Buttons, and links that act as one: plain, primary (one a view) and quiet (beside a line). */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 44px;
    padding: var(--_space-2) var(--_space-4);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--_motion), border-color var(--_motion);
  }

  .button:hover {
    background: var(--_surface-sunken);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }

  .button.wide {
    inline-size: 100%;
    min-block-size: 52px;
    font-size: var(--_size-l);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  .button.quiet:hover {
    background: var(--_accent-quiet);
  }

  .button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }

  /* Among the visitor's own colours it stays the one that stands out. */
  @media (forced-colors: active) {
    .button.primary {
      background: ButtonText !important;
      color: ButtonFace;
      forced-color-adjust: none;
    }
  }
`;
