import { fixture, html } from '@open-wc/testing';
import '../../../components/ticket-types/ticket-types.ts';
import type { FoyerTicketTypes } from '../../../components/ticket-types/ticket-types.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** The choice of price types as a visitor uses it. */
export class TicketTypesObject extends ElementObject<FoyerTicketTypes> {
  /** Puts it on the page and waits until all prices are there. */
  static async show({ shop }: Scene): Promise<TicketTypesObject> {
    const element = await fixture<FoyerTicketTypes>(html`<foyer-ticket-types .shop=${shop}></foyer-ticket-types>`);
    const types = new TicketTypesObject(element);
    await types.until(() => shop.cart.get().state !== 'loading', 'the cart to be there');
    if (shop.cart.get().state === 'open') await types.until(() => types.prices.length > 0, 'the prices to be there');
    return types;
  }

  /** Names of the seats, and of the choice for all of them. */
  get seats(): string[] {
    return this.groups.map((group) => words(group.querySelector('legend')));
  }

  /** What can be chosen for a seat, with its price. */
  choices(seat: string): string[] {
    return [...this.group(seat).querySelectorAll('label')].map(words);
  }

  /** What is chosen for a seat. */
  chosen(seat: string): string {
    return words(this.group(seat).querySelector('label:has(:checked)'));
  }

  /** What is asked of who gets the chosen price. */
  reason(seat: string): string {
    return words(this.group(seat).querySelector('p'));
  }

  /** Chooses with the pointer. */
  async choose(seat: string, type: string): Promise<void> {
    this.choice(seat, type).scrollIntoView({ block: 'center' });
    this.choice(seat, type).click();
    await this.element.updateComplete;
  }

  /** Puts the focus on what is chosen for a seat, or else on its first choice. */
  enter(seat: string): void {
    const group = this.group(seat);
    const choice = group.querySelector<HTMLElement>(':checked') ?? group.querySelector<HTMLElement>('input');
    choice?.focus();
  }

  /** Prices other than those that are in the cart already. */
  private get prices(): Element[] {
    return [...this.root.querySelectorAll('label:not(:has(:checked)) .amount')];
  }

  private get groups(): HTMLElement[] {
    return [...this.root.querySelectorAll('fieldset')];
  }

  private group(seat: string): HTMLElement {
    const found = this.groups.find((group) => words(group.querySelector('legend')).startsWith(seat));
    if (!found) throw new Error(`There is no seat “${seat}”, only: ${this.seats.join(' · ')}`);
    return found;
  }

  private choice(seat: string, type: string): HTMLElement {
    const found = [...this.group(seat).querySelectorAll('label')].find((label) => words(label).startsWith(type));
    if (!found) throw new Error(`There is no “${type}” for ${seat}, only: ${this.choices(seat).join(' · ')}`);
    return found;
  }
}
