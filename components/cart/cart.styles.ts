import { css } from 'lit';

export const cartStyles = css`
  :host(:state(aside)) {
    display: none;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
  }

  .performances,
  .centres {
    display: grid;
    gap: var(--_space-5);
  }

  .owner {
    margin-block-end: var(--_space-2);
    color: var(--_accent);
    font-size: var(--_size-s);
    font-weight: 650;
  }

  .panel > .centres {
    margin-block-start: var(--_space-5);
  }

  .lines {
    margin-block-start: var(--_space-2);
  }

  .line {
    display: grid;
    grid-template-columns: 1fr auto auto;
    align-items: center;
    gap: 0 var(--_space-2);
    min-block-size: 52px;
    border-block-start: 1px solid var(--_border);
    padding-block: var(--_space-1);
    line-height: 1.35;
  }

  .line.removed {
    grid-template-columns: 1fr auto;
    color: var(--_text-quiet);
  }

  .place {
    display: block;
    overflow-wrap: anywhere;
  }

  .line .remove {
    min-inline-size: 44px;
    padding: 0;
    color: var(--_text-quiet);
    /* The cross lines up with the panel's edge; its target stays 44 pixels. */
    margin-inline-end: -12px;
  }

  .time {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-2) var(--_space-2) var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
  }

  .time .text {
    display: flex;
    gap: var(--_space-2);
    font-variant-numeric: tabular-nums;
  }

  .time .icon {
    flex: none;
    margin-block-start: 2px;
  }

  .time .last {
    grid-column: 1 / -1;
    font-weight: 400;
  }

  .time.warning {
    background: var(--_warning-quiet);
    color: var(--_warning);
    font-weight: 600;
  }

  .time.warning .button {
    border-color: currentcolor;
    color: inherit;
  }

  progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: var(--_radius-pill);
    overflow: hidden;
    appearance: none;
    background: var(--_border);
    color: var(--_accent);
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    background: currentcolor;
    border-radius: inherit;
    transition: inline-size var(--_motion);
  }

  progress::-moz-progress-bar {
    background: currentcolor;
  }

  .warning progress {
    color: inherit;
  }

  @container (inline-size < 22em) {
    .time {
      grid-template-columns: 1fr;
      gap: 0;
      padding-inline-end: var(--_space-3);
    }

    .time .button {
      justify-self: start;
      padding-inline: calc(20px + var(--_space-2)) var(--_space-2);
    }

    .time.warning .button {
      justify-self: stretch;
      margin-block: var(--_space-2) var(--_space-3);
    }
  }

  .empty {
    padding-block: var(--_space-4);
    text-align: center;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

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
