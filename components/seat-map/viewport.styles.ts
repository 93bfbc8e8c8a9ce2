import { css } from 'lit';

/** The box the hall is seen in. */
export const viewportStyles = css`
  .viewport {
    position: relative;
    block-size: var(--map-height);
    /* clip, not hidden: a focused cell outside of it must not scroll the hall away under the canvas. */
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--background);
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
    touch-action: pan-y;
    isolation: isolate;
  }


  .viewport.near {
    touch-action: none;
  }

  .viewport.pointing {
    cursor: pointer;
  }

  .viewport.closer {
    cursor: zoom-in;
  }

  .viewport:active:not(.pointing) {
    cursor: grabbing;
  }

  .canvas,
  .canvas canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
`;
