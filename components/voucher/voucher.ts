import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Money, Product } from '../../sdk/contract/index.ts';
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
import { type AmountFault, faultOf, type OpenPrice, readAmount } from './amount.ts';
import { FoyerVoucherAddEvent } from './voucher.events.ts';
import { voucherStyles } from './voucher.styles.ts';

/**
 * Sells a centre's gift vouchers, at an amount the centre proposes or another, and takes the code of a voucher that
 * somebody was given: what is on it and until when it is valid.
 *
 * A voucher pays in the cart; what is not needed stays on it.
 *
 * @tag foyer-voucher
 * @status experimental
 * @since 0.3
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-voucher></foyer-voucher>
 *   <foyer-cart></foyer-cart>
 * </foyer-shop>
 *
 * @event foyer-voucher-add - A voucher was put in the cart; `product` and `cents` say which.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart amounts - The amounts to choose from.
 * @csspart submit - The button that puts a voucher in the cart.
 * @csspart code - The form for a code.
 * @csspart used-code - A voucher whose code was given.
 *
 * @cssstate loading - What is sold is not known yet.
 * @cssstate ready - A voucher can be bought, or a code given.
 * @cssstate failed - What is sold could not be read; a code can still be given.
 * @cssstate aside - An order is being shown instead; the element takes no room.
 */
export class FoyerVoucher extends PriceElement<'voucher'> {
  static override styles = [
    PriceElement.styles,
    panelStyles,
    roomStyles,
    buttonStyles,
    fieldStyles,
    noticeStyles,
    pricesStyles,
    voucherStyles,
  ];

  protected readonly area = 'voucher';
  private readonly codeField = new CodeField(this, this.source);

  /** In cents; null while another amount is typed. */
  @state() private chosen: number | null | undefined;
  @state() private fault: AmountFault | null = null;

  /** Slug of the product to sell; without it the first voucher of the centre's list. */
  @property() product = '';

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get sold(): Product | undefined {
    return this.list?.products.find(({ id, kind }) => (this.product ? id === this.product : kind === 'voucher'));
  }

  private async handleSubmit(event: SubmitEvent, product: Product): Promise<void> {
    event.preventDefault();
    const { price } = product;
    const cents = 'cents' in price ? price.cents : this.amountIn(event.target, price);
    this.fault = 'cents' in price ? null : faultOf(cents, price);
    if (cents === undefined || this.fault) {
      await this.focusOn('#amount');
      return this.announce(this.faultWords(price) ?? '', 'assertive');
    }
    const name = this.localize.text(product.name);
    const told = this.words.added(name, this.localize.price(euros(cents)));
    const wanted = { product: product.id, quantity: 1, ...('cents' in price ? {} : { cents }) };
    if (!(await changeProduct(this.source, name, wanted, { more: true, told }))) return;
    this.dispatchEvent(new FoyerVoucherAddEvent(product.id, cents));
  }

  private amountIn(form: EventTarget | null, price: OpenPrice): number | undefined {
    const { chosen = price.proposals[0] ?? null } = this;
    if (chosen !== null || !(form instanceof HTMLFormElement)) return chosen ?? undefined;
    return readAmount(form.querySelector<HTMLInputElement>('#amount')?.value ?? '');
  }

  private faultWords(price: Product['price']): string | null {
    if (!this.fault || 'cents' in price) return null;
    const { localize, words } = this;
    if (this.fault === 'step') return words.wrongStep(localize.price(euros(price.step)));
    return words.wrong(localize.price(euros(price.least)), localize.price(euros(price.most)));
  }

  private choose(cents: number | null): void {
    this.chosen = cents;
    this.fault = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { phase, words, sold } = this;
    if (phase === 'aside') return nothing;
    return html`
      <section class="panel" part="base" aria-labelledby="title" aria-busy=${phase === 'loading'}>
        <h2 id="title" part="title">${sold ? this.localize.text(sold.name) : words.title}</h2>
        ${phase === 'loading' ? html`<p>${this.localize.translation.common.loading}</p>` : nothing}
        ${this.renderFailure()} ${phase === 'ready' && !sold ? html`<p>${words.noneSold}</p>` : nothing}
        ${sold ? this.renderSale(sold) : nothing} ${phase === 'loading' ? nothing : this.renderRedeem()}
      </section>
    `;
  }

