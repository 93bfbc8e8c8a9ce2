import { css } from 'lit';

/** The performances to choose from, and what is proposed. */
export const pickerStyles = css`
  .picker,
  .proposals {
    display: grid;
    gap: var(--_space-3);
    min-inline-size: 0;
  }

  .preference {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-4);
  }

  .preference legend {
    padding: 0;
    font-weight: 600;
  }

  .preference p {
    flex-basis: 100%;
  }

  .check {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 44px;
  }

  .check input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-2) var(--_space-4);
  }

  .filters .field {
    flex: 0 1 14em;
  }

  .group {
    margin-block-start: var(--_space-3);
    font-size: var(--_size-l);
    font-weight: 650;
  }

  .proposals {
    padding: var(--_space-4);
    border-radius: var(--_radius-l);
    background: var(--_surface-sunken);
  }

  .proposals ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: var(--_space-3);
  }

  .proposals li {
    display: grid;
    align-content: space-between;
    justify-items: start;
    gap: var(--_space-1);
    padding: var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .empty {
    padding-block: var(--_space-5);
  }
`;
