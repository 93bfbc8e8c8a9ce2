import { fixture, html } from '@open-wc/testing';
import '../../../components/buy-button/buy-button.ts';
import type { FoyerBuyButton } from '../../../components/buy-button/buy-button.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** The button that sells, as a visitor presses it; where it wants to go is noted, and the page stays. */
export class BuyButtonObject extends ElementObject<FoyerBuyButton> {
  /** Addresses the tab was moved to. */
  readonly visited: string[] = [];

  /** On a page that has nothing else of Foyer. */
  static async show({ api, memory, timers }: Scene, performance = 'het-laatste-licht'): Promise<BuyButtonObject> {
    const platform = { fetch: api.fetch, memory, timers };
    const button = new BuyButtonObject(
      await fixture<FoyerBuyButton>(html`
        <foyer-buy-button centre=${api.baseUrl} performance=${performance} .platform=${platform}></foyer-buy-button>
      `),
    );
    button.element.navigate = (url) => void button.visited.push(url);
    return button;
  }

  /** In a shop that the page has. */
  static async showIn({ shop }: Scene, performance = 'het-laatste-licht'): Promise<BuyButtonObject> {
    return new BuyButtonObject(
      await fixture<FoyerBuyButton>(
        html`<foyer-buy-button .shop=${shop} performance=${performance}></foyer-buy-button>`,
      ),
    );
  }

  /** What the button says. */
  get label(): string {
    return words(this.root.querySelector('[part=button]'));
  }

  get isOpen(): boolean {
    return this.dialog?.open ?? false;
  }

  get title(): string {
    return words(this.root.querySelector('[part=title]'));
  }

  /** What is said in the place of the hall. */
  get notice(): string {
    return words(this.root.querySelector('.notice'));
  }

  /** Waits until the hall can be chosen from, or the order is shown. */
  async ready(): Promise<void> {
    await this.until(
      () => this.is('open') && (this.canChoose || this.shownOrder?.matches(':state(paid)') === true),
      'the way to the tickets',
    );
  }

  /** Chooses a seat by its id. */
  async pick(seat: string): Promise<void> {
    await this.root.querySelector('foyer-seat-map')?.pick(seat);
    await this.element.updateComplete;
  }

  /** Gives an e-mail address and orders. */
  order(email: string): void {
    const form = this.root.querySelector('foyer-checkout')?.shadowRoot?.querySelector('form');
    const field = form?.querySelector<HTMLInputElement>('input[type=email]');
    if (!form || !field) throw new Error('There is nothing to order.');
    field.value = email;
    form.requestSubmit();
  }

  /** Names of the parts of the way that take room. */
  get parts(): string[] {
    return [...this.root.querySelectorAll<HTMLElement>('.journey *')]
      .filter((part) => part.localName.startsWith('foyer-') && part.getBoundingClientRect().height > 0)
      .map(({ localName }) => localName.replace('foyer-', ''));
  }

  /** The dialog's place in the window. */
  get box(): DOMRect {
    return this.dialog?.getBoundingClientRect() ?? new DOMRect();
  }

  private get map() {
    return this.root.querySelector('foyer-seat-map');
  }

  /** The hall is there, with all that one can do in it. */
  private get canChoose(): boolean {
    return this.map?.matches(':state(ready)') === true && this.map.shadowRoot?.querySelector('button') !== null;
  }

  private get shownOrder() {
    return this.root.querySelector('foyer-order');
  }

  private get dialog() {
    return this.root.querySelector('dialog');
  }
}
