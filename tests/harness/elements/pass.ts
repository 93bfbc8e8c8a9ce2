import { fixture, html } from '@open-wc/testing';
import '../../../components/pass/pass.ts';
import type { FoyerPass } from '../../../components/pass/pass.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** Passes as a visitor buys and shows them. */
export class PassObject extends ElementObject<FoyerPass> {
  /** Puts it on the page and waits until it is known what is sold. */
  static async show({ shop }: Scene, formula = ''): Promise<PassObject> {
    const element = await fixture<FoyerPass>(html`<foyer-pass .shop=${shop} formula=${formula}></foyer-pass>`);
    const pass = new PassObject(element);
    await pass.until(() => !pass.is('loading') && shop.centre.get().state !== 'loading', 'what is sold');
    return pass;
  }

  /** The passes that are sold, each with all it says. */
  get sold(): string[] {
    return [...this.root.querySelectorAll('[part=pass]')].map(words);
  }

  /** Passes that were shown. */
  get shown(): string[] {
    return [...this.root.querySelectorAll('[part=used-code]')].map(words);
  }

  get wrong(): string {
    return [...this.root.querySelectorAll('.wrong')].map(words).join(' ').trim();
  }

  async showCode(code: string): Promise<void> {
    this.focus('Code');
    await this.type(code);
    await this.key('Enter');
  }
}
