import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import type { Platform } from '../../sdk/platform.ts';
import type { Shop } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { SpeakingElement } from '../internal/foyer-element.ts';
import { crossIcon } from '../internal/icons.ts';
import { leavePage } from '../internal/leave-page.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { patiently } from '../internal/patiently.ts';
import { register } from '../internal/register.ts';
import { returnAddressTo, takeReturnTo } from '../internal/return-code.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { skeletonStyles } from '../styles/skeleton.ts';
import { type BuyButtonWords, buyButtonWords } from '../translations/buy-button/index.ts';
import { FoyerBuyCloseEvent, FoyerBuyOpenEvent } from './buy-button.events.ts';
import { buyButtonStyles } from './buy-button.styles.ts';

/**
 * One button that sells: it opens the hall, the price types, the cart, the checkout and the tickets over the page.
 *
 * It needs nothing around it: give it the address of a `centre` and a `performance`. Inside a `<foyer-shop>` it shares
 * that shop's cart. Closing keeps what was chosen; the button then leads on with it. Who comes back from paying finds the
 * tickets in it. All but the button itself is fetched when it is pressed.
 *
 * @tag foyer-buy-button
 * @status stable
 * @since 0.2
 *
 * @example
 * <foyer-buy-button centre="https://tickets.example/centres/de-lantaarn" performance="de-zoutweg-2026-11-26-2000"></foyer-buy-button>
 *
 * @slot - What the button says, instead of our word for tickets.
 *
 * @event foyer-buy-open - The visitor wants to buy; cancelable. `performance`.
 * @event foyer-buy-close - The visitor left; what was chosen stays held. `performance`.
 *
 * @csspart button - The button.
 * @csspart dialog - What opens over the page.
 * @csspart title - The heading of the dialog.
 * @csspart close - The button that closes it.
 * @csspart journey - From the hall to the tickets.
 *
 * @cssstate closed - Only the button is there.
 * @cssstate loading - What is behind the button is being fetched.
 * @cssstate open - The dialog is open.
 */
export class FoyerBuyButton extends SpeakingElement<BuyButtonWords> {
  static override styles = [SpeakingElement.styles, buttonStyles, noticeStyles, skeletonStyles, buyButtonStyles];

  private readonly cart = new StoreController(this, () => (this.isUsed ? this.usedShop?.cart : undefined));
  private readonly order = new StoreController(this, () => (this.isUsed ? this.usedShop?.order : undefined));
  private readonly seating = new StoreController(this, () =>
    this.isOpen && this.performance ? this.usedShop?.seating(this.performance) : undefined,
  );
  private readonly about = new CentreController(this, this.localize, () => (this.isOpen ? this.usedShop : undefined));

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('[part=button]') private readonly button!: HTMLButtonElement;

  @state() private isOpen = false;
  /** The code of the way to the tickets is there. */
  @state() private isFetched = false;
  /** It was opened once: from then on the button says what is chosen. */
  @state() private isUsed = false;
  /** The shop of `centre`, where there is none around. */
  @state() private opened: Shop | undefined;

  /** Base address of the centre's API, such as `https://tickets.example/centres/de-lantaarn`; not needed inside a `<foyer-shop>`. */
  @property() centre = '';

  /** Id of the performance, as the centre names it. */
  @property() performance = '';

  /** Network, time and memory of your own instead of the page's. */
  @property({ attribute: false }) platform: Partial<Platform> | undefined;

  /** Moves the tab to the payment page. */
  @property({ attribute: false }) navigate: (url: string) => void = leavePage;

  /** Opens the way to the tickets, as a press of the button does. Resolves when it is there. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    if (!this.dispatchEvent(new FoyerBuyOpenEvent(this.performance))) return;
    const goesOn = this.count > 0;
    this.isOpen = true;
    this.isUsed = true;
    await this.updateComplete;
    this.dialog.showModal();
    await patiently(() => import('./journey.ts'));
    this.isFetched = true;
    await this.updateComplete;
    // Who goes on with what is chosen need not pass the hall again.
    if (goesOn) this.renderRoot.querySelector<HTMLElement>('.basket')?.focus();
    await this.takeShop();
  }

  /** Closes it; what was chosen stays held as long as its time runs. */
  close(): void {
    this.dialog.close();
  }

  protected override wordsIn(language: Language): BuyButtonWords {
    return buyButtonWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const loading = [super.loadWords(language), buyButtonWords.load(language)];
    return loading.some(Boolean) ? Promise.all(loading) : undefined;
  }

