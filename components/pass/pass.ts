import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PassFormula, PriceList, Product } from '../../sdk/contract/index.ts';
import { checkIcon } from '../internal/icons.ts';
import { register } from '../internal/register.ts';
import { changeProduct } from '../prices/change-product.ts';
import { CodeField } from '../prices/code-field.ts';
import { PriceElement } from '../prices/price-element.ts';
import { pricesStyles } from '../prices/prices.styles.ts';
import { usedCodes } from '../prices/used-codes.ts';
import { buttonStyles } from '../styles/button.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import { roomStyles } from '../styles/room.ts';
import { givesOf } from './gives.ts';
import { FoyerPassAddEvent } from './pass.events.ts';
import { passStyles } from './pass.styles.ts';

interface SoldPass {
  readonly product: Product;
  readonly formula: PassFormula;
  readonly cents: number;
}

/**
 * Sells a centre's passes, with what each opens, for whom and how long, and takes the code of a pass that somebody has:
 * until when it is valid and how many it serves.
 *
 * A pass that was shown opens its price types for the places in the cart; `foyer-ticket-types` offers them then.
 *
 * @tag foyer-pass
 * @status experimental
 * @since 0.3
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-pass formula="friend"></foyer-pass>
 *   <foyer-cart></foyer-cart>
 * </foyer-shop>
 *
 * @event foyer-pass-add - A pass was put in the cart; `product` and `formula` say which.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart pass - One pass that is sold.
 * @csspart code - The form for a code.
 * @csspart used-code - A pass whose code was given.
 *
 * @cssstate loading - What is sold is not known yet.
 * @cssstate ready - A pass can be bought, or shown.
 * @cssstate failed - What is sold could not be read; a pass can still be shown.
 * @cssstate aside - An order is being shown instead; the element takes no room.
 */
export class FoyerPass extends PriceElement<'pass'> {
  static override styles = [
    PriceElement.styles,
    panelStyles,
    roomStyles,
    buttonStyles,
    fieldStyles,
    noticeStyles,
    pricesStyles,
    passStyles,
  ];

  protected readonly area = 'pass';
  private readonly codeField = new CodeField(this, this.source);

  /** Slug of the one formula to sell; without it every pass the centre sells. */
  @property() formula = '';

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get sold(): readonly SoldPass[] {
    const { list } = this;
    return (list?.products ?? []).flatMap((product) => {
      const formula = list?.passes.find(({ id }) => id === product.pass);
      const isMeant = product.kind === 'pass' && formula && (!this.formula || formula.id === this.formula);
      return isMeant && 'cents' in product.price ? [{ product, formula, cents: product.price.cents }] : [];
    });
  }

  private inCart({ id }: Product): number {
    const cart = this.cart.value;
    const lines = cart?.state === 'open' ? (cart.cart.extras?.products ?? []) : [];
    return lines.reduce((sum, { product, quantity }) => sum + (product === id ? quantity : 0), 0);
  }

  private async handleBuy({ product, formula }: SoldPass): Promise<void> {
    const name = this.localize.text(formula.name);
    const told = this.words.added(name);
    if (!(await changeProduct(this.source, name, { product: product.id, quantity: 1 }, { more: true, told }))) return;
    this.dispatchEvent(new FoyerPassAddEvent(product.id, formula.id));
  }

  override render(): TemplateResult | typeof nothing {
    const { phase, words, list } = this;
    if (phase === 'aside') return nothing;
    return html`
      <section class="panel" part="base" aria-labelledby="title" aria-busy=${phase === 'loading'}>
        <h2 id="title" part="title">${words.title}</h2>
        ${phase === 'loading' ? html`<p>${this.localize.translation.common.loading}</p>` : nothing}
        ${this.renderFailure()} ${list ? this.renderSold(list) : nothing}
        ${phase === 'loading' ? nothing : this.renderShow(list)}
      </section>
    `;
  }

  private renderFailure(): TemplateResult | typeof nothing {
    const prices = this.prices.value;
    if (prices?.state !== 'failed') return nothing;
    return html`<p class="notice danger">${this.words.notShown} ${this.localize.failure(prices.failure)}</p>`;
  }

  private renderSold(list: PriceList): TemplateResult {
    const { sold, words } = this;
    if (sold.length === 0) return html`<p>${words.noneSold}</p>`;
    return html`<ul class="passes">
      ${sold.map((one) => this.renderPass(one, list))}
    </ul>`;
  }

  private renderPass(one: SoldPass, list: PriceList): TemplateResult {
    const { formula, product, cents } = one;
    const { words, localize, centre } = this;
    const name = localize.text(formula.name);
    const price = localize.money({ cents, currency: 'EUR' });
    const gives = givesOf(formula, list, centre.priceTypes, { words, localize, timeZone: centre.timeZone });
    const count = this.inCart(product);
    return html`
      <li class="pass" part="pass">
        <h3>${name}</h3>
        <p class="price amount">${price}</p>
        ${formula.explanation ? html`<p>${localize.text(formula.explanation)}</p>` : nothing}
        <ul class="gives small">
          ${gives.map((sentence) => html`<li>${checkIcon}<span>${sentence}</span></li>`)}
        </ul>
        <p class="visits small" ?hidden=${count === 0}>${words.inBasket}</p>
        <button
          class="button primary"
          type="button"
          aria-disabled=${count >= product.most ? 'true' : 'false'}
          @click=${() => count < product.most && void this.handleBuy(one)}
        >
          ${words.buy(name, price)}
        </button>
      </li>
    `;
  }

  private renderShow(list: PriceList | undefined): TemplateResult {
    const { words } = this;
    const cart = this.cart.value;
    const extras = cart?.state === 'open' ? cart.cart.extras : undefined;
    const passes = (extras?.codes ?? []).filter(({ kind }) => kind === 'pass');
    const visits = extras?.choices.visits.length ?? 0;
    const hasVisits = passes.some(({ formula }) => list?.passes.find(({ id }) => id === formula)?.visits);
    return html`
      <div class="show">
        <h3>${words.show}</h3>
        ${passes.length > 0 ? usedCodes(passes, this.source) : nothing}
        ${hasVisits ? html`<p class="visits small">${words.open(visits)}</p>` : nothing}
        ${this.codeField.render(words.showHint)}
      </div>
    `;
  }
}

register('foyer-pass', FoyerPass);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-pass': FoyerPass;
  }
}
