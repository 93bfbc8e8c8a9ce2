import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Entitlement, Money, Order } from '../../../sdk/contract/index.ts';
import type { Failure } from '../../../sdk/stores/types.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { wordsOf } from '../../prices/code-field.ts';

/** closed → what → sure → done: two steps and a confirmation (facts: domain §7.7). */
type Step = 'closed' | 'what' | 'sure' | 'done';

/** What can still be withdrawn from. */
const withdrawable = (order: Order, now: number): readonly Entitlement[] =>
  (order.entitlements ?? []).filter(
    ({ state, withdrawableUntil }) =>
      state === 'valid' && withdrawableUntil !== null && Date.parse(withdrawableUntil) > now,
  );

/**
 * Withdraws from the contract about vouchers and passes, in the same place where they were bought: tick what, see what
 * that means, confirm. Says why tickets for a day cannot be withdrawn from.
 */
export class Withdrawal {
  private readonly host: LitElement;
  private readonly source: PartSource;
  private step: Step = 'closed';
  private ticked: ReadonlySet<string> = new Set();
  private failure: Failure | null = null;
  private nothingTicked = false;
  private busy = false;

  constructor(host: LitElement, source: PartSource) {
    this.host = host;
    this.source = source;
  }

  render(order: Order): TemplateResult | typeof nothing {
    const can = withdrawable(order, this.source.shop()?.timers.now() ?? 0);
    if (can.length === 0 && this.step !== 'done') return nothing;
    const { order: words } = wordsOf(this.source);
    return html`
      <div class="withdrawal" part="withdrawal">
        ${this.step === 'closed' ? this.button(words.withdraw, () => this.go('what'), '') : this.renderStep(order, can)}
        ${order.lines.length > 0 ? html`<p class="quiet small">${words.dated}</p>` : nothing}
      </div>
    `;
  }

  private renderStep(order: Order, can: readonly Entitlement[]): TemplateResult {
    if (this.step === 'done') return this.renderDone();
    return this.step === 'sure' ? this.renderSure(order, can) : this.renderWhat(can);
  }

  private renderWhat(can: readonly Entitlement[]): TemplateResult {
    const { order: words } = wordsOf(this.source);
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => this.handleNext(event)}>
        <h3 id="withdrawal" tabindex="-1">${words.withdraw}</h3>
        <p>${words.withdrawText}</p>
        <fieldset>
          <legend>${words.withdrawWhich}</legend>
          ${can.map((one) => this.renderTick(one))}
        </fieldset>
        <p class="wrong" ?hidden=${!this.nothingTicked}>${words.withdrawNone}</p>
        <div class="actions">
          <button class="button" type="submit">${words.withdrawNext}</button>
          ${this.button(words.withdrawBack, () => this.go('closed'), 'quiet')}
        </div>
      </form>
    `;
  }

  private renderTick(one: Entitlement): TemplateResult {
    const { order: words } = wordsOf(this.source);
    const { localize, centre } = this.source;
    const until = localize.format(one.withdrawableUntil ?? '', { dateStyle: 'long', timeZone: centre.timeZone });
    return html`
      <label class="tick">
        <input
          type="checkbox"
          .checked=${this.ticked.has(one.id)}
          @change=${(event: Event) => this.handleTick(one.id, event)}
        />
        <span>
          ${localize.text(one.name)} <span class="code-text">${one.code}</span>
          <span class="quiet small">${words.withdrawUntil(until)}</span>
        </span>
      </label>
    `;
  }

  private renderSure(order: Order, can: readonly Entitlement[]): TemplateResult {
    const { order: words } = wordsOf(this.source);
    const { localize } = this.source;
    const chosen = can.filter(({ id }) => this.ticked.has(id));
    const names = localize.list(chosen.map(({ name, code }) => `${localize.text(name)} ${code}`));
    return html`
      <h3 id="withdrawal" tabindex="-1">${words.withdraw}</h3>
      <p>${words.withdrawSure(names, localize.money(paidFor(order, chosen)))}</p>
      ${this.failure ? html`<p class="notice danger">${localize.failure(this.failure)}</p>` : nothing}
      <div class="actions">
        ${this.button(words.withdrawConfirm, () => void this.confirm(), 'primary')}
        ${this.button(words.withdrawBack, () => this.go('closed'), 'quiet')}
      </div>
    `;
  }

  private renderDone(): TemplateResult {
    const { order: words } = wordsOf(this.source);
    return html`
      <div class="notice success">
        <h3 id="withdrawal" tabindex="-1">${words.withdrawn}</h3>
        <p>${words.withdrawnText}</p>
      </div>
    `;
  }

  private button(text: string, action: () => void, tone: string): TemplateResult {
    return html`
      <button class="button ${tone}" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${action}>
        ${text}
      </button>
    `;
  }

  private handleTick(id: string, { target }: Event): void {
    const isOn = target instanceof HTMLInputElement && target.checked;
    this.ticked = new Set([...this.ticked].filter((one) => one !== id).concat(isOn ? id : []));
    this.nothingTicked = false;
    this.host.requestUpdate();
  }

  private handleNext(event: SubmitEvent): void {
    event.preventDefault();
    this.nothingTicked = this.ticked.size === 0;
    if (!this.nothingTicked) return void this.go('sure');
    this.host.requestUpdate();
    this.source.announce(wordsOf(this.source).order.withdrawNone, 'assertive');
  }

  private async confirm(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.host.requestUpdate();
    const answer = await this.source.shop()?.order.withdraw([...this.ticked]);
    this.busy = false;
    this.failure = answer?.error ?? null;
    if (!this.failure) {
      this.ticked = new Set();
      await this.go('done');
      return this.source.announce(wordsOf(this.source).order.withdrawn);
    }
    await this.source.localize.explain(this.failure);
    this.host.requestUpdate();
    this.source.announce(this.source.localize.failure(this.failure), 'assertive');
  }

  /** Every step has a heading that takes the focus; who closes it comes back to the button. */
  private async go(step: Step): Promise<void> {
    this.step = step;
    this.failure = null;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const target = step === 'closed' ? '.withdrawal button' : '#withdrawal';
    this.host.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}

/** What these cost together, as it was paid. */
function paidFor({ extras }: Order, chosen: readonly Entitlement[]): Money {
  const cents = chosen.reduce((sum, { product, amount }) => {
    const line = extras?.products.find((one) => one.product === product);
    return sum + (amount?.cents ?? line?.each.cents ?? 0);
  }, 0);
  return { cents, currency: 'EUR' };
}
