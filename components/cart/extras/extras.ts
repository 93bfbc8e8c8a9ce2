import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Cart, CartExtras, Line, PriceList } from '../../../sdk/contract/index.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { codeBox } from '../../prices/code-box.ts';
import { CodeField, wordsOf } from '../../prices/code-field.ts';
import { mostOf, offers } from './offers.ts';
import { productLines } from './products.ts';
import { subscriptionList } from './subscriptions.ts';

export interface ExtrasSource extends PartSource {
  /** Puts the focus on what this selects, once it is there. */
  focus(selector: string): void;
}

/** All of a cart that is no place: subscriptions, products, what may be added, codes, fees and what was saved. */
export class Extras {
  private readonly source: ExtrasSource;
  private readonly codeField: CodeField;

  constructor(host: LitElement, source: ExtrasSource) {
    this.source = source;
    this.codeField = new CodeField(host, source);
  }

  /** What the cart is called once there is more in it than places. */
  title({ extras }: Cart): string | undefined {
    return extras && (extras.products.length > 0 || extras.subscriptions.length > 0)
      ? wordsOf(this.source).basket.title
      : undefined;
  }

  /** What rules, a subscription or a pass made of a place's price. */
  ofLine({ why = [] }: Line): TemplateResult | typeof nothing {
    const { localize } = this.source;
    const steps = why.filter(({ kind }) => kind !== 'price');
    if (steps.length === 0) return nothing;
    return html`
      <span class="quiet small steps" part="steps">
        ${steps.map(
          ({ name, amount, kind }) => html`
            <span>
              ${localize.text(name)} ${kind === 'uitpas' ? nothing : html`<span class="amount">${localize.money(amount)}</span>`}
            </span>
          `,
        )}
      </span>
    `;
  }

  render(cart: Cart, list: PriceList | undefined): TemplateResult {
    const { source } = this;
    const { extras } = cart;
    const most = (id: string) => {
      const product = list?.products.find((one) => one.id === id);
      return product && product.kind !== 'donation' ? mostOf(product, cart.lines) : 1;
    };
    return html`
      ${subscriptionList(extras?.subscriptions ?? [], list, source)}
      ${productLines(extras?.products ?? [], extras?.choices.products ?? [], most, source)}
      ${list && cart.lines.length > 0 ? offers(cart, list, source) : nothing}
      ${codeBox({ codes: extras?.codes ?? [], cart, ...(list && { list }) }, this.codeField, source)}
      ${extras ? this.renderSums(extras) : nothing}
    `;
  }

  /** What the total is made of beside places and products: fees, and what vouchers pay already; and what was saved. */
  private renderSums({ fees, saved, paidByVouchers }: CartExtras): TemplateResult | typeof nothing {
    const { localize } = this.source;
    const { basket: words } = wordsOf(this.source);
    const sum = (text: string, amount: string) => html`<div><dt>${text}</dt><dd class="amount">${amount}</dd></div>`;
    const paid = { ...paidByVouchers, cents: -paidByVouchers.cents };
    if (fees.length === 0 && saved.cents <= 0 && paid.cents === 0) return nothing;
    return html`
      <div part="sums">
        <dl class="sums">
          ${fees.map(({ name, amount }) => sum(localize.text(name), localize.money(amount)))}
          ${paid.cents === 0 ? nothing : sum(words.rest, localize.money(paid))}
        </dl>
        ${saved.cents > 0 ? html`<p class="saved" part="saved">${words.saved(localize.money(saved))}</p>` : nothing}
      </div>
    `;
  }
}
