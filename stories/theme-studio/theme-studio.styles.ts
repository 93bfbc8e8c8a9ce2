import { css } from 'lit';

export const themeStudioStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(16rem, 22rem) minmax(0, 1fr);
    gap: var(--_space-5);
    align-items: start;
  }

  @media (max-width: 56rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  form {
    display: grid;
    gap: var(--_space-4);
  }

  fieldset {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: var(--_space-2);
    padding: 0;
    font-weight: 600;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr auto auto;
    gap: var(--_space-2);
    align-items: center;
  }

  input[type='color'] {
    inline-size: 56px;
    block-size: 44px;
    padding: 2px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
  }

  .stage {
    padding: var(--_space-5);
    border: 1px solid var(--_border);
    background: var(--_surface);
    color: var(--_text);
  }

  .elements {
    display: grid;
    gap: var(--_space-5);
  }

  ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
`;