  protected override firstUpdated(): void {
    if (this.performance && takeReturnTo(this.performance)) void this.updateComplete.then(() => this.open());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get phase(): string {
    if (!this.isOpen) return 'closed';
    return this.isFetched ? 'open' : 'loading';
  }

  private get usedShop(): Shop | undefined {
    return this.shop ?? this.opened;
  }

  /** `<foyer-shop>` opens the shop of `centre`; it is kept while the dialog is closed, as the cart is. */
  private async takeShop(): Promise<void> {
    const around = this.renderRoot.querySelector('foyer-shop');
    await around?.updateComplete;
    this.opened = around?.shop;
  }

  private handleClose(): void {
    this.isOpen = false;
    // The browser gives the focus back to whoever opened it; after paying it opened by itself.
    if (document.activeElement === document.body || this.shadowRoot?.activeElement) this.button.focus();
    if (this.count > 0) this.announce(this.words.kept);
    this.dispatchEvent(new FoyerBuyCloseEvent(this.performance));
  }

  private get count(): number {
    return this.cart.value?.state === 'open' ? this.cart.value.cart.lines.length : 0;
  }

  override render(): TemplateResult {
    return html`
      <button class="button primary" part="button" type="button" aria-haspopup="dialog" @click=${() => void this.open()}>
        ${this.renderLabel()}
      </button>
      <dialog part="dialog" aria-labelledby="title" @close=${this.handleClose}>
        ${this.isUsed ? this.renderShop() : nothing}
      </dialog>
    `;
  }

  private renderLabel(): TemplateResult {
    const { count, words } = this;
    const goesOn = count > 0 ? words.goOn(this.localize.translation.common.places(count)) : '';
    const label = !this.isOpen && isOrderShown(this.order.value) ? words.order : goesOn;
    return html`<span ?hidden=${label !== ''}><slot>${words.buy}</slot></span>${label}`;
  }

  private renderShop(): TemplateResult {
    const inside = this.isOpen ? this.renderDialog() : nothing;
    if (this.shop) return html`${inside}`;
    return html`<foyer-shop centre=${this.centre} .platform=${this.platform}>${inside}</foyer-shop>`;
  }

  private renderDialog(): TemplateResult {
    return html`
      <div class="frame">
        <div class="head">
          <div>
            <h2 id="title" part="title" tabindex="-1" autofocus>${this.heading}</h2>
            <p class="quiet small">${this.when}</p>
          </div>
          <button class="button close" part="close" type="button" aria-label=${this.words.close} @click=${this.close}>
            ${crossIcon}
          </button>
        </div>
        ${this.isFetched ? this.renderJourney() : this.renderLoading()}
      </div>
    `;
  }

  private get heading(): string {
    if (isOrderShown(this.order.value)) return this.words.order;
    const seating = this.seating.value;
    return seating?.state === 'ready' ? this.localize.text(seating.performance.title) : this.words.title;
  }

  private get when(): string {
    const seating = this.seating.value;
    if (seating?.state !== 'ready' || isOrderShown(this.order.value)) return '';
    return this.localize.date(seating.performance.startsAt, this.about.timeZone);
  }

  /** Where there is a shop around, the parts take it from there; else from the one in the dialog. */
  private renderJourney(): TemplateResult {
    const { localize, shop, words } = this;
    const isOrdered = isOrderShown(this.order.value);
    if (this.isCancelled && !isOrdered && this.count === 0) return this.renderCancelled();
    return html`
      <div class="journey ${isOrdered ? 'ordered' : ''}" part="journey">
        ${isOrdered ? nothing : html`<div class="hall"><foyer-seat-map .shop=${shop} performance=${this.performance}></foyer-seat-map></div>`}
        <div class="basket" role="group" aria-label=${isOrdered ? words.order : localize.translation.cart.title} tabindex="-1">
          <foyer-order
            .shop=${shop}
            .navigate=${this.navigate}
            @foyer-order-close=${() => void this.focusOn('#title')}
          ></foyer-order>
          <foyer-cart .shop=${shop} bar></foyer-cart>
          <foyer-ticket-types .shop=${shop}></foyer-ticket-types>
          <foyer-checkout
            .shop=${shop}
            .navigate=${this.navigate}
            return-url=${returnAddressTo(this.performance)}
          ></foyer-checkout>
        </div>
      </div>
    `;
  }

  private get isCancelled(): boolean {
    const seating = this.seating.value;
    return seating?.state === 'ready' && seating.performance.state === 'cancelled';
  }

  /** No hall, for there is nothing to choose. */
  private renderCancelled(): TemplateResult {
    return html`<p class="notice warning">${this.localize.translation.seatMap.notOnSale.cancelled}</p>`;
  }

  private renderLoading(): TemplateResult {
    return html`
      <p class="spoken">${this.localize.translation.common.loading}</p>
      <div class="journey" aria-hidden="true">
        <div class="skeleton hall"></div>
        <div class="skeleton basket"></div>
      </div>
    `;
  }
}

register('foyer-buy-button', FoyerBuyButton);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-buy-button': FoyerBuyButton;
  }
}
