import { css } from 'lit';

/** What every element starts from: the page's font, our colours, a visible focus, and a place for spoken words. */
export const hostStyles = css`
  :host {
    display: block;
    color: var(--_text);
    font-family: var(--_font-body);
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  :host,
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3 {
    font-family: var(--_font-heading);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--_size-xl);
  }

  h3 {
    font-size: var(--_size-l);
  }

  .quiet {
    color: var(--_text-quiet);
  }

  .small {
    font-size: var(--_size-s);
  }

  .amount {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    /* An amount keeps its own order on a page that runs from right to left. */
    unicode-bidi: plaintext;
  }

  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
