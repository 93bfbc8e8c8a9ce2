import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Cart, Line } from '../../sdk/contract/index.ts';
import { byCentre, byPerformance, feesOf, holdRequestsFor } from '../../sdk/model/lines.ts';
import { webTimers } from '../../sdk/platform.ts';
import type { CartState, Failure } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { hasMorePrices, LatePart } from '../internal/late-part.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { patiently } from '../internal/patiently.ts';
import { placeName, placeNames } from '../internal/place-name.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { type Mark, TimeLeft } from '../internal/time-left.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import type { Bar } from './bar.ts';
import { FoyerCartRemoveEvent, FoyerChooseAgainEvent } from './cart.events.ts';
import { cartStyles } from './cart.styles.ts';
import { centreLines, removedLine } from './cart-lines.ts';
import type { Extras, ExtrasSource } from './extras/extras.ts';
import { timeBox } from './time-box.ts';

/** From here on the time left is shown in seconds and the way to more time stands out. */
const WARN_BELOW_SECONDS = 120;

/**
 * Shows what a visitor has chosen: the places with their all-in prices, the total, and how long they stay held.
 *
 * The hold itself lives at the server: this element only shows it, so two tabs show the same cart.
 *
 * @tag foyer-cart
 * @status stable
 * @since 0.1
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-seat-map performance="de-zoutweg-2026-11-26-2000"></foyer-seat-map>
 *   <foyer-cart bar></foyer-cart>
 * </foyer-shop>
 *
 * @event foyer-cart-remove - A place was given back; `line` is what it was.
 * @event foyer-choose-again - The visitor wants other places after the hold ended; `performances` were lost.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart time - The time left, with the way to more.
 * @csspart centre - What one centre plays.
 * @csspart line - One place.
 * @csspart total - The total.
 * @csspart bar - The bar at the foot of the window, with `bar` only.
 *
 * @cssstate loading - Nothing is known yet.
 * @cssstate empty - Nothing is chosen.
 * @cssstate open - Places are held.
 * @cssstate warning - Places are held, for less than two minutes more.
 * @cssstate ended - The hold ran out.
 * @cssstate ordered - An order was made of the cart.
 * @cssstate aside - An order is being shown instead; the element takes no room.
 */
export class FoyerCart extends FoyerElement<'cart'> {
  static override styles = [FoyerElement.styles, panelStyles, buttonStyles, noticeStyles, cartStyles];

  protected readonly area = 'cart';
  private readonly cart = new StoreController(
    this,
    () => this.shop?.cart,
    (now, before) => this.handleCart(now, before),
  );
  private readonly order = new StoreController(this, () => this.shop?.order);
  private readonly centre = new CentreController(this, this.localize, () => this.shop);
  private readonly timeLeft = new TimeLeft(this, {
    timers: () => this.shop?.timers ?? webTimers,
    endsAt: () => (this.cart.value?.state === 'open' ? this.cart.value.endsAt : null),
    reached: (mark) => this.handleMark(mark),
  });

  private readonly prices = new StoreController(this, () =>
    this.cart.value?.state === 'open' || this.isComing ? this.shop?.prices : undefined,
  );
  private readonly lateExtras = new LatePart<Extras, ExtrasSource>(
    this,
    { ...this.partSource(this.centre), focus: (selector) => void this.focusOn(selector) },
    async () => {
      return (await import('./extras/index.ts')).extras;
    },
  );

  /** Fetched for pages that ask for it. */
  private foot: Bar | undefined;

  /** Places given back just now, which can be put back. */
  @state() private removed: readonly Line[] = [];
  @state() private failure: Failure | null = null;
  /** There was a cart before the page was opened: all of it is shown at once, so that nothing moves. */
  private isComing = false;

