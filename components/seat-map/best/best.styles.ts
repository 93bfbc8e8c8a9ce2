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
    flex: 1 1 11em;
    max-inline-size: 15em;
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

  /* Two beside each other, and a lower map: what is asked, what is found and where it is are seen together. */
  @container (max-width: 32em) {
    .best {
      gap: var(--_space-2);
      padding: var(--_space-3);
    }

    .best ~ .viewport {
      block-size: min(var(--map-height), 48svh);
    }

    .wish {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
      gap: var(--_space-2) var(--_space-3);
    }

    .wish .field {
      max-inline-size: none;
    }

    .wish .input {
      padding-inline: var(--_space-2);
    }

    .wish .where,
    .wish > .needs,
    .wish > .primary {
      grid-column: 1 / -1;
    }

    .wish .where {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      column-gap: var(--_space-3);
    }

    .needs {
      column-gap: var(--_space-3);
    }

    .suggestion {
      padding-block-start: var(--_space-2);
    }
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
