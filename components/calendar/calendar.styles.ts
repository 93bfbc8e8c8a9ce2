import { css } from 'lit';

export const calendarStyles = css`
  .calendar {
    container-type: inline-size;
    color: var(--_text);
  }

  .calendar > * + *,
  .panel > * + * {
    margin-block-start: var(--_space-4);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }

  .turn {
    display: flex;
    gap: var(--_space-1);
  }

  .turn-to {
    inline-size: 44px;
    padding: 0;
  }

  .turn-to[aria-disabled='true'] {
    border-color: var(--_border);
    cursor: default;
  }

  .turn-to:dir(rtl) svg {
    scale: -1 1;
  }

  .period {
    flex: 1 1 calc(100% - 8em);
    font-size: var(--_size-xl);
  }

  .period::first-letter,
  h4::first-letter {
    text-transform: uppercase;
  }

  .views {
    display: flex;
    flex: 1 1 auto;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
  }

  .view {
    flex: 1;
    min-block-size: 44px;
    padding: var(--_space-1);
    border: 0;
    border-radius: calc(var(--_radius-m) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .view[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 650;
  }

  @media (forced-colors: active) {
    .view[aria-pressed='true'] {
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
  }

  h4 {
    margin: 0;
    font-family: var(--_font-heading);
    font-size: var(--_size-l);
    font-weight: 650;
    line-height: 1.25;
  }

  .entries,
  .agenda {
    display: grid;
    gap: var(--_space-4);
  }

  .agenda {
    gap: var(--_space-5);
  }

  .of-day > h4 {
    padding-block-end: var(--_space-2);
    margin-block-end: var(--_space-3);
    border-block-end: 1px solid var(--_border);
  }

  .of-day.today > h4 {
    border-block-end: 2px solid var(--_accent);
  }

  .entry {
    position: relative;
    display: grid;
    grid-template-columns: 3.5em minmax(0, 1fr) auto;
    gap: var(--_space-1) var(--_space-3);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .time {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .picture {
    inline-size: 4em;
    aspect-ratio: 1;
    border-radius: var(--_radius-m);
    object-fit: cover;
  }

  .shut .picture {
    filter: grayscale(0.85);
    opacity: 0.75;
  }

  .title {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-family: var(--_font-heading);
    font-size: inherit;
    font-weight: 650;
    line-height: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  /* The whole performance can be pressed; its name is what has the focus. */
  .title::after {
    content: '';
    position: absolute;
    inset: calc(-1 * var(--_space-1));
    border-radius: var(--_radius-m);
  }

  .title:focus-visible {
    outline: none;
  }

  .title:focus-visible::after {
    outline: 3px solid var(--_focus);
  }

  .entry:hover .title {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .where {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
  }

  .owner {
    color: var(--_accent);
  }

  .note {
    font-size: var(--_size-s);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .shut .note {
    color: var(--_text-quiet);
    font-weight: 400;
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_space-3);
    padding-block: var(--_space-5);
    text-align: center;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_space-2);
  }

  .skeletons {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: var(--_space-1);
  }

  .skeletons .skeleton {
    min-block-size: 44px;
    border-radius: var(--_radius-s);
  }

  .skeletons.agenda {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
  }

  .skeletons.agenda .skeleton:nth-child(n + 7) {
    display: none;
  }

  .skeletons.agenda .skeleton {
    min-block-size: 4em;
  }

  /* A short word and the three views stay beside each other on a phone. */
  @container (inline-size < 34em) {
    .head > .button,
    .view {
      padding-inline: var(--_space-2);
      font-size: var(--_size-s);
    }
  }

  @container (inline-size >= 34em) {
    .period {
      flex: 1 1 6em;
    }

    .views {
      flex: none;
    }

    .view {
      padding-inline: var(--_space-3);
    }

    .skeletons.month .skeleton {
      min-block-size: 6.5em;
    }

    .skeletons.week .skeleton {
      min-block-size: 14em;
    }
  }

  @container (inline-size >= 68em) {
    .both {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(20em, 24em);
      align-items: start;
      gap: var(--_space-6);
    }

    .panel {
      position: sticky;
      inset-block-start: var(--_space-4);
    }

    .agenda .entries {
      grid-template-columns: repeat(auto-fill, minmax(24em, 1fr));
    }
  }

  /* On a wall it is read from where people stand. */
  @container (inline-size >= 120em) {
    .head,
    .both {
      font-size: var(--_size-xl);
    }
  }
`;
