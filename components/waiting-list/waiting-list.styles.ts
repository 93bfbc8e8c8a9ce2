import { css } from 'lit';

export const waitingListStyles = css`
  form {
    display: grid;
    gap: var(--_space-3) var(--_space-4);
  }

  h2 {
    font-size: var(--_size-l);
  }

  @container (inline-size >= 30em) {
    form {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
    }

    form > .wide {
      grid-column: 1 / -1;
    }

    button.wide {
      justify-self: start;
      inline-size: auto;
    }
  }
`;
