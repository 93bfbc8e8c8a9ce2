import { fixture, html } from '@open-wc/testing';
import '../../../components/waiting-list/waiting-list.ts';
import type { FoyerWaitingList } from '../../../components/waiting-list/waiting-list.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** A waiting list as a visitor comes to it. */
export class WaitingListObject extends ElementObject<FoyerWaitingList> {
  static async show({ shop }: Scene, performance: string): Promise<WaitingListObject> {
    const element = await fixture<FoyerWaitingList>(
      html`<foyer-waiting-list .shop=${shop} performance=${performance}></foyer-waiting-list>`,
    );
    return new WaitingListObject(element);
  }

  /** What is wrong with what was typed, or why it could not be done. */
  get wrong(): string {
    return [...this.root.querySelectorAll('.wrong:not([hidden]), .notice')].map(words).join(' ').trim();
  }

  get title(): string {
    return words(this.root.querySelector('[part=title]'));
  }

  /** Types an address, chooses how many places by the keyboard, and sends it. */
  async join(email: string, places?: number): Promise<void> {
    if (places !== undefined) {
      this.root.querySelector('select')?.focus();
      await this.type(String(places));
    }
    this.focus('E-mailadres');
    if (email) await this.type(email);
    await this.key('Enter');
  }
}
