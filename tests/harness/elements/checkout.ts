import { fixture, html } from '@open-wc/testing';
import '../../../components/checkout/checkout.ts';
import type { FoyerCheckout } from '../../../components/checkout/checkout.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** The checkout as a visitor uses it; where it wants to go is noted, and the page stays. */
export class CheckoutObject extends ElementObject<FoyerCheckout> {
  /** Addresses the tab was moved to. */
  readonly visited: string[] = [];

  /** Puts a checkout on the page and waits until the cart is known. */
  static async show({ shop }: Scene): Promise<CheckoutObject> {
    const element = await fixture<FoyerCheckout>(html`<foyer-checkout .shop=${shop}></foyer-checkout>`);
    const checkout = new CheckoutObject(element);
    element.navigate = (url) => void checkout.visited.push(url);
    await checkout.until(() => shop.cart.get().state !== 'loading', 'the cart to be there');
    await checkout.until(() => shop.centre.get().state !== 'loading', 'the centre to be there');
    return checkout;
  }

  /** What the button that orders says. */
  get button(): string {
    return words(this.root.querySelector('[part=submit]'));
  }

  get total(): string {
    return words(this.root.querySelector('[part=total]'));
  }

  /** What is said to be wrong with a field, to everybody and as its description. */
  complaint(field: string): string {
    const input = this.controls.find((control) => control.getAttribute('name') === field);
    if (input?.getAttribute('aria-invalid') !== 'true') return '';
    const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
    return words(this.root.getElementById(described[0] ?? ''));
  }

  async fill(label: string, text: string): Promise<void> {
    this.focus(label);
    await this.type(text);
  }

  /** Fills in an address and presses the button. */
  async order(email: string): Promise<void> {
    await this.fill('E-mailadres', email);
    await this.press(this.button);
  }
}
