import { css } from 'lit';

export const cartStyles = css`
  :host(:state(aside)) {
    display: none;
  }

  /* Most visitors find it empty: it is as high then as the room that is kept for it before. */
  :host(:state(loading)),
  :host(:state(empty)) .panel {
    min-block-size: 12em;
  }

  /* Two places are on their way, or more. */
  .panel[aria-busy] {
    min-block-size: 24em;
  }

  .performances,
  .centres {
    display: grid;
    gap: var(--_space-5);
  }

  .owner {
    margin-block-end: var(--_space-2);
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
    /* Two grounds would be one. */
    forced-color-adjust: none;
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

  @container (inline-size < 26em) {
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
    padding-block: var(--_space-5);
    text-align: center;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
`;
