import { css } from 'lit';

export const programmeStyles = css`
  .programme {
    container-type: inline-size;
    color: var(--_text);
  }

  .programme > * + * {
    margin-block-start: var(--_space-4);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
  }

  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: var(--_space-3);
  }

  .more {
    display: none;
    grid-column: 1 / -1;
    gap: var(--_space-3);
  }

  .more.open {
    display: grid;
  }

  .choices {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    align-items: end;
    gap: var(--_space-3);
  }

  .choices .field {
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
  }

  .toggle {
    min-block-size: 48px;
  }

  .active {
    min-inline-size: 1.6em;
    padding-inline: 0.4em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_size-s);
    line-height: 1.6;
    font-variant-numeric: tabular-nums;
  }

  .show {
    grid-column: 1 / -1;
  }

  .check {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 48px;
  }

  .check input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }

  .items {
    display: grid;
    gap: var(--_space-5) var(--_space-4);
  }

  .month > .items + .items {
    margin-block-start: var(--_space-5);
  }

  .month > h3,
  .month > h4 {
    margin-block: var(--_space-4) var(--_space-3);
  }

  .group + .group {
    margin-block-start: var(--_space-6);
  }

  .group > h3 {
    padding-block: var(--_space-4) 0;
    font-size: var(--_size-xl);
  }

  .month > h3::first-letter,
  .month > h4::first-letter {
    text-transform: uppercase;
  }

  h4 {
    margin: 0;
    font-family: var(--_font-heading);
    font-size: var(--_size-l);
    font-weight: 650;
  }

  .item {
    position: relative;
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-1) var(--_space-3);
    min-inline-size: 0;
  }

  .picture {
    grid-row: 1 / 3;
    aspect-ratio: 1;
    border-radius: var(--_radius-m);
    background: var(--_accent-quiet);
    overflow: hidden;
  }

  .picture img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transition: scale var(--_motion);
  }

  .item:hover img {
    scale: 1.03;
  }

  .about {
    display: grid;
    align-content: start;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .when {
    font-size: var(--_size-s);
  }

  .when time {
    font-weight: 650;
  }

  /* What begins with a number keeps its order on a page that runs from right to left. */
  .when span,
  .count {
    unicode-bidi: plaintext;
  }

  .title {
    justify-self: start;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-family: var(--_font-heading);
    font-size: var(--_size-l);
    font-weight: 650;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  /* The whole performance can be pressed; its name is what has the focus. */
  .title::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius-m);
  }

  .title:focus-visible {
    outline: none;
  }

  .title:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .item:hover .title {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .where {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
  }

  .where strong {
    color: var(--_accent);
  }

  .note {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .shut .note {
    color: var(--_text-quiet);
    font-weight: 400;
  }

  .shut img {
    filter: grayscale(0.85);
    opacity: 0.75;
  }

  .empty {
    padding-block: var(--_space-6);
    text-align: center;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
  }

  .else {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
    color: var(--_text-quiet);
    font-weight: 400;
  }

  /* Above the performance, which can be pressed as a whole. */
  .other {
    position: relative;
    z-index: 1;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .later {
    position: relative;
    margin-block-start: var(--_space-5);
  }

  .unscripted {
    display: none;
  }

  /* About as high as a performance, so that the page keeps its length. */
  .blank {
    min-block-size: 6.5em;
  }

  .skeleton {
    min-block-size: 5.5em;
  }

  @container (inline-size >= 44em) {
    .toggle,
    .show {
      display: none;
    }

    .more {
      display: contents;
    }

    .list .item {
      grid-template-columns: 5.5em minmax(0, 1fr) auto;
      align-items: center;
      padding-block-end: var(--_space-4);
      border-block-end: 1px solid var(--_border);
    }

    .list .note {
      max-inline-size: 14em;
      text-align: end;
    }
  }

  @container (inline-size >= 34em) {
    .cards .items {
      grid-template-columns: repeat(auto-fill, minmax(13em, 1fr));
      gap: var(--_space-6) var(--_space-5);
    }

    .cards .item {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-2);
    }

    .cards .picture {
      grid-row: auto;
      border-radius: var(--_radius-l);
    }

    .cards .blank::before {
      content: '';
      display: block;
      aspect-ratio: 1;
      margin-block-end: 8.5em;
    }

    .cards .skeleton {
      aspect-ratio: 4 / 5;
      border-radius: var(--_radius-l);
    }
  }
`;
