import type { Owner } from '../../sdk/contract/index.ts';

/** The visitor opens a performance. Prevent it to show the performance in a way of your own. */
export class FoyerPerformanceOpenEvent extends Event {
  /** As the selling centre names it; what `<foyer-seat-map>` takes as its `performance`. */
  readonly performance: string;
  /** The centre that plays it. */
  readonly owner: Owner;
  /** Where the tab goes when nobody prevents it; null without `link`. */
  readonly href: string | null;

  constructor(performance: string, owner: Owner, href: string | null) {
    super('foyer-performance-open', { bubbles: true, composed: true, cancelable: true });
    this.performance = performance;
    this.owner = owner;
    this.href = href;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-performance-open': FoyerPerformanceOpenEvent;
  }
}
