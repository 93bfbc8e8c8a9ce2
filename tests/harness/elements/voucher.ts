import { fixture, html } from '@open-wc/testing';
import '../../../components/voucher/voucher.ts';
import type { FoyerVoucher } from '../../../components/voucher/voucher.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** Gift vouchers as a visitor buys and uses them. */
export class VoucherObject extends ElementObject<FoyerVoucher> {
  /** Puts it on the page and waits until it is known what is sold. */
  static async show({ shop }: Scene): Promise<VoucherObject> {
    const element = await fixture<FoyerVoucher>(html`<foyer-voucher .shop=${shop}></foyer-voucher>`);
    const voucher = new VoucherObject(element);
    await voucher.until(() => !voucher.is('loading') && shop.centre.get().state !== 'loading', 'what is sold');
    return voucher;
  }

  /** Amounts to choose from, the chosen one in brackets. */
  get amounts(): string[] {
    return [...this.root.querySelectorAll('[part=amounts] label')].map((label) =>
      label.querySelector('input')?.checked ? `[${words(label)}]` : words(label),
    );
  }

  /** What the button says that puts one in the cart. */
  get button(): string {
    return words(this.root.querySelector('[part=submit]'));
  }

  /** Vouchers that were given. */
  get given(): string[] {
    return [...this.root.querySelectorAll('[part=used-code]')].map(words);
  }

  /** What is wrong with what was typed. */
  get wrong(): string {
    return [...this.root.querySelectorAll('.wrong')].map(words).join(' ').trim();
  }

  async giveCode(code: string): Promise<void> {
    this.focus('Code');
    await this.type(code);
    await this.key('Enter');
  }
}