  /**
   * Also shows a bar at the foot of the window while places are held and the cart lies further down, with the way to it.
   * Give the page a `scroll-padding-block-end` of 96 pixels, so that the bar never covers what has the focus.
   */
  @property({ type: Boolean }) bar = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('bar') && this.bar) void this.fetchBar();
    const { extras, prices, cart } = this;
    if (cart.value?.state === 'loading') this.isComing = true;
    else if (cart.value?.state !== 'open' || extras || !(prices.value?.state === 'loading' || this.lateExtras.isNear))
      this.isComing = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get phase(): string {
    if (isOrderShown(this.order.value, this.cart.value)) return 'aside';
    const state = this.cart.value?.state ?? 'loading';
    // There is a way to what was ordered already.
    if (state === 'ordered' && this.order.value?.aside) return 'aside';
    if (this.isComing) return 'loading';
    if (state !== 'open') return state;
    return this.isWarning ? 'warning' : 'open';
  }

  /** Subscriptions, products, codes and offers: where there are, or may be, any. */
  private get extras(): Extras | undefined {
    const cart = this.cart.value;
    const isWanted = cart?.state === 'open' && (cart.cart.extras || hasMorePrices(this.prices.value));
    return isWanted ? this.lateExtras.get() : undefined;
  }

  private get isWarning(): boolean {
    const { seconds } = this.timeLeft;
    return seconds !== null && seconds <= WARN_BELOW_SECONDS;
  }

  /** Such as `1:05`. */
  private get clock(): string {
    const seconds = this.timeLeft.seconds ?? 0;
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  private get timeWords(): string {
    return this.words.minutes(Math.max(1, Math.ceil((this.timeLeft.seconds ?? 0) / 60)));
  }

  private handleCart(now: CartState, before: CartState | undefined): void {
    if (now.state === 'open') this.forgetRemoved(now.cart.lines, before?.state === 'open' ? before.cart.lines : []);
    if (now.state !== 'ended' || before?.state === 'ended') return;
    this.removed = [];
    this.failure = null;
    this.announce(`${this.words.ended}. ${this.words.endedText(this.placeNames(now.lost))}`, 'assertive');
  }

  /** Whoever put a place back, or went on choosing, need not be offered the way back any more. */
  private forgetRemoved(lines: readonly Line[], before: readonly Line[]): void {
    const added = lines.filter(({ id }) => !before.some((line) => line.id === id));
    if (added.length === 0 || this.removed.length === 0) return;
    const rest = this.removed.filter((line) => !added.some((one) => isSamePlace(one, line)));
    this.removed = rest.length < this.removed.length ? rest : [];
  }

  private handleMark(mark: Mark): void {
    if (mark === 'start') this.announce(this.words.left(this.timeWords));
    else this.announce(this.words.almostOver(this.timeWords), mark === 'one-minute' ? 'assertive' : 'polite');
  }

  private async handleExtend(): Promise<void> {
    const answer = await this.shop?.cart.extend();
    this.failure = answer?.error ?? null;
    // There is no more time to ask for, so the button has gone.
    if (answer?.data?.extendable === false) void this.focusOn('#title');
    await this.updateComplete;
    if (answer?.error) return this.sayFailure(answer.error);
    this.announce(this.words.extended(this.timeWords));
  }

  private async handleRemove(line: Line): Promise<void> {
    const answer = await this.shop?.cart.release([line.id]);
    this.failure = answer?.error ?? null;
    if (answer?.error) return this.sayFailure(answer.error);
    this.removed = [...this.removed, line];
    void this.focusOn(`[data-line="${line.id}"]`);
    this.announce(this.words.removed(placeName(this.localize, line.place)));
    this.dispatchEvent(new FoyerCartRemoveEvent(line));
  }

  private async handleHold(lines: readonly Line[]): Promise<void> {
    await this.hold(lines);
    void this.focusOn('#title');
  }

  /** Tries to hold places again, performance by performance; what is gone is said. */
  private async hold(lines: readonly Line[]): Promise<void> {
    for (const request of holdRequestsFor(lines)) {
      const answer = await this.shop?.cart.hold(request);
      this.failure = answer?.error ?? null;
      if (answer?.error) return this.sayFailure(answer.error);
    }
  }

  private handleChooseAgain(lost: readonly Line[]): void {
    this.shop?.cart.reset();
    this.failure = null;
    void this.focusOn('#title');
    this.dispatchEvent(new FoyerChooseAgainEvent(byPerformance(lost).map(({ performance }) => performance.id)));
  }

  private async fetchBar(): Promise<void> {
    const { Bar } = await patiently(() => import('./bar.ts'));
    this.foot ??= new Bar(this);
  }

  private placeNames(lines: readonly Line[]): string {
    return placeNames(
      this.localize,
      lines.map(({ place }) => place),
    );
  }

  private get lineSurroundings() {
    return {
      localize: this.localize,
      centre: this.centre,
      words: this.words,
      remove: (line: Line) => void this.handleRemove(line),
      putBack: (line: Line) => void this.handleHold([line]),
      more: (line: Line) => this.extras?.ofLine(line) ?? nothing,
    };
  }

  override render(): TemplateResult | typeof nothing {
    const cart = this.cart.value;
    if (!cart || this.phase === 'aside') return nothing;
    const places = cart.state === 'open' && !this.isComing ? cart.cart.lines.length : 0;
    const count = places > 0 ? this.localize.translation.common.places(places) : '';
    const title = cart.state === 'open' ? this.extras?.title(cart.cart) : undefined;
    return html`
      <section class="panel" part="base" aria-labelledby="title" aria-busy=${this.isComing || nothing}>
        <div class="head">
          <h2 id="title" part="title" tabindex="-1">${title ?? this.words.title}</h2>
          <span class="quiet">${count}</span>
        </div>
        ${this.failure ? html`<p class="notice danger">${this.localize.failure(this.failure)}</p>` : nothing}
        ${this.isComing ? nothing : this.renderState(cart)}
      </section>
      ${cart.state === 'open' && this.bar ? this.renderBar(cart.cart, count) : nothing}
    `;
  }

  private renderBar({ total }: Cart, count: string): TemplateResult | typeof nothing {
    const { words, localize, isWarning } = this;
    const left = isWarning ? words.left(this.clock) : '';
    return this.foot?.render({ count, total: localize.money(total), left, goOn: words.goOn }) ?? nothing;
  }

  private renderState(cart: CartState): TemplateResult {
    if (cart.state === 'open') return this.renderOpen(cart.cart);
    if (cart.state === 'ended') return this.renderEnded(cart.lost);
    if (cart.state === 'ordered') return this.renderOrdered();
    return this.renderEmpty();
  }

  private renderEmpty(cart?: Cart): TemplateResult {
    return html`
      <ul class="lines" ?hidden=${this.removed.length === 0}>
        ${this.removed.map((line) => removedLine(line, this.lineSurroundings))}
      </ul>
      <div class="empty" ?hidden=${cart?.extras && cart.extras.products.length > 0}>
        <p>${this.words.empty}</p>
        <p class="quiet small">${this.words.emptyHint}</p>
      </div>
    `;
  }

  private renderOpen(cart: Cart): TemplateResult {
    const removed = Map.groupBy(this.removed, (line) => line.performance.id);
    const isEmpty = cart.lines.length === 0;
    const centres = byCentre(cart.lines);
    const isNamed = centres.some(({ owner }) => owner !== null);
    return html`
      ${this.renderTime(cart)} ${isEmpty ? this.renderEmpty(cart) : nothing}
      <div class="centres" ?hidden=${isEmpty}>
        ${repeat(
          centres,
          ({ owner }) => owner?.id,
          (group) => centreLines(group, removed, isNamed, this.lineSurroundings),
        )}
      </div>
      ${this.extras?.render(cart, this.prices.value?.state === 'ready' ? this.prices.value.list : undefined) ?? nothing}
      ${this.renderTotal(cart)}
    `;
  }

  private renderTime(cart: Cart): TemplateResult | typeof nothing {
    const { seconds } = this.timeLeft;
    if (seconds === null) return nothing;
    const { words, isWarning } = this;
    return timeBox({
      text: words.left(isWarning ? this.clock : this.timeWords),
      share: this.timeLeft.share,
      warning: isWarning,
      more: cart.extendable ? words.extend : null,
      last: words.lastTime,
      extend: () => void this.handleExtend(),
    });
  }

  private renderTotal({ lines, total }: Cart): TemplateResult {
    const fees = feesOf(lines);
    const included = fees && fees.cents > 0 ? this.words.feesIncluded(this.localize.money(fees)) : this.words.allIn;
    return html`
      <div part="total">
        <p class="total">
          <span>${this.words.total}</span> <span class="amount">${this.localize.money(total)}</span>
        </p>
        <p class="quiet small">${included}</p>
      </div>
    `;
  }

  private renderEnded(lost: readonly Line[]): TemplateResult {
    const { words } = this;
    return html`
      <div class="notice warning">
        <h3>${words.ended}</h3>
        <p>${words.endedText(this.placeNames(lost))}</p>
        <p>${words.endedHint}</p>
      </div>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => this.handleHold(lost)}>
          ${words.holdAgain}
        </button>
        <button class="button" type="button" @click=${() => this.handleChooseAgain(lost)}>${words.again}</button>
      </div>
    `;
  }

  private renderOrdered(): TemplateResult {
    return html`
      <p>${this.words.ordered}</p>
      <button class="button" type="button" @click=${() => this.handleChooseAgain([])}>${this.words.startAnew}</button>
    `;
  }
}

const isSamePlace = (one: Line, other: Line): boolean =>
  one.place.id === other.place.id && one.performance.id === other.performance.id;

register('foyer-cart', FoyerCart);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-cart': FoyerCart;
  }
}
