/** The visitor wants to choose the places of a performance by hand. Prevent it to show the hall in a way of your own. */
export class FoyerSubscriptionSeatsEvent extends Event {
  /** As the selling centre names it; what `<foyer-seat-map>` takes as its `performance`. */
  readonly performance: string;
  /** So many places belong to the subscriptions. */
  readonly places: number;

  constructor(performance: string, places: number) {
    super('foyer-subscription-seats', { bubbles: true, composed: true, cancelable: true });
    this.performance = performance;
    this.places = places;
  }
}

/** The visitor chose or gave back something in a subscription. Sent after the centre accepted it. */
export class FoyerSubscriptionChangeEvent extends Event {
  /** Id of the formula. */
  readonly formula: string;
  /** Whether the subscription of every holder is complete. */
  readonly complete: boolean;
  /** By holder, the performances. */
  readonly chosen: readonly { readonly holder: string; readonly performances: readonly string[] }[];

  constructor(formula: string, complete: boolean, chosen: FoyerSubscriptionChangeEvent['chosen']) {
    super('foyer-subscription-change', { bubbles: true, composed: true });
    this.formula = formula;
    this.complete = complete;
    this.chosen = chosen;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-subscription-seats': FoyerSubscriptionSeatsEvent;
    'foyer-subscription-change': FoyerSubscriptionChangeEvent;
  }
}
