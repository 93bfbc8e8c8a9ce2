import { css } from 'lit';

/** What only a script can answer is not offered where none runs. */
export const withoutScriptStyles = css`
  @media (scripting: none) {
    button.button,
    .filters,
    .views,
    .later > :not(.unscripted) {
      display: none;
    }

    .unscripted {
      display: grid;
      gap: var(--_space-2);
    }
  }
`;
