import { css } from 'lit';

export const buyButtonStyles = css`
  :host {
    display: inline-block;
  }

  dialog {
    inline-size: min(86em, 100vw - 2em);
    max-inline-size: none;
    block-size: min(64em, 100dvh - 2em);
    max-block-size: none;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow-2);
    overflow: hidden;
    overscroll-behavior: contain;
    text-align: start;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: rise var(--_motion) ease-out;
    }
  }

  @keyframes rise {
    from {
      translate: 0 1em;
    }
  }

  foyer-shop {
    display: contents;
  }

  .frame {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    block-size: 100%;
  }

  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space-4);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .head > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  #title:focus-visible {
    outline: none;
  }

  .close {
    flex: none;
    inline-size: 44px;
    padding: 0;
  }

  .frame > .notice {
    align-self: start;
    margin: var(--_space-4);
  }

  .journey {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-5);
    padding: var(--_space-4);
    padding-block-end: 96px;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block-end: 96px;
  }

  /* It scrolls by itself: nothing below waits for its room. */
  foyer-seat-map {
    min-block-size: 0;
  }

  .basket {
    display: grid;
    align-content: start;
    gap: var(--_space-4);
  }

  .skeleton.hall {
    min-block-size: 24em;
  }

  .skeleton.basket {
    min-block-size: 12em;
  }

  /* A phone has no page to see behind it. */
  @media (width < 48em) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      border-radius: 0;
    }
  }

  @media (width >= 64em) {
    .journey {
      grid-template-columns: minmax(0, 1fr) 24em;
      align-items: start;
      padding-block-end: var(--_space-4);
    }

    .hall {
      position: sticky;
      inset-block-start: 0;
    }

    .journey.ordered {
      grid-template-columns: minmax(0, 44em);
      justify-content: center;
    }
  }
`;
