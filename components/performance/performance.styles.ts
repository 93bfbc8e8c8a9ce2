import { css } from 'lit';

export const performanceStyles = css`
  :host {
    container-type: inline-size;
  }

  .performance {
    display: grid;
    gap: var(--_space-4) var(--_space-6);
    color: var(--_text);
    line-height: 1.5;
  }

  .performance > .notice {
    grid-column: 1 / -1;
  }

  .picture {
    aspect-ratio: 16 / 10;
    border-radius: var(--_radius-l);
    background: var(--_accent-quiet);
    overflow: hidden;
  }

  .picture img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .main {
    display: grid;
    align-content: start;
    gap: var(--_space-3);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .title {
    margin: 0;
    font-family: var(--_font-heading);
    font-size: var(--_size-2xl);
    font-weight: 650;
    line-height: 1.15;
    text-wrap: balance;
  }

  .subtitle {
    font-size: var(--_size-l);
  }

  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
  }

  .when time::first-letter,
  .notice .note::first-letter {
    text-transform: uppercase;
  }

  .when time,
  .note {
    font-weight: 650;
  }

  .owner {
    color: var(--_accent);
  }

  .story {
    display: grid;
    gap: var(--_space-3);
    max-inline-size: 40em;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: var(--_space-3) var(--_space-4);
    padding-block: var(--_space-3);
    border-block: 1px solid var(--_border);
  }

  dt {
    font-size: var(--_size-s);
  }

  a:not(.button) {
    color: var(--_accent);
  }

  .dates {
    display: grid;
    gap: var(--_space-2);
  }

  .dates li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space-4);
    min-block-size: 44px;
    border-block-end: 1px solid var(--_border);
  }

  .link {
    padding: var(--_space-2) 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .under {
    font-size: var(--_size-l);
  }

  .line {
    block-size: 1.6em;
  }

  .line:first-child {
    block-size: 3em;
  }

  @container (inline-size >= 48em) {
    .performance {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      align-items: start;
    }

    .picture {
      aspect-ratio: 1;
    }

    .way {
      justify-self: start;
    }
  }
`;