  private renderFailure(): TemplateResult | typeof nothing {
    const prices = this.prices.value;
    if (prices?.state !== 'failed') return nothing;
    return html`<p class="notice danger">${this.localize.failure(prices.failure)}</p>`;
  }

  private renderSale(product: Product): TemplateResult {
    const { explanation, price } = product;
    const { words, localize } = this;
    const chosen = this.chosen === undefined && !('cents' in price) ? (price.proposals[0] ?? null) : this.chosen;
    const cents = 'cents' in price ? price.cents : chosen;
    const amount = cents === null || cents === undefined ? '' : localize.price(euros(cents));
    return html`
      ${explanation ? html`<p>${localize.text(explanation)}</p>` : nothing}
      <form novalidate @submit=${(event: SubmitEvent) => void this.handleSubmit(event, product)}>
        ${'cents' in price ? nothing : this.renderAmounts(price, chosen ?? null)}
        <div class="about quiet small">
          <p>${product.validMonths === undefined ? words.forEver : words.validFor(product.validMonths)} ${words.parts}</p>
          ${product.withdrawalDays > 0 ? html`<p>${words.withdrawal(product.withdrawalDays)}</p>` : nothing}
        </div>
        <button class="button primary wide" part="submit" type="submit">
          ${amount ? words.add(amount) : words.addOther}
        </button>
      </form>
    `;
  }

  private renderAmounts(price: OpenPrice, chosen: number | null): TemplateResult {
    const { words, localize } = this;
    const choice = (cents: number | null, text: string) => html`
      <label class="choice">
        <input
          type="radio"
          name="amount"
          .checked=${live(chosen === cents)}
          @change=${() => this.choose(cents)}
        />
        <span>${text}</span>
      </label>
    `;
    return html`
      <fieldset part="amounts">
        <legend>${words.amount}</legend>
        <div class="choices">
          ${price.proposals.map((cents) => choice(cents, localize.price(euros(cents))))} ${choice(null, words.other)}
        </div>
      </fieldset>
      ${chosen === null ? this.renderOther(price) : nothing}
    `;
  }

  private renderOther(price: OpenPrice): TemplateResult {
    const { words, localize } = this;
    const wrong = this.faultWords(price);
    const [least, most, step] = [price.least, price.most, price.step].map((cents) => localize.price(euros(cents)));
    return html`
      <div class="field other">
        <label for="amount">${words.otherLabel}</label>
        <input
          class="input"
          id="amount"
          inputmode="decimal"
          autocomplete="off"
          maxlength="12"
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby="amount-wrong amount-hint"
          @input=${() => {
            this.fault = null;
          }}
        />
        <p class="wrong" id="amount-wrong" ?hidden=${!wrong}>${wrong}</p>
        <p class="quiet small" id="amount-hint">
          ${words.between(least ?? '', most ?? '')} ${price.step > 1 ? words.step(step ?? '') : nothing}
        </p>
      </div>
    `;
  }

  private renderRedeem(): TemplateResult {
    const cart = this.cart.value;
    const codes =
      cart?.state === 'open' ? (cart.cart.extras?.codes ?? []).filter(({ kind }) => kind === 'voucher') : [];
    return html`
      <div class="redeem">
        <h3>${this.words.redeem}</h3>
        ${codes.length > 0 ? usedCodes(codes, this.source) : nothing} ${this.codeField.render(this.words.redeemHint)}
      </div>
    `;
  }
}

const euros = (cents: number): Money => ({ cents, currency: 'EUR' });

register('foyer-voucher', FoyerVoucher);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-voucher': FoyerVoucher;
  }
}
