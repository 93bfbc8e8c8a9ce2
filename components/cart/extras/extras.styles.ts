import { css } from 'lit';

export const extrasStyles = css`
  .panel > [part='subscriptions'],
  .panel > [part='products'],
  .panel > [part='offers'] {
    margin-block-start: var(--_space-5);
  }

  .row.product {
    grid-template-columns: 1fr auto auto;
  }

  .row.product .stepper {
    grid-column: 1;
    grid-row: 2;
  }

  .stepper {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    font-variant-numeric: tabular-nums;
    margin-inline-start: -12px;
  }

  .step {
    min-inline-size: 44px;
    padding: 0;
  }

  .row.offer {
    grid-template-columns: 1fr auto;
    padding-block: var(--_space-2);
  }

  .row .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space-2);
  }

  .row .choices .button {
    padding-inline: var(--_space-3);
    font-size: var(--_size-s);
  }

  @container (inline-size < 24em) {
    .row.offer {
      grid-template-columns: 1fr;
      gap: var(--_space-2);
    }

    .row .choices {
      justify-content: start;
    }
  }

  .steps {
    display: grid;
  }

  .holder {
    margin-block-start: var(--_space-2);
    color: var(--_accent);
    font-weight: 650;
  }

  [part='codes'] form {
    margin-block-start: var(--_space-2);
  }

  .saved {
    color: var(--_success);
    font-weight: 600;
  }
`;
