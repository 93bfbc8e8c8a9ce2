import { css } from 'lit';

/** The wish for good seats, and what is suggested. */
export const bestStyles = css`
  .best {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
  }

  .wish {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-3) var(--_space-4);
  }

  .wish .field {
    flex: 1 1 11rem;
    max-inline-size: 15rem;
  }

  /* Where they stand below each other, all are as wide: nothing is cut off, and the edges meet. */
  @container (max-width: 32rem) {
    .wish .field {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }

  .wish label,
  .wish .label {
    font-size: var(--_size-s);
  }

  .wish .label {
    font-weight: 600;
  }

  .wish .input {
    min-block-size: 44px;
  }

  .wish .stepper {
    margin: 0;
  }

  .needs {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
  }

  .tick {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 40px;
    font-weight: 400;
    cursor: pointer;
  }

  .tick input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .party {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    margin: 0;
  }

  /* Its words begin where all others begin; only the hover reaches further. */
  .party .button {
    margin-inline: calc(var(--_space-4) * -1);
    text-align: start;
  }

  .suggestion {
    display: grid;
    gap: var(--_space-2);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
  }
`;
