import { css } from 'lit';

/** Room for what will fill a screen, while it is on its way: nothing below it is pushed away when it comes. */
export const roomStyles = css`
  :host(:state(loading)) {
    min-block-size: min(100svh, 60em);
  }
`;
