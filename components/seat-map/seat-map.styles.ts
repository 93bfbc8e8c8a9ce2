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
    --map-height: clamp(min(22em, 78svh), 72svh, 46em);
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
    flex-wrap: wrap;
    gap: var(--_space-3);
    /* Kept free until there is something in it, so that the map never moves. */
    min-block-size: 40px;
  }

  @media (pointer: coarse) {
    .toolbar {
      min-block-size: 44px;
    }
  }

  /* On a phone the parts of the hall will have a line of their own. */
  @container (max-width: 36em) {
    .toolbar:empty {
      min-block-size: calc(2 * 40px + var(--_space-3));
    }

    @media (pointer: coarse) {
      .toolbar:empty {
        min-block-size: calc(2 * 44px + var(--_space-3));
      }
    }
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
`;
