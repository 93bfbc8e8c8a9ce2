import { css } from 'lit';

export const orderStyles = css`
  /* No room, and still a voice for what was closed just now. */
  :host(:state(none)) {
    position: absolute;
  }

  /* The line is fetched: what is below it does not move when it comes. */
  :host(:state(brief)) .panel {
    min-block-size: 5.25em;
  }

  .state {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
  }

  .state h2 {
    font-size: var(--_size-2xl);
  }

  #title:focus-visible {
    outline: none;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: var(--_radius-pill);
    background: var(--_accent-quiet);
    color: var(--_accent);
  }

  .mark .icon {
    inline-size: 28px;
    block-size: 28px;
  }

  @container (inline-size < 26em) {
    .state {
      gap: var(--_space-2) var(--_space-3);
    }

    .state h2 {
      font-size: var(--_size-xl);
    }

    .mark {
      inline-size: 44px;
      block-size: 44px;
    }
  }

  .mark.success {
    background: var(--_success-quiet);
    color: var(--_success);
  }

  .mark.warning {
    background: var(--_warning-quiet);
    color: var(--_warning);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .email {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-2);
    overflow-wrap: anywhere;
  }

  /* Its words line up with the panel's edge where they come below the address. */
  #change-email {
    padding-inline: 0;
  }

  .performances,
  .centres {
    display: grid;
    gap: var(--_space-5);
  }

  .owner {
    margin-block-end: var(--_space-2);
  }

  .notice.part {
    display: flex;
    gap: var(--_space-2);
    margin-block-end: var(--_space-3);
  }

  .part .icon {
    flex: none;
    margin-block-start: 2px;
  }

  .panel > .centres {
    margin-block-start: var(--_space-5);
  }

  .tickets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    gap: var(--_space-3);
    margin-block-start: var(--_space-3);
  }

  .ticket {
    display: grid;
    gap: var(--_space-1);
    align-content: start;
    padding: var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
  }

  .void {
    color: var(--_danger);
  }

  .ticket .place {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-3);
  }

  /* A scanner needs dark on light, in every scheme. */
  .qr {
    inline-size: min(100%, 15em);
    aspect-ratio: 1;
    margin-inline: auto;
    border-radius: var(--_radius-s);
    background: #fff;
    color: #000;
    forced-color-adjust: none;
  }
`;
