import { css } from 'lit';

/** What is folded away until somebody asks for it. */
export const disclosureStyles = css`
  details > summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    gap: var(--_space-2);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  details > summary::-webkit-details-marker {
    display: none;
  }

  details > summary::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-block-end: 2px solid currentcolor;
    border-inline-end: 2px solid currentcolor;
    rotate: 45deg;
    translate: 0 -2px;
    transition: rotate var(--_motion);
  }

  details[open] > summary::before {
    rotate: 225deg;
    translate: 0 2px;
  }
`;
