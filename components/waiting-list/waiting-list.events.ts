/** The visitor waits for places of a performance. Sent after it happened; nothing in it tells who. */
export class FoyerWaitingJoinEvent extends Event {
  /** Id of the performance. */
  readonly performance: string;
  readonly places: number;

  constructor(performance: string, places: number) {
    super('foyer-waiting-join', { bubbles: true, composed: true });
    this.performance = performance;
    this.places = places;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-waiting-join': FoyerWaitingJoinEvent;
  }
}
