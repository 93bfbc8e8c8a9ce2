import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Platform } from '../../sdk/platform.ts';
import type { CentreState, Shop } from '../../sdk/stores/types.ts';
import { patiently } from '../internal/patiently.ts';
import { register } from '../internal/register.ts';
import { takeReturnCode } from '../internal/return-code.ts';
import { shopContext } from '../internal/shop-context.ts';
import { CentreFace } from './centre-face.ts';
import type { Held } from './held.ts';
import { openPageShop } from './page-shop.ts';

/**
 * Opens a centre's shop for every Foyer element inside it: they share one cart, one order and one connection.
 *
 * It shows nothing of its own and stores nothing before something is held. Two on one page for the same centre share
 * everything. Who comes by the link in a mail about places held for them finds those in the cart. The centre's theme, where it has one, reaches every element inside; what the page sets comes first. When a buyer comes back from paying, it takes the one-time code out of the address and finds the order.
 *
 * @tag foyer-shop
 * @status stable
 * @since 0.1
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-seat-map performance="de-zoutweg-2026-11-26-2000"></foyer-seat-map>
 *   <foyer-ticket-types></foyer-ticket-types>
 *   <foyer-cart></foyer-cart>
 *   <foyer-checkout></foyer-checkout>
 *   <foyer-order></foyer-order>
 * </foyer-shop>
 *
 * @slot - The page's own content with the Foyer elements in it.
 *
 * @csspart held - That places are held, at the foot of the window, with `cart-page` only.
 *
 * @cssstate holding - That is shown: a page keeps room for it at its end.
 */
export class FoyerShop extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }

    /* What takes no room takes none for this either. */
    .apart::slotted(:is(foyer-ticket-types, foyer-cart, foyer-checkout, foyer-order):not(:state(none), :state(aside), :not(foyer-cart):state(empty))) {
      margin-block-start: var(--foyer-space-4, 16px);
    }
  `;

  private readonly provider = new ContextProvider(this, { context: shopContext });
  private readonly face = new CentreFace();
  private leave: (() => void) | undefined;
  private unfollow: (() => void) | undefined;
  private held: Held | undefined;

  /** Base address of the centre's API, such as `https://tickets.example/centres/de-lantaarn`. */
  @property() centre = '';

  /** Elements inside keep the page's own colours, fonts and corners, and do not take the centre's. */
  @property({ type: Boolean }) unthemed = false;

  /**
   * Address of the page with the cart, such as `/performance?id={id}#tickets`, where `{id}` is the performance that was
   * chosen last. On a page without a `<foyer-cart>`, a bar at the foot of the window then says that places are held,
   * until when, and leads there. No code is fetched for it while nothing is held.
   */
  @property({ attribute: 'cart-page' }) cartPage = '';

  /** Network, time and memory of your own instead of the page's; the shop is then not shared with others on the page. */
  @property({ attribute: false }) platform: Partial<Platform> | undefined;

  /** The shop itself, for scripts of the page; undefined until the element is connected and has a `centre`. */
  get shop(): Shop | undefined {
    return this.provider.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The first time, what a framework set before our script came is only there with the first update.
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
    this.unfollow?.();
    this.leave = this.unfollow = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (
      this.isConnected &&
      ['centre', 'platform', 'unthemed', 'cartPage'].some((name) => changed.has(name as keyof FoyerShop))
    )
      this.open();
  }

  private open(): void {
    if (!this.centre) throw new TypeError('foyer-shop: expected `centre` to be the address of an API, got nothing.');
    this.leave?.();
    const { shop, leave } = openPageShop(baseUrlOf(this.centre), this.platform);
    this.leave = leave;
    this.provider.setValue(shop);
    this.unfollow?.();
    const face = this.unthemed ? undefined : shop.centre.subscribe((state) => this.wear(state));
    const held = this.cartPage
      ? shop.cart.subscribe(({ state }) => void (state === 'open' && this.addHeld()))
      : undefined;
    this.unfollow = () => {
      face?.();
      held?.();
    };
    if (this.held) this.held.page = this.cartPage;
    void this.handleReturn(shop);
    // Few visitors come by the link in a mail: what that needs is fetched for them.
    if (location.hash.startsWith('#foyer_cart='))
      void patiently(() => import('./cart-link.ts')).then((link) => link.openLinkedCart(shop));
  }

  /** Somebody came back from paying: the order store shows whatever comes of it. */
  private async handleReturn(shop: Shop): Promise<void> {
    const taken = takeReturnCode();
    if (!taken) return;
    const { error } = await shop.order.returned(taken.code);
    if (error?.retryable) taken.putBack();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) this.face.mount(root);
    return root;
  }

  /** Few pages say what is held, and on fewer something is. */
  private async addHeld(): Promise<void> {
    const { addHeld } = await patiently(() => import('./held.ts'));
    this.held ??= addHeld(this);
    this.held.page = this.cartPage;
  }

  private wear(state: CentreState): void {
    if (state.state === 'ready') this.face.wear(state.centre);
  }

  override render(): TemplateResult {
    return html`<slot class=${this.isFlow ? 'apart' : nothing}></slot>`;
  }

  /** What simply stands under each other is set apart by us; a grid or a row has gaps of the page's own. */
  private get isFlow(): boolean {
    let box: Element | null = this;
    while (box && getComputedStyle(box).display === 'contents') box = box.parentElement;
    return !!box && getComputedStyle(box).display === 'block';
  }
}

const baseUrlOf = (address: string): string => address.replace(/\/+$/, '');

register('foyer-shop', FoyerShop);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-shop': FoyerShop;
  }
}
