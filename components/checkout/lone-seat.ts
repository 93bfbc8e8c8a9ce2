import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Cart, Line } from '../../sdk/contract/index.ts';
import type { Failure, Shop } from '../../sdk/stores/types.ts';
import type { Localize } from '../internal/localize.ts';
import { placeNames } from '../internal/place-name.ts';
import type { FoyerSeatMap } from '../seat-map/seat-map.ts';
import { type SeatAdviceWords, seatAdviceWords } from '../translations/seat-advice/index.ts';
import { findLoneSeats, type LoneSeats, type Offer, takeOffer } from './ways-out.ts';

export interface LoneSeatSource {
  readonly localize: Localize;
  shop(): Shop | undefined;
  announce(text: string): void;
  /** What is to be shown: a refusal that was found, or why a way out could not be taken; null once the choice is another one. */
  settle(failure: Failure | null): void;
}

/**
 * Says which seats an order would leave alone, and mends the choice by one press, also on a page that has no seat map;
 * where there is one, it leads to them.
 */
export class LoneSeatNotice implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: LoneSeatSource;
  private about: Failure | null = null;
  private found: LoneSeats | null = null;
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

  /**
   * Finds the seats of a refusal and tells them; until then, and when they cannot be found, the refusal is without a name.
   * Of one that is only to come, it finds whether and of which: `gone` is what was given back just now.
   */
  async look(refusal: Failure, gone: readonly Line[]): Promise<void> {
    const shop = this.source.shop();
    const state = shop?.cart.get();
    if (!shop || state?.state !== 'open') return;
    this.about = refusal;
    this.found = null;
    this.watch(shop, state.cart);
    await seatAdviceWords.load(this.source.localize.language);
    const found = await findLoneSeats(shop, state.cart.lines, { seats: refusal.seats, gone });
    if (!found || this.about !== refusal) return;
    this.found = found;
    this.source.settle(refusal);
    this.host.requestUpdate();
    // The map says itself what comes of giving a place back.
    if (refusal.seats || !this.mapOf(found.performance)) this.source.announce(this.textOf(found));
  }

  /** Undefined while there is no seat to name. */
  render(refusal: Failure): TemplateResult | undefined {
    if (!this.found || refusal !== this.about) return undefined;
    return html`
      <div class="notice ${refusal.seats ? 'danger' : 'warning'}" part="lone-seat">
        <p>${this.textOf(this.found)}</p>
        ${this.found.offers.map(
          (offer) => html`
            <button type="button" class="button" aria-disabled=${this.busy} @click=${() => void this.take(offer)}>
              ${this.label(offer)}
            </button>
          `,
        )}
        ${this.renderWayToMap(this.found)}
      </div>
    `;
  }

  private renderWayToMap({ performance, places: [first] }: LoneSeats): TemplateResult | typeof nothing {
    const map = this.mapOf(performance);
    if (!map || !first) return nothing;
    return html`
      <button type="button" class="button quiet" @click=${() => void map.focusSeat(first.id)}>${this.words.show}</button>
    `;
  }

  /** The hall of a performance on this page, in the same shadow tree or in the open. */
  private mapOf(performance: string): FoyerSeatMap | undefined {
    const roots = [this.host.getRootNode() as Document | ShadowRoot, document];
    const maps = roots.flatMap((root) => [...root.querySelectorAll('foyer-seat-map')]);
    return maps.find((map) => map.performance === performance && map.checkVisibility());
  }

  private get words(): SeatAdviceWords {
    const { language } = this.source.localize;
    void seatAdviceWords.load(language)?.then(() => this.host.requestUpdate());
    return seatAdviceWords.in(language);
  }

  private textOf({ places }: LoneSeats): string {
    return this.words.alone(placeNames(this.source.localize, places), places.length);
  }

  private label({ take, release }: Offer): string {
    const places = placeNames(this.source.localize, take);
    return release.length > 0 ? this.words.moveTo(places) : this.words.takeToo(places);
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
    this.source.announce(failure ? localize.failure(failure) : this.words.mended);
  }
}

const placesOf = ({ lines }: Cart): string[] => lines.map(({ performance, place }) => `${performance.id} ${place.id}`);
