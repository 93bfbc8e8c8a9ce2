import { fixture, html } from '@open-wc/testing';
import '../../../components/order/order.ts';
import type { FoyerOrder } from '../../../components/order/order.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** The order as a buyer meets it; where it wants to go is noted, and the page stays. */
export class OrderObject extends ElementObject<FoyerOrder> {
  /** Addresses the tab was moved to. */
  readonly visited: string[] = [];

  /** Puts an order on the page and waits until it is known. */
  static async show({ shop }: Scene): Promise<OrderObject> {
    const element = await fixture<FoyerOrder>(html`<foyer-order .shop=${shop}></foyer-order>`);
    const order = new OrderObject(element);
    element.navigate = (url) => void order.visited.push(url);
    await order.until(() => !order.is('loading') && shop.centre.get().state !== 'loading', 'the order to be known');
    return order;
  }

  get title(): string {
    return words(this.root.querySelector('[part=title]'));
  }

  /** The part that has the focus, such as `title`; empty when the focus is elsewhere. */
  get focusedPart(): string {
    return this.root.activeElement?.getAttribute('part') ?? '';
  }

  get total(): string {
    return words(this.root.querySelector('[part=total]'));
  }

  get tickets(): string[] {
    return [...this.root.querySelectorAll('[part=ticket]')].map(words);
  }

  /** Names of the QR codes that are drawn. */
  get codes(): string[] {
    return [...this.root.querySelectorAll('[part=qr]')].map((code) =>
      (code.getAttribute('aria-label') ?? '').replaceAll(/\s+/g, ' '),
    );
  }
}
