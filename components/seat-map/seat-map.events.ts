/**
 * Fired before a seat or an area's place is chosen or given back; `preventDefault()` leaves everything as it is.
 */
export class FoyerSeatPickEvent extends Event {
  /** Id of the seat or area in the plan, such as `P-F-12`. */
  readonly place: string;
  readonly intent: 'choose' | 'release';

  constructor(place: string, intent: 'choose' | 'release') {
    super('foyer-seat-pick', { bubbles: true, composed: true, cancelable: true });
    this.place = place;
    this.intent = intent;
  }
}

/** Fired after the visitor's own places of this performance have changed at the server, by what they did in this map. */
export class FoyerSeatsChangeEvent extends Event {
  readonly performance: string;
  /** Ids of all seats the visitor now holds for it. */
  readonly seats: readonly string[];
  /** Places held by area id. */
  readonly areas: Readonly<Record<string, number>>;

  constructor(performance: string, seats: readonly string[], areas: Readonly<Record<string, number>>) {
    super('foyer-seats-change', { bubbles: true, composed: true });
    this.performance = performance;
    this.seats = seats;
    this.areas = areas;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-seat-pick': FoyerSeatPickEvent;
    'foyer-seats-change': FoyerSeatsChangeEvent;
  }
}
