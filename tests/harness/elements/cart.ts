import { fixture, html } from '@open-wc/testing';
import '../../../components/cart/cart.ts';
import type { FoyerCart } from '../../../components/cart/cart.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** The cart as a visitor uses it. */
export class CartObject extends ElementObject<FoyerCart> {
  /** Puts a cart on the page and waits until it shows what is in it. */
  static async show({ shop }: Scene): Promise<CartObject> {
    const element = await fixture<FoyerCart>(html`<foyer-cart .shop=${shop}></foyer-cart>`);
    const cart = new CartObject(element);
    await cart.until(() => !cart.is('loading') && shop.centre.get().state !== 'loading', 'the cart to be shown');
    return cart;
  }

  /** The chosen places, each with its price type and price. */
  get places(): string[] {
    return [...this.root.querySelectorAll('[part=line]:not(.removed)')].map(words);
  }

  get total(): string {
    return words(this.root.querySelector('[part=total]'));
  }

  /** What the bar at the foot of the window says; empty while it is not there. */
  get bar(): string {
    return words(this.root.querySelector('[part=bar]'));
  }

  get timeLeft(): string {
    return words(this.root.querySelector('[part=time]'));
  }
}
