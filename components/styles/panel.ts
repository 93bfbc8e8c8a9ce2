import { css } from 'lit';

/** A quiet raised sheet that carries one element in a stranger's page, with its head, who plays, and the total at its foot. */
export const panelStyles = css`
  .panel {
    container-type: inline-size;
    padding: clamp(var(--_space-4), 5%, var(--_space-5));
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    /* Said again here, because a page can unset the host's. */
    color: var(--_text);
    line-height: 1.5;
    text-align: start;
  }

  .panel > * + * {
    margin-block-start: var(--_space-4);
  }

  .owner {
    color: var(--_accent);
    font-size: var(--_size-s);
    font-weight: 650;
  }

  .head,
  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
  }

  .total {
    padding-block-start: var(--_space-3);
    border-block-start: 2px solid var(--_border-strong);
    font-size: var(--_size-l);
    font-weight: 650;
  }
`;
