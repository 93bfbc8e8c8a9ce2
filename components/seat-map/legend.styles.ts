import { css } from 'lit';

/** Zones and signs. */
export const legendStyles = css`
  .legend {
    display: grid;
    gap: var(--_space-3);
  }

  .zones {
    display: grid;
    gap: var(--_space-2);
    grid-template-columns: repeat(auto-fill, minmax(min(11em, calc(50% - var(--_space-1))), 1fr));
  }

  .signs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
  }

  .signs li {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
  }

  .legend svg {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
  }

  .ink-zone {
    color: var(--_zone, currentColor);
  }

  .ink-zoneInk {
    color: var(--_zone-ink, var(--_floor));
  }

  .ink-taken {
    color: var(--_taken);
  }

  .ink-mine {
    color: var(--_mine);
  }

  .ink-mineInk {
    color: var(--_mine-ink);
  }

  .ink-floor {
    color: var(--_floor);
  }

  .zone {
    display: grid;
    grid-template: 'mark name count' 'mark amount amount' / auto minmax(0, 1fr) auto;
    align-items: center;
    column-gap: var(--_space-1);
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 48px;
    padding: var(--_space-1) var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    font-size: var(--_size-s);
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }

  .zone:hover {
    border-color: var(--_border-strong);
  }

  .zone svg {
    grid-area: mark;
  }

  .zone-name {
    grid-area: name;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  /* "12 vrij" stays in this order on a page that reads from right to left. */
  .zone .count,
  .zone .amount {
    justify-self: start;
    unicode-bidi: plaintext;
  }

  .zone .count {
    grid-area: count;
  }

  .zone .amount {
    grid-area: amount;
    white-space: normal;
  }

  @container (max-width: 20.5em) {
    .zone {
      grid-template: 'mark name' 'mark amount' 'mark count' / auto minmax(0, 1fr);
    }
  }

  .zone[aria-pressed='true'] {
    border-color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_text);
  }

  .zone.all {
    display: block;
    text-align: center;
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .zone[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
