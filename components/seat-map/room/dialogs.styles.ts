import { css } from 'lit';

/** A sheet over the page, in the middle of a screen and at the foot of a phone. */
export const dialogStyles = css`
  dialog.room {
    box-sizing: border-box;
    inline-size: min(38em, 100vw - 2em);
    max-block-size: min(44em, 100dvh - 2em);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow-2);
    overflow: auto;
    overscroll-behavior: contain;
  }

  dialog.room::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .sheet {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    grid-template-columns: minmax(0, 1fr);
  }

  .sheet header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
  }

  .sheet h2,
  .sheet h3 {
    margin: 0;
    font-size: var(--_size-l);
    line-height: 1.25;
  }

  .sheet h3 {
    margin-block-start: var(--_space-2);
    font-size: var(--_size-s);
    color: var(--_text-quiet);
  }

  .sections {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .sections li + li {
    border-block-start: 1px solid var(--_border);
  }

  .sections .part {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 48px;
    padding: var(--_space-2);
    border: 0;
    border-radius: var(--_radius-m);
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  @media (max-width: 32em) {
    .sections .part {
      grid-template-columns: auto 1fr;
      gap: 0 var(--_space-3);
      padding-block: var(--_space-2);
    }

    .sections .part .quiet {
      grid-column: 2;
    }
  }

  .sections .part:hover {
    background: var(--_surface-sunken);
  }

  .sheet figure {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
  }

  .sheet figure img,
  .sheet figure canvas {
    inline-size: 100%;
    block-size: auto;
    max-block-size: 60dvh;
    object-fit: contain;
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
  }
`;
