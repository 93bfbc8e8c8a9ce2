import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Cart, Line, Order } from '../../sdk/contract/index.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { standsBeside } from '../internal/foyer-base.ts';
import { FoyerElement, type PartSource } from '../internal/foyer-element.ts';
import { LatePart } from '../internal/late-part.ts';
import { isWebAddress, leavePage } from '../internal/leave-page.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { patiently } from '../internal/patiently.ts';
import { register } from '../internal/register.ts';
import { returnAddress } from '../internal/return-code.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import type { Translation } from '../translations/index.ts';
import type { PartiesWords } from '../translations/parties/index.ts';
import { FoyerCheckoutLeaveEvent } from './checkout.events.ts';
import { checkoutStyles } from './checkout.styles.ts';
import type { EmailAdvice } from './email-advice/email-advice.ts';
import type { LoneSeatNotice } from './lone-seat.ts';
import type { Parties, PartiesSource } from './parties/parties.ts';

type FieldName = 'email' | 'name';

/** What an order would be told now; of which seats is to be found out. */
const FORESEEN: Failure = { code: 'seat_left_alone', retryable: false };

/**
 * Takes a visitor from a cart to an order: an e-mail address, the whole price once more, and one button that says what
 * it does. Then the tab moves to the payment page; a free order is confirmed at once.
 *
 * The button's words make clear that ordering means paying, as Belgian law asks (WER VI.46 § 2); keep that in
 * `messages` of your own.
 *
 * @tag foyer-checkout
 * @status stable
 * @since 0.1
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-cart></foyer-cart>
 *   <foyer-checkout></foyer-checkout>
 * </foyer-shop>
 *
 * @event foyer-checkout-leave - The order is made and the tab is about to move; cancelable.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart total - What is to be paid, where no `<foyer-cart>` on the page says it.
 * @csspart advice - The address that was probably meant, where a common one looks mistyped.
 * @csspart parties - Who sells, who plays and who keeps the buyer's details, when partners play.
 * @csspart submit - The button that orders.
 * @csspart lone-seat - Which seat the order would leave alone, and what mends that.
 *
 * @cssstate empty - Nothing to order; the element takes no room.
 * @cssstate open - Waiting for the visitor.
 * @cssstate busy - The order is being made.
 * @cssstate leaving - The tab is moving to the payment page.
 * @cssstate aside - An order is being shown instead; the element takes no room.
 */
export class FoyerCheckout extends FoyerElement<'checkout'> {
  static override styles = [FoyerElement.styles, panelStyles, buttonStyles, fieldStyles, noticeStyles, checkoutStyles];

  protected readonly area = 'checkout';
  private readonly cart = new StoreController(this, () => this.shop?.cart);
  private readonly order = new StoreController(this, () => this.shop?.order);
  private readonly centre = new CentreController(this, this.localize, () => this.shop);
  private readonly source = this.partSource(this.centre);
  private readonly emailAdvice = new LatePart<EmailAdvice, PartSource>(this, this.source, async () => {
    return (await import('./email-advice/index.ts')).emailAdvice;
  });
  private readonly parties = new LatePart<Parties, PartiesSource>(
    this,
    { ...this.source, messages: () => this.messages },
    async () => {
      return (await import('./parties/index.ts')).parties;
    },
  );

  private loneSeat: LoneSeatNotice | undefined;
  private page: AbortController | undefined;
  /** What was in the cart until now. */
  private lines: readonly Line[] = [];

  @query('form') private readonly form!: HTMLFormElement;

  @state() private busy = false;
  /** Something was typed: what looks mistyped may be asked about. */
  @state() private isUsed = false;
  @state() private failure: Failure | null = null;
  @state() private wrong: Partial<Record<FieldName, string>> = {};
  /** Where the tab is moving to. */
  @state() private destination: string | null = null;

  /** Texts of your own instead of ours, those about who sells and who plays among them. */
  declare messages: Partial<Translation['checkout'] & PartiesWords>;

  /** Where the buyer comes back to after paying; this page by default. Its origin must be allowed by the centre. */
  @property({ attribute: 'return-url' }) returnUrl = '';

  /** Moves the tab to the payment page. */
  @property({ attribute: false }) navigate: (url: string) => void = leavePage;

