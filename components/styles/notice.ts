import { css } from 'lit';

/** A sentence that must be seen, with a way on; its meaning is in its words, never in its colour alone. */
export const noticeStyles = css`
  .notice {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid color-mix(in oklab, currentcolor 30%, transparent);
    border-radius: var(--_radius-m);
    background: var(--_accent-quiet);
    color: var(--_accent);
  }

  .notice.danger {
    background: var(--_danger-quiet);
    color: var(--_danger);
  }

  .notice.warning {
    background: var(--_warning-quiet);
    color: var(--_warning);
  }

  .notice.success {
    background: var(--_success-quiet);
    color: var(--_success);
  }
`;
