/** The visitor wants to buy: the way to the tickets opens. Prevent it to go a way of your own. */
export class FoyerBuyOpenEvent extends Event {
  readonly performance: string;

  constructor(performance: string) {
    super('foyer-buy-open', { bubbles: true, composed: true, cancelable: true });
    this.performance = performance;
  }
}

/** The visitor left the way to the tickets. What was chosen stays held as long as its time runs. */
export class FoyerBuyCloseEvent extends Event {
  readonly performance: string;

  constructor(performance: string) {
    super('foyer-buy-close', { bubbles: true, composed: true });
    this.performance = performance;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-buy-open': FoyerBuyOpenEvent;
    'foyer-buy-close': FoyerBuyCloseEvent;
  }
}
