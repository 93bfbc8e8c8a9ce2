import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Order } from '../../../sdk/contract/index.ts';
import { orderCancelWords } from '../../translations/order-cancel/index.ts';
import { isOver } from '../meaning.ts';
import type { MoreSource } from './more.ts';

/** Asks, in place of the order's buttons, whether it is to be cancelled: what is lost by that, and what else can be done. */
export class CancelQuestion implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: MoreSource;
  private busy = false;
  /** Id of the order that is asked about. */
  private about: string | undefined;

  constructor(host: LitElement, source: MoreSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.about !== undefined;
  }

  /** Another tab, or the bank, may have been faster: then there is nothing to ask any more. */
  hostUpdate(): void {
    const { order } = this;
    if (this.isOpen && (order?.id !== this.about || order?.state === 'paid' || (order && isOver(order)))) {
      void this.close();
    }
  }

  async open(): Promise<void> {
    this.about = this.order?.id;
    await this.focusOn('#keep');
  }

  private get order(): Order | undefined {
    const now = this.source.shop()?.order.get();
    return now?.state === 'ready' ? now.order : undefined;
  }

  render({ lines, payUntil, canPayAgain, holdEndsAt }: Order): TemplateResult {
    const { localize, centre } = this.source;
    const words = orderCancelWords.in(localize.language);
    const until = payUntil ?? (canPayAgain && holdEndsAt);
    const aria = this.busy ? 'true' : 'false';
    return html`
      <div
        class="notice warning cancelling"
        part="cancel"
        role="group"
        aria-labelledby="cancelling"
        aria-describedby="cancelling-means"
        @keydown=${(event: KeyboardEvent) => this.handleKey(event)}
      >
        <h3 id="cancelling">${words.title}</h3>
        <p id="cancelling-means">
          ${lines.length > 0 ? words.lost(lines.length) : nothing}
          ${until ? words.payUntil(localize.format(until, { timeStyle: 'short', timeZone: centre.timeZone })) : nothing}
        </p>
        <div class="actions">
          <button class="button primary" type="button" id="keep" aria-disabled=${aria} @click=${() => this.keep()}>
            ${words.keep}
          </button>
          <button class="button" type="button" aria-disabled=${aria} @click=${() => this.confirm()}>
            ${words.confirm}
          </button>
        </div>
      </div>
    `;
  }

  /** Escape is for the question alone: it does not close a dialog around it. */
  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.keep();
  }

  private keep(): void {
    if (!this.busy) void this.close();
  }

  private async confirm(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.host.requestUpdate();
    await this.source.settle(this.source.shop()?.order.cancel());
    this.busy = false;
    await this.close();
  }

  /** Who was asked comes back to the button, or to how the order stands now. */
  private async close(): Promise<void> {
    const hadFocus = this.host.renderRoot.querySelector('.cancelling:focus-within');
    this.about = undefined;
    if (hadFocus) await this.focusOn('#cancel', '#title');
    else this.host.requestUpdate();
  }

  /** Puts the focus on the first of these that there is. */
  private async focusOn(...targets: readonly string[]): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const found = targets.map((target) => this.host.renderRoot.querySelector<HTMLElement>(target));
    found.find((one) => one)?.focus();
  }
}
