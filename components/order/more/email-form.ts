import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../sdk/contract/index.ts';
import type { Failure } from '../../../sdk/stores/types.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { orderEmailWords } from '../../translations/order-email/index.ts';

/** Corrects the address that an order is mailed to; opens with the field ready to be typed in. */
export class EmailForm {
  private readonly host: LitElement;
  private readonly source: PartSource;
  private step: 'open' | 'closed' | 'done' = 'closed';
  private wrong = '';
  private failure: Failure | null = null;
  private busy = false;

  constructor(host: LitElement, source: PartSource) {
    this.host = host;
    this.source = source;
  }

  get isOpen(): boolean {
    return this.step === 'open';
  }

  open(): Promise<void> {
    return this.go('open', '#email');
  }

  render({ state, mailedTo = '' }: Order): TemplateResult | typeof nothing {
    if (this.step === 'closed') return nothing;
    const { words, source } = this;
    const { email } = source.localize.translation.checkout;
    const isMailed = state === 'paid';
    if (this.step === 'done') {
      return html`<p class="notice success">${isMailed ? words.mailedAgain(mailedTo) : words.changed(mailedTo)}</p>`;
    }
    const aria = this.busy ? 'true' : 'false';
    return html`
      <form class="correction" novalidate @submit=${(event: SubmitEvent) => this.handleSubmit(event)}>
        <div class="field">
        <label for="email">${email}</label>
        <input
          class="input"
          id="email"
          type="email"
          autocomplete="email"
          maxlength="254"
          required
          value=${mailedTo}
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-describedby="email-wrong email-hint"
        />
        <p class="wrong" id="email-wrong" ?hidden=${!this.wrong}>${this.wrong}</p>
        <p class="quiet small" id="email-hint">${isMailed ? words.mailedHint : words.hint}</p>
        </div>
        ${this.failure ? html`<p class="notice danger">${source.localize.failure(this.failure)}</p>` : nothing}
        <div class="actions">
          <button class="button" type="submit" aria-disabled=${aria}>${isMailed ? words.mailAgain : words.save}</button>
          <button class="button quiet" type="button" @click=${() => this.go('closed', '#change-email')}>
            ${words.back}
          </button>
        </div>
      </form>
    `;
  }

  private get words() {
    return orderEmailWords.in(this.source.localize.language);
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.host.renderRoot.querySelector<HTMLInputElement>('#email');
    if (!field || this.busy) return;
    const { emailMissing, emailWrong } = this.source.localize.translation.checkout;
    this.wrong = field.validity.valid ? '' : field.validity.valueMissing ? emailMissing : emailWrong;
    if (this.wrong) void this.open();
    else void this.change(field.value.trim());
  }

  private async change(email: string): Promise<void> {
    this.busy = true;
    this.host.requestUpdate();
    const answer = await this.source.shop()?.order.changeEmail(email);
    this.busy = false;
    this.failure = answer?.error ?? null;
    if (this.failure?.field === 'email') {
      this.failure = null;
      this.wrong = this.source.localize.translation.checkout.emailWrong;
      return this.open();
    }
    if (this.failure) {
      await this.source.localize.explain(this.failure);
      this.host.requestUpdate();
      return this.source.announce(this.source.localize.failure(this.failure), 'assertive');
    }
    await this.go('done', '#change-email');
    const order = answer?.data;
    if (order) this.source.announce(this.words[order.state === 'paid' ? 'mailedAgain' : 'changed'](email));
  }

  private async go(step: typeof this.step, focus: string): Promise<void> {
    this.step = step;
    if (step !== 'open') this.wrong = '';
    this.failure = null;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }
}
