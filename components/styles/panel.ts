import { css } from 'lit';

/** A quiet raised sheet that carries one element in a stranger's page. */
export const panelStyles = css`
  .panel {
    container-type: inline-size;
    padding: clamp(var(--_space-4), 5%, var(--_space-5));
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
  }

  .panel > * + * {
    margin-block-start: var(--_space-4);
  }
`;
