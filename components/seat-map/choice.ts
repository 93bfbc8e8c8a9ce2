import type { ReactiveControllerHost } from 'lit';
import type { HoldRequest } from '../../sdk/contract/cart.ts';
import type { ChosenLine, ChosenPlaces, ChosenState, Failure } from '../../sdk/stores/types.ts';

/** What came of a wish: done, or why not. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly failure: Failure };

/** What the choice needs to know of the element around it. */
export interface ChoiceSource {
  performance(): string;
  cart(): ChosenPlaces | undefined;
  cartState(): ChosenState | undefined;
}

/** The visitor's own places of one performance. The choice is the hold: there is nothing chosen the server does not know. */
export class Choice {
  /** Ids of places whose hold or release is under way; another set whenever that changes. */
  pending: ReadonlySet<string> = new Set();
  private readonly host: ReactiveControllerHost;
  private readonly source: ChoiceSource;
  private known:
    | {
        readonly cart: ChosenState | undefined;
        readonly performance: string;
        readonly seats: ReadonlyMap<string, string>;
      }
    | undefined;

  constructor(host: ReactiveControllerHost, source: ChoiceSource) {
    this.host = host;
    this.source = source;
  }

  /** Seat id → line of the cart; the same map until the cart changes. */
  get seats(): ReadonlyMap<string, string> {
    const cart = this.source.cartState();
    if (this.known?.cart !== cart || this.known?.performance !== this.source.performance()) {
      const seats = this.lines
        .filter(({ place }) => place.kind !== 'area')
        .map(({ id, place }) => [place.id, id] as const);
      this.known = { cart, performance: this.source.performance(), seats: new Map(seats) };
    }
    return this.known.seats;
  }

  /** Places can be chosen and given back, and none of them has run out. */
  get isOpen(): boolean {
    return this.source.cartState()?.state === 'open';
  }

  /** Lines held in an area. */
  area(id: string): readonly string[] {
    return this.lines.filter(({ place }) => place.kind === 'area' && place.id === id).map((line) => line.id);
  }

  get areas(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { place } of this.lines) if (place.kind === 'area') counts[place.id] = (counts[place.id] ?? 0) + 1;
    return counts;
  }

  /** Places of this performance in the cart. */
  get count(): number {
    return this.lines.length;
  }

  /** Holds all of these seats or none. */
  holdSeats(seats: NonNullable<HoldRequest['seats']>): Promise<Outcome> {
    const places = seats.map(({ seat }) => seat);
    return this.during(places, (cart) => cart.hold({ performance: this.source.performance(), seats }));
  }

  releaseSeats(seats: readonly string[]): Promise<Outcome> {
    const lines = seats.flatMap((seat) => this.seats.get(seat) ?? []);
    return this.during(seats, (cart) => cart.release(lines));
  }

  holdArea(area: string): Promise<Outcome> {
    const areas = [{ area, quantity: 1 }];
    return this.during([area], (cart) => cart.hold({ performance: this.source.performance(), areas }));
  }

  releaseArea(area: string): Promise<Outcome> {
    return this.during([area], (cart) => cart.release(this.area(area).slice(-1)));
  }

  private get lines(): readonly ChosenLine[] {
    const state = this.source.cartState();
    if (state?.state !== 'open' && state?.state !== 'ordered') return [];
    return state.cart.lines.filter(({ performance }) => performance.id === this.source.performance());
  }

  private async during(
    places: readonly string[],
    ask: (cart: ChosenPlaces) => ReturnType<ChosenPlaces['hold']>,
  ): Promise<Outcome> {
    const cart = this.source.cart();
    if (!cart) return { done: false, failure: { code: 'unavailable', retryable: true } };
    this.pending = new Set([...this.pending, ...places]);
    this.host.requestUpdate();
    try {
      // A cart that ran out would refuse every new wish until somebody clears it away; choosing again is that.
      if (cart.get().state === 'ended') cart.reset();
      const { error } = await ask(cart);
      return error ? { done: false, failure: error } : { done: true };
    } finally {
      this.pending = new Set([...this.pending].filter((place) => !places.includes(place)));
      this.host.requestUpdate();
    }
  }
}
