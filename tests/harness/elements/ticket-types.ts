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
    if (shop.cart.get().state === 'open') await types.until(() => types.hasPrices, 'the prices to be there');
    return types;
  }

  /** Names of the seats, and of the choice for all of them. */
  get seats(): string[] {
    return this.groups.map(nameOf);
  }

  /** Whether seats are shown one by one. */
  get isApart(): boolean {
    return this.root.querySelector('details:has([part=seat])')?.hasAttribute('open') ?? false;
  }

  /** What can be chosen for a seat, with its price. */
  choices(seat: string): string[] {
    return [...this.group(seat).querySelectorAll('option, label.choice')].map(words);
  }

  /** What is chosen for a seat. */
  chosen(seat: string): string {
    return words(this.group(seat).querySelector('option:checked, label:has(:checked)'));
  }

  /** What is asked of who gets the prices that were chosen. */
  get reasons(): string[] {
    return [...this.root.querySelectorAll('.reason')].map(words);
  }

  /** Chooses with the pointer. */
  async choose(seat: string, type: string): Promise<void> {
    const choice = this.choice(seat, type);
    choice.scrollIntoView({ block: 'center' });
    if (choice instanceof HTMLOptionElement) {
      choice.selected = true;
      choice.closest('select')?.dispatchEvent(new Event('change', { bubbles: true }));
    } else choice.click();
    await this.element.updateComplete;
  }

  /** Whether a price type is shown and cannot be chosen. */
  isLocked(seat: string, type: string): boolean {
    const choice = this.choice(seat, type);
    return choice instanceof HTMLOptionElement ? choice.disabled : choice.querySelector('input')?.disabled === true;
  }

  /** How many birth years are asked. */
  get yearsAsked(): number {
    return this.root.querySelectorAll('.year input').length;
  }

  /** Fills in the birth year of who sits on a seat. */
  async fillYear(seat: string, year: string): Promise<void> {
    const input = this.group(seat).querySelector<HTMLInputElement>('.year input');
    if (!input) throw new Error(`No birth year is asked for ${seat}.`);
    input.focus();
    input.select();
    await this.key('Delete');
    if (year) await this.type(year);
    await this.key('Tab');
  }

  /** Puts the focus on what is chosen for a seat, or else on its first choice. */
  enter(seat: string): void {
    const group = this.group(seat);
    const choice =
      group.querySelector<HTMLElement>('input:checked') ?? group.querySelector<HTMLElement>('select, input');
    choice?.focus();
  }

  /** Whether there are prices other than those that are in the cart already. */
  private get hasPrices(): boolean {
    const others = this.root.querySelectorAll('option:not(:checked), .choice:not(:has(:checked))');
    return [...others].some((choice) => choice.textContent?.includes('€'));
  }

  /** What is folded away is opened by who looks for it. */
  private get groups(): HTMLElement[] {
    for (const fold of this.root.querySelectorAll('details:has([part=seat])')) fold.setAttribute('open', '');
    return [...this.root.querySelectorAll<HTMLElement>('[part="seat"]')];
  }

  private group(seat: string): HTMLElement {
    const found = this.groups.find((group) => nameOf(group).startsWith(seat));
    if (!found) throw new Error(`There is no seat “${seat}”, only: ${this.seats.join(' · ')}`);
    return found;
  }

  private choice(seat: string, type: string): HTMLElement {
    const all = this.group(seat).querySelectorAll<HTMLElement>('option, label.choice');
    const found = [...all].find((choice) => words(choice).startsWith(type));
    if (!found) throw new Error(`There is no “${type}” for ${seat}, only: ${this.choices(seat).join(' · ')}`);
    return found;
  }
}

const nameOf = (group: HTMLElement): string => words(group.querySelector('legend, label'));
