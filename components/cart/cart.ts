import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Cart, Line } from '../../sdk/contract/index.ts';
import { byPerformance, feesOf, holdRequestsFor, type PerformanceLines } from '../../sdk/model/lines.ts';
import { type Timers, webTimers } from '../../sdk/platform.ts';
import type { CartState, Failure } from '../../sdk/stores/types.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { clockIcon, crossIcon, returnIcon, warningIcon } from '../internal/icons.ts';
import { placeName } from '../internal/place-name.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { type Mark, TimeLeft } from '../internal/time-left.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import { FoyerCartRemoveEvent, FoyerChooseAgainEvent } from './cart.events.ts';
import { cartStyles } from './cart.styles.ts';

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
 * @event foyer-cart-remove - A place was given back; `line` is what it was.
 * @event foyer-choose-again - The visitor wants other places after the hold ended; `performances` were lost.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart time - The time left, with the way to more.
 * @csspart line - One place.
 * @csspart total - The total.
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
  private readonly centre = new StoreController(this, () => this.shop?.centre);
  private readonly timeLeft = new TimeLeft(this, {
    timers: () => this.timers,
    endsAt: () => (this.cart.value?.state === 'open' ? this.cart.value.endsAt : null),
    reached: (mark) => this.handleMark(mark),
  });

  /** Places given back just now, which can be put back. */
  @state() private removed: readonly Line[] = [];
  @state() private failure: Failure | null = null;
  private focusNext: string | null = null;

  /** What the time left is counted by; the browser's own by default. */
  @property({ attribute: false }) timers: Timers = webTimers;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    if (!this.focusNext) return;
    this.renderRoot.querySelector<HTMLElement>(this.focusNext)?.focus();
    this.focusNext = null;
  }

  private get phase(): string {
    const order = this.order.value?.state;
    if (order === 'ready' || order === 'loading') return 'aside';
    const state = this.cart.value?.state ?? 'loading';
    if (state !== 'open') return state;
    return this.isWarning ? 'warning' : 'open';
  }

  private get isWarning(): boolean {
    const { seconds } = this.timeLeft;
    return seconds !== null && seconds <= WARN_BELOW_SECONDS;
  }

  private get timeWords(): string {
    return this.words.minutes(Math.max(1, Math.ceil((this.timeLeft.seconds ?? 0) / 60)));
  }

  private handleCart(now: CartState, before: CartState | undefined): void {
    if (now.state !== 'ended' || before?.state === 'ended') return;
    this.removed = [];
    this.failure = null;
    this.announce(`${this.words.ended}. ${this.words.endedText(this.placeNames(now.lost))}`, 'assertive');
  }

  private handleMark(mark: Mark): void {
    if (mark === 'start') this.announce(this.words.left(this.timeWords));
    else this.announce(this.words.almostOver(this.timeWords), mark === 'one-minute' ? 'assertive' : 'polite');
  }

  private async handleExtend(): Promise<void> {
    const answer = await this.shop?.cart.extend();
    this.failure = answer?.error ?? null;
    await this.updateComplete;
    this.announce(answer?.error ? this.localize.failure(answer.error) : this.words.extended(this.timeWords));
  }

  private async handleRemove(line: Line): Promise<void> {
    const answer = await this.shop?.cart.release([line.id]);
    this.failure = answer?.error ?? null;
    if (answer?.error) return this.announce(this.localize.failure(answer.error), 'assertive');
    this.removed = [...this.removed, line];
    this.focusNext = `[data-undo="${line.id}"]`;
    this.announce(this.words.removed(placeName(this.localize, line.place)));
    this.dispatchEvent(new FoyerCartRemoveEvent(line));
  }

  private async handleUndo(line: Line): Promise<void> {
    await this.hold([line]);
    this.removed = this.removed.filter(({ id }) => id !== line.id);
    this.focusNext = '#title';
  }

  /** Tries to hold again what was lost, performance by performance; what is gone is said. */
  private async hold(lines: readonly Line[]): Promise<void> {
    for (const request of holdRequestsFor(lines)) {
      const answer = await this.shop?.cart.hold(request);
      this.failure = answer?.error ?? null;
      if (answer?.error) return this.announce(this.localize.failure(answer.error), 'assertive');
    }
  }

  private handleChooseAgain(lost: readonly Line[]): void {
    this.shop?.cart.reset();
    this.failure = null;
    this.focusNext = '#title';
    this.dispatchEvent(new FoyerChooseAgainEvent(byPerformance(lost).map(({ performance }) => performance.id)));
  }

  private placeNames(lines: readonly Line[]): string {
    return this.localize.list(lines.map(({ place }) => placeName(this.localize, place)));
  }

  override render(): TemplateResult | typeof nothing {
    const cart = this.cart.value;
    if (!cart || cart.state === 'loading' || this.phase === 'aside') return nothing;
    return html`
      <section class="panel" part="base" aria-labelledby="title">
        <div class="head">
          <h2 id="title" part="title" tabindex="-1">${this.words.title}</h2>
          ${cart.state === 'open' ? html`<span class="quiet">${this.count(cart.cart)}</span>` : nothing}
        </div>
        ${this.renderFailure()} ${this.renderState(cart)}
      </section>
    `;
  }

  private renderState(cart: CartState): unknown {
    if (cart.state === 'ended') return this.renderEnded(cart.lost);
    if (cart.state === 'ordered') return this.renderOrdered();
    if (cart.state === 'open') return this.renderOpen(cart.cart);
    return this.renderEmpty();
  }

  private renderEmpty(): TemplateResult {
    return html`
      ${this.removed.length > 0 ? html`<ul class="lines">${this.removed.map((line) => this.renderRemoved(line))}</ul>` : nothing}
      <div class="empty">
        <p>${this.words.empty}</p>
        <p class="quiet small">${this.words.emptyHint}</p>
      </div>
    `;
  }

  private renderOpen(cart: Cart): TemplateResult {
    const fees = feesOf(cart.lines);
    const { words } = this;
    return html`
      ${this.renderTime(cart)}
      <ul class="performances">
        ${repeat(
          byPerformance(cart.lines),
          ({ performance }) => performance.id,
          (group) => this.renderPerformance(group),
        )}
      </ul>
      <dl class="total" part="total">
        <dt>${words.total}</dt>
        <dd class="amount">${this.localize.money(cart.total)}</dd>
        <dd class="quiet small">
          ${fees && fees.cents > 0 ? words.feesIncluded(this.localize.money(fees)) : words.allIn}
        </dd>
      </dl>
    `;
  }

  private renderTime(cart: Cart): TemplateResult | typeof nothing {
    const { seconds } = this.timeLeft;
    if (seconds === null) return nothing;
    const time = this.isWarning
      ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      : this.timeWords;
    return html`
      <div class="time ${this.isWarning ? 'warning' : ''}" part="time">
        <span class="text">${clockIcon}<span>${this.words.left(time)}</span></span>
        ${
          cart.extendable
            ? html`<button class="button ${this.isWarning ? '' : 'quiet'}" type="button" @click=${this.handleExtend}>
                ${this.words.extend}
              </button>`
            : html`<span class="small">${this.words.lastTime}</span>`
        }
        <progress max="1" .value=${this.timeLeft.share} aria-hidden="true"></progress>
      </div>
    `;
  }

  private renderPerformance({ performance, lines }: PerformanceLines): TemplateResult {
    const zone = this.centre.value?.state === 'ready' ? this.centre.value.centre.timeZone : undefined;
    const removed = this.removed.filter((line) => line.performance.id === performance.id);
    return html`
      <li>
        <h3>${this.localize.text(performance.title)}</h3>
        <p class="quiet small">
          ${this.localize.date(performance.startsAt, zone)} · ${this.localize.text(performance.hall.name)}
        </p>
        <ul class="lines">
          ${repeat(
            lines,
            (line) => line.id,
            (line) => this.renderLine(line),
          )}
          ${removed.map((line) => this.renderRemoved(line))}
        </ul>
      </li>
    `;
  }

  private renderLine(line: Line): TemplateResult {
    const name = placeName(this.localize, line.place);
    return html`
      <li class="line" part="line">
        <span>
          <span class="place">${name}</span>
          <span class="quiet small">${this.priceTypeName(line.priceType)}</span>
        </span>
        <span class="amount">${this.localize.money(line.price)}</span>
        <button
          class="button quiet remove"
          type="button"
          aria-label=${this.words.removePlace(name)}
          title=${this.words.remove}
          @click=${() => this.handleRemove(line)}
        >
          ${crossIcon}
        </button>
      </li>
    `;
  }

  private renderRemoved(line: Line): TemplateResult {
    return html`
      <li class="line removed" part="line">
        <span class="place">${this.words.removed(placeName(this.localize, line.place))}</span>
        <button class="button quiet" type="button" data-undo=${line.id} @click=${() => this.handleUndo(line)}>
          ${returnIcon} ${this.words.undo}
        </button>
      </li>
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
        <button class="button primary" type="button" @click=${() => this.hold(lost)}>${words.holdAgain}</button>
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

  private renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    return html`<p class="notice danger">${warningIcon} ${this.localize.failure(this.failure)}</p>`;
  }

  private count(cart: Cart): string {
    return this.localize.translation.common.places(cart.lines.length);
  }

  private priceTypeName(id: string): string {
    const centre = this.centre.value;
    const type = centre?.state === 'ready' ? centre.centre.priceTypes.find((known) => known.id === id) : undefined;
    return type ? this.localize.text(type.name) : '';
  }
}

register('foyer-cart', FoyerCart);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-cart': FoyerCart;
  }
}