  override connectedCallback(): void {
    super.connectedCallback();
    this.page = new AbortController();
    // Whoever comes back by the back button finds a page that was kept as it was left: it is not leaving any more.
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.stay(), { signal: this.page.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.page?.abort();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    this.noticeGone();
  }

  private get phase(): string {
    if (this.isLeaving) return 'leaving';
    if (this.busy) return 'busy';
    if (isOrderShown(this.order.value, this.cart.value)) return 'aside';
    const cart = this.cart.value;
    if (cart?.state !== 'open') return 'empty';
    // A code alone is nothing to order.
    return cart.cart.lines.length + (cart.cart.extras?.products.length ?? 0) > 0 ? 'open' : 'empty';
  }

  /** Until the order is decided elsewhere, say by another tab or by `<foyer-order>` on this page. */
  private get isLeaving(): boolean {
    const order = this.order.value;
    return this.destination !== null && order?.state === 'ready' && order.order.checkoutUrl === this.destination;
  }

  /** Who gives a place back hears at once, not only when ordering, that this leaves a seat alone. */
  private noticeGone(): void {
    const cart = this.cart.value;
    const lines = cart?.state === 'open' ? cart.cart.lines : [];
    const gone = this.lines.filter(({ id }) => !lines.some((line) => line.id === id));
    this.lines = lines;
    if (gone.length > 0 && lines.length > 0) void this.nameLoneSeat(FORESEEN, gone);
  }

  private stay(): void {
    this.destination = null;
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy || !this.check()) return;
    this.busy = true;
    this.failure = null;
    this.announce(this.words.busy);
    const answer = await this.shop?.cart.checkout(this.request());
    this.busy = false;
    if (answer?.data) this.handleOrder(answer.data);
    if (answer?.error) await this.handleFailure(answer.error);
  }

  private request() {
    const data = new FormData(this.form);
    const name = String(data.get('name') ?? '').trim();
    return {
      email: String(data.get('email')).trim(),
      ...(name && { name }),
      language: this.localize.language,
      returnUrl: this.returnUrl || returnAddress(),
    };
  }

  private handleOrder(order: Order): void {
    const goes = this.dispatchEvent(new FoyerCheckoutLeaveEvent(order));
    if (!goes || !order.checkoutUrl || !isWebAddress(order.checkoutUrl)) return;
    this.destination = order.checkoutUrl;
    this.announce(this.words.goPay);
    void this.focusOn('a.button');
    this.navigate(order.checkoutUrl);
  }

  private async handleFailure(failure: Failure): Promise<void> {
    if (failure.field === 'email' || failure.field === 'name') {
      this.wrong = { [failure.field]: failure.field === 'email' ? this.words.emailWrong : this.words.nameWrong };
      // No order is being made any more; what is wrong is read out with the field.
      this.announce('');
      return this.focusOn('[aria-invalid="true"]');
    }
    this.failure = failure;
    await this.sayFailure(failure);
    if (failure.code === 'seat_left_alone') await this.nameLoneSeat(failure);
  }

  /** Few orders are refused, so the code for that comes when one is, or may be. */
  private async nameLoneSeat(refusal: Failure, gone: readonly Line[] = []): Promise<void> {
    const { LoneSeatNotice } = await patiently(() => import('./lone-seat.ts'));
    this.loneSeat ??= new LoneSeatNotice(this, {
      ...this.source,
      settle: (failure) => {
        this.failure = failure;
      },
    });
    await this.loneSeat.look(refusal, gone);
  }

  /** The browser decides what is wrong; we say it in the visitor's words, beside the field. */
  private check(): boolean {
    this.wrong = {};
    for (const field of this.form.querySelectorAll('input')) this.wrong = { ...this.wrong, ...this.explain(field) };
    if (this.form.checkValidity()) return true;
    void this.focusOn('[aria-invalid="true"]');
    return false;
  }

  private explain(field: HTMLInputElement): Partial<Record<FieldName, string>> {
    const { validity } = field;
    if (validity.valid) return {};
    if (field.name === 'name') return { name: this.words.nameWrong };
    return { email: validity.valueMissing ? this.words.emailMissing : this.words.emailWrong };
  }

