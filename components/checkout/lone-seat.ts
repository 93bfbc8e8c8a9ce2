import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Cart } from '../../sdk/contract/index.ts';
import type { Failure, Shop } from '../../sdk/stores/types.ts';
import type { Localize } from '../internal/localize.ts';
import { placeName, placeNames } from '../internal/place-name.ts';
import { findLoneSeat, type LoneSeat, type Offer, takeOffer } from './ways-out.ts';

export interface LoneSeatSource {
  readonly localize: Localize;
  shop(): Shop | undefined;
  announce(text: string): void;
  /** The refusal is over: the choice is another one, or a way out could not be taken and this is why. */
  settle(failure: Failure | null): void;
}

/** Says which seat an order would leave alone, and mends the choice by one press, also on a page that has no seat map. */
export class LoneSeatNotice implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: LoneSeatSource;
  private about: Failure | null = null;
  private found: LoneSeat | null = null;
  private busy = false;
  private stop: (() => void) | undefined;

  constructor(host: LitElement, source: LoneSeatSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  /** Finds the seat of a refusal and tells it; until then, and when it cannot be found, the refusal is without a name. */
  async look(refusal: Failure): Promise<void> {
    const shop = this.source.shop();
    const state = shop?.cart.get();
    if (!shop || state?.state !== 'open') return;
    this.about = refusal;
    this.found = null;
    this.watch(shop, state.cart);
    this.found = await findLoneSeat(shop, state.cart.lines, refusal.seats ?? []);
    if (!this.found || this.about !== refusal) return;
    this.host.requestUpdate();
    this.source.announce(this.textOf(this.found));
  }

  /** Undefined while there is no seat to name. */
  render(refusal: Failure): TemplateResult | undefined {
    if (!this.found || refusal !== this.about) return undefined;
    return html`
      <div class="notice danger" part="lone-seat">
        <p>${this.textOf(this.found)}</p>
        ${this.found.offers.map(
          (offer) => html`
            <button type="button" class="button" aria-disabled=${this.busy} @click=${() => void this.take(offer)}>
              ${this.label(offer)}
            </button>
          `,
        )}
      </div>
    `;
  }

  private textOf({ place, offers }: LoneSeat): string {
    const { localize } = this.source;
    const name = placeName(localize, place);
    if (offers.length > 0) return localize.translation.seatAdvice.alone(name);
    return `${localize.failure({ code: 'seat_left_alone', retryable: false })} (${name})`;
  }

  private label({ take, release }: Offer): string {
    const { seatAdvice } = this.source.localize.translation;
    const places = placeNames(this.source.localize, take);
    return release.length > 0 ? seatAdvice.moveTo(places) : seatAdvice.takeToo(places);
  }

  /** What was refused of one choice says nothing of another. */
  private watch({ cart }: Shop, refused: Cart): void {
    this.stop?.();
    this.stop = cart.subscribe((now) => {
      if (this.busy || (now.state === 'open' && String(placesOf(now.cart)) === String(placesOf(refused)))) return;
      this.end(null);
      // Who reads what was said last must not read what is true no more.
      this.source.announce('');
    });
  }

  private end(failure: Failure | null): void {
    this.stop?.();
    this.about = null;
    this.source.settle(failure);
  }

  private async take(offer: Offer): Promise<void> {
    const cart = this.source.shop()?.cart;
    if (this.busy || !cart) return;
    this.busy = true;
    this.host.requestUpdate();
    const failure = await takeOffer(cart, offer);
    this.busy = false;
    this.end(failure);
    await this.host.updateComplete;
    // The button that was pressed has gone; what is next is to order.
    this.host.renderRoot.querySelector<HTMLElement>('[part=submit]')?.focus();
    const { localize } = this.source;
    this.source.announce(failure ? localize.failure(failure) : localize.translation.seatAdvice.mended);
  }
}

const placesOf = ({ lines }: Cart): string[] => lines.map(({ performance, place }) => `${performance.id} ${place.id}`);
