import { css } from 'lit';

export const moreStyles = css`
  .correction {
    display: grid;
    gap: var(--_space-3);
  }

  .aside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }

  .aside .mark {
    inline-size: 36px;
    block-size: 36px;
  }

  .aside .mark .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .aside > div {
    flex: 1 1 9em;
  }

  .aside h2 {
    font-size: var(--_size-l);
  }
`;
