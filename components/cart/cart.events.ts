import type { Line } from '../../sdk/contract/index.ts';

/** The visitor gave a place back. Sent after it happened. */
export class FoyerCartRemoveEvent extends Event {
  readonly line: Line;

  constructor(line: Line) {
    super('foyer-cart-remove', { bubbles: true, composed: true });
    this.line = line;
  }
}

/** The visitor wants to choose again after the hold ended: a page may bring the seats into view. */
export class FoyerChooseAgainEvent extends Event {
  /** Slugs of the performances whose places were lost. */
  readonly performances: readonly string[];

  constructor(performances: readonly string[]) {
    super('foyer-choose-again', { bubbles: true, composed: true });
    this.performances = performances;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-cart-remove': FoyerCartRemoveEvent;
    'foyer-choose-again': FoyerChooseAgainEvent;
  }
}
