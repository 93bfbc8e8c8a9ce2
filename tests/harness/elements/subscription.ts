import { fixture, html } from '@open-wc/testing';
import '../../../components/subscription/subscription.ts';
import type { FoyerSeatMap } from '../../../components/seat-map/seat-map.ts';
import type { FoyerSubscription } from '../../../components/subscription/subscription.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** A subscription as a visitor chooses it. */
export class SubscriptionObject extends ElementObject<FoyerSubscription> {
  /** In a centre's shop; waits until there is something to see. */
  static async show({ shop }: Scene, formula = 'vrije-keuze'): Promise<SubscriptionObject> {
    const element = await fixture<FoyerSubscription>(
      html`<foyer-subscription .shop=${shop} formula=${formula}></foyer-subscription>`,
    );
    const subscription = new SubscriptionObject(element);
    await subscription.until(() => !subscription.is('loading'), 'the subscription to be there');
    return subscription;
  }

  /** Names of the formulas there are to choose. */
  get formulas(): string[] {
    return [...this.root.querySelectorAll('.formula h3')].map(words);
  }

  /** Titles of the performances, in order. */
  get titles(): string[] {
    return [...this.root.querySelectorAll('.offer h4:not(#seats)')].map(words);
  }

  /** All that is said of the performance with this title. */
  about(title: string): string {
    const offers = [...this.root.querySelectorAll('.offer')];
    return words(offers.find((offer) => words(offer.querySelector('h4')) === title));
  }

  /** How far each subscription is, by holder. */
  get progress(): string[] {
    return [...this.root.querySelectorAll('.progress')].map((one) => words(one));
  }

  /** What is proposed, with the reason. */
  get proposals(): string[] {
    return [...this.root.querySelectorAll('.proposals li')].map(words);
  }

  /** What stands in the overview of what is chosen. */
  get chosen(): string[] {
    return [...this.root.querySelectorAll('.summary .line')].map(words);
  }

  get summary(): string {
    return words(this.root.querySelector('.summary'));
  }

  /** The hall that is open below a performance, if any. */
  get hall(): FoyerSeatMap | null {
    return this.root.querySelector('foyer-seat-map');
  }

  /** Waits for all of the hall: it grows with each part that comes, and moves what is below it from under the pointer. */
  async untilHallIsDrawn(): Promise<void> {
    // The subscription itself fetches what draws a hall; only then may this.
    await this.until(() => this.hall?.matches(':state(ready)') ?? false, 'the hall');
    const { SeatMapObject } = await import('./seat-map.ts');
    if (this.hall) await SeatMapObject.of(this.hall);
  }

  /** Types a name for one of the holders, and goes on. */
  async name(at: number, name: string): Promise<void> {
    const field = this.root.querySelectorAll<HTMLInputElement>('.holder input')[at];
    if (!field) throw new Error(`There is no holder ${at}.`);
    field.focus();
    await this.type(name);
    field.blur();
    await this.element.updateComplete;
  }

  /** Chooses a performance and waits until it is held. */
  async choose(name: string): Promise<void> {
    const before = this.chosen.length;
    await this.press(name);
    await this.until(() => this.chosen.length > before && this.isAtRest, `${name} to be held`);
  }

  /** True when nothing is being asked for. */
  get isAtRest(): boolean {
    return !this.text.includes('Even geduld') && this.root.querySelector('.add[aria-disabled=true]') === null;
  }

  async filter(genre: string): Promise<void> {
    const field = this.root.querySelector<HTMLSelectElement>('#genre');
    if (!field) throw new Error('There is no choice of genres.');
    field.value = genre;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }
}
