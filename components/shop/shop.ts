import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Platform } from '../../sdk/platform.ts';
import type { Shop } from '../../sdk/stores/types.ts';
import { register } from '../internal/register.ts';
import { takeReturnCode } from '../internal/return-code.ts';
import { shopContext } from '../internal/shop-context.ts';
import { openPageShop } from './page-shop.ts';

/**
 * Opens a centre's shop for every Foyer element inside it: they share one cart, one order and one connection.
 *
 * It shows nothing of its own and stores nothing before something is held. Two on one page for the same centre share
 * everything. When a buyer comes back from paying, it takes the one-time code out of the address and finds the order.
 *
 * @tag foyer-shop
 * @status stable
 * @since 0.1
 *
 * @slot - The page's own content with the Foyer elements in it.
 */
export class FoyerShop extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  private readonly provider = new ContextProvider(this, { context: shopContext });
  private leave: (() => void) | undefined;

  /** Base address of the centre's API, such as `https://tickets.example/centres/de-lantaarn`. */
  @property() centre = '';

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
    this.leave = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.isConnected && (changed.has('centre') || changed.has('platform'))) this.open();
  }

  private open(): void {
    if (!this.centre) throw new TypeError('foyer-shop: expected `centre` to be the address of an API, got nothing.');
    this.leave?.();
    const { shop, leave } = openPageShop(baseUrlOf(this.centre), this.platform);
    this.leave = leave;
    this.provider.setValue(shop);
    void this.handleReturn(shop);
  }

  /** Somebody came back from paying: the order store shows whatever comes of it. */
  private async handleReturn(shop: Shop): Promise<void> {
    const taken = takeReturnCode();
    if (!taken) return;
    const { error } = await shop.order.returned(taken.code);
    if (error?.retryable) taken.putBack();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

const baseUrlOf = (address: string): string => address.replace(/\/+$/, '');

register('foyer-shop', FoyerShop);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-shop': FoyerShop;
  }
}
