import { css } from 'lit';

/** What is around the map, and the colours of all of it by role; the canvas takes them from the same properties. */
export const seatMapStyles = css`
  :host {
    --background: var(--_surface-sunken);
    --floor-color: var(--_surface-raised);
    --line-color: var(--_border);
    --stage-color: light-dark(#dfe2e7, #343943);
    --text-color: var(--_text);
    --taken-color: light-dark(#a3a8b1, #666d79);
    --mine-color: light-dark(#14171c, #f4f6fa);
    --map-height: clamp(22rem, 72svh, 46rem);
    --_mine-ink: light-dark(#ffffff, #14171c);
    container-type: inline-size;
  }

  .base {
    display: grid;
    gap: var(--_space-3);
    grid-template-columns: minmax(0, 1fr);
  }

  .toolbar {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space-3);
  }

  .parts {
    flex: 1;
    min-inline-size: 0;
  }

  .chips {
    display: flex;
    gap: var(--_space-2);
    overflow-x: auto;
    scrollbar-width: none;
    /* Room for the focus ring, which a scrolling box would cut off. */
    padding: 4px;
    margin: -4px;
  }

  .chip,
  .display button {
    flex: none;
    min-block-size: 40px;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-s);
    white-space: nowrap;
    cursor: pointer;
  }

  .chip:hover,
  .display button:hover {
    border-color: var(--_border-strong);
  }

  .chip[aria-current='true'],
  .display button[aria-pressed='true'] {
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
  }

  .display {
    display: flex;
    flex: none;
    margin-inline-start: auto;
  }

  .display button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .display button:last-child {
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  @media (pointer: coarse) {
    .chip,
    .display button {
      min-block-size: 44px;
    }
  }

  .message {
    margin: 0;
    font-size: var(--_size-s);
  }

  .message.danger {
    color: var(--_danger);
    font-weight: 600;
  }

  .waiting {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
    color: var(--_text-quiet);
  }

  /* Its colours change with the scheme of the page, however that is chosen; the change is heard as a transition. */
  .scheme {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    color: var(--text-color);
    background-color: var(--floor-color);
    transition: color 1ms, background-color 1ms;
  }

  @media (forced-colors: active) {
    .chip[aria-current='true'],
    .display button[aria-pressed='true'],
    .seat[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
