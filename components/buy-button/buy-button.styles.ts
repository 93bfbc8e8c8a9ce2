import { css } from 'lit';

export const buyButtonStyles = css`
  :host {
    display: inline-block;
  }

  dialog {
    inline-size: min(86rem, 100vw - 2rem);
    max-inline-size: none;
    block-size: min(64rem, 100dvh - 2rem);
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
      translate: 0 1rem;
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

  .basket {
    display: grid;
    align-content: start;
    gap: var(--_space-4);
  }

  .skeleton.hall {
    min-block-size: 24rem;
  }

  .skeleton.basket {
    min-block-size: 12rem;
  }

  /* A phone has no page to see behind it. */
  @media (width < 48rem) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      border-radius: 0;
    }
  }

  @media (width >= 64rem) {
    .journey {
      grid-template-columns: minmax(0, 1fr) 24rem;
      align-items: start;
      padding-block-end: var(--_space-4);
    }

    .hall {
      position: sticky;
      inset-block-start: 0;
    }

    .journey.ordered {
      grid-template-columns: minmax(0, 44rem);
      justify-content: center;
    }
  }
`;