  /** A message goes away as soon as what it says is mended; a new one only comes with the button. */
  private handleInput({ target }: InputEvent): void {
    this.isUsed = true;
    if (!(target instanceof HTMLInputElement) || !target.validity.valid) return;
    const { [target.name as FieldName]: _mended, ...others } = this.wrong;
    this.wrong = others;
  }

  override render(): TemplateResult | typeof nothing {
    const { phase, words } = this;
    const cart = this.cart.value;
    if (phase === 'leaving') return this.renderLeaving();
    if (phase === 'aside' || !cart || !('cart' in cart)) return nothing;
    return html`
      <section class="panel" part="base" aria-labelledby="title">
        <h2 id="title" part="title">${words.title}</h2>
        <form novalidate @submit=${this.handleSubmit} @input=${this.handleInput}>
          ${this.renderField('email', 'email', words.emailHint)} ${this.renderField('name', 'text', words.nameHint)}
          ${this.renderTotal(cart.cart)}
          ${this.renderParties(cart.cart)}
          ${this.renderFailure()}
          ${this.renderEnd(cart.cart)}
        </form>
      </section>
    `;
  }

  /** A cart on the same page says it already, and the button says it once more. */
  private renderTotal({ total }: Cart): TemplateResult | typeof nothing {
    if (standsBeside(this, 'foyer-cart')) return nothing;
    return html`
      <p class="total" part="total">
        <span>${this.words.total}</span> <span class="amount">${this.localize.money(total)}</span>
      </p>
    `;
  }

  private renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    return (
      this.loneSeat?.render(this.failure) ?? html`<p class="notice danger">${this.localize.failure(this.failure)}</p>`
    );
  }

  private renderField(name: FieldName, type: string, hint: string): TemplateResult {
    const wrong = this.wrong[name];
    const required = name === 'email';
    return html`
      <div class="field">
        <label for=${name}>
          ${this.words[name]} ${required ? nothing : html`<span class="quiet small">(${this.words.optional})</span>`}
        </label>
        <input
          class="input"
          id=${name}
          name=${name}
          type=${type}
          autocomplete=${name}
          maxlength=${required ? 254 : 120}
          ?required=${required}
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby="${name}-wrong ${name}-hint"
        />
        <p class="wrong" id="${name}-wrong" ?hidden=${!wrong}>${wrong}</p>
        <p class="quiet small" id="${name}-hint">${hint}</p>
        ${required && this.isUsed ? (this.emailAdvice.get()?.render() ?? nothing) : nothing}
      </div>
    `;
  }

  /** Who sells, who plays and who keeps the buyer's details, as soon as partners come into it. */
  private renderParties({ lines }: Cart): TemplateResult | typeof nothing {
    if (!lines.some(({ performance }) => performance.owner)) return nothing;
    return this.parties.get()?.render(lines) ?? nothing;
  }

  private renderEnd({ total, extras }: Cart): TemplateResult {
    const { words, busy } = this;
    const free = total.cents === 0;
    // What a voucher pays is paid: only what costs nothing is free.
    const nothingLeft = extras?.paidByVouchers.cents ? words.payVoucher : words.confirmFree;
    const does = free ? nothingLeft : words.pay(this.localize.money(total));
    return html`
      <div class="next">
        ${this.renderTerms()}
        <button class="button primary wide" part="submit" type="submit" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? words.busy : does}
        </button>
        <p class="quiet small">${free ? words.nextFree : words.next}</p>
      </div>
    `;
  }

  private renderTerms(): TemplateResult {
    const { termsUrl, privacyUrl } = this.centre.centre ?? {};
    const link = (url: string, text: string) => html`<a href=${url} target="_blank" rel="noopener">${text}</a>`;
    return html`
      <p class="terms small" ?hidden=${!termsUrl && !privacyUrl}>
        ${termsUrl ? html`${this.words.accept} ${link(termsUrl, this.words.terms)}.` : nothing}
        ${privacyUrl ? html`${link(privacyUrl, this.words.privacy)}.` : nothing}
      </p>
    `;
  }

  private renderLeaving(): TemplateResult {
    return html`
      <section class="panel" part="base">
        <p>${this.words.goPay}</p>
        <p><a class="button" href=${this.destination ?? ''} target="_top">${this.words.goPayLink}</a></p>
      </section>
    `;
  }
}

register('foyer-checkout', FoyerCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-checkout': FoyerCheckout;
  }
}
