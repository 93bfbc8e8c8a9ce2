import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Order, Ticket } from '../../sdk/contract/index.ts';
import { byPerformance, type PerformanceLines } from '../../sdk/model/lines.ts';
import type { Failure, OrderState, Result } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { checkIcon, clockIcon, downloadIcon, returnIcon, warningIcon } from '../internal/icons.ts';
import { isWebAddress, leavePage } from '../internal/leave-page.ts';
import { performanceHead } from '../internal/performance-head.ts';
import { placeName } from '../internal/place-name.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import { FoyerOrderChangeEvent, FoyerOrderCloseEvent } from './order.events.ts';
import { orderStyles } from './order.styles.ts';
import { drawQr, readQr } from './qr.ts';
import { saveFile } from './save-file.ts';

/** What stands beside the heading of each state. */
const MARKS: Record<Order['state'], { readonly icon: TemplateResult; readonly tone: string }> = {
  waiting: { icon: clockIcon, tone: '' },
  paid: { icon: checkIcon, tone: 'success' },
  failed: { icon: warningIcon, tone: 'warning' },
  cancelled: { icon: warningIcon, tone: 'warning' },
  expired: { icon: clockIcon, tone: 'warning' },
  refunding: { icon: returnIcon, tone: '' },
  refunded: { icon: returnIcon, tone: '' },
};

/** Looking again would change nothing. */
const FINAL: readonly Failure['code'][] = ['return_code_used', 'not_found'];

/**
 * Shows a buyer what became of an order: still waiting for the payment, tickets to show and to keep, or what went
 * wrong and how to go on. It follows the order by itself until it is decided, also after a reload.
 *
 * @tag foyer-order
 * @status stable
 * @since 0.1
 *
 * @event foyer-order-change - The order's `state` became another while the visitor looked.
 * @event foyer-order-close - The visitor is done with the order and wants to choose (again).
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart ticket - One ticket.
 * @csspart qr - The QR of a ticket.
 * @csspart total - What was, or is to be, paid.
 *
 * @cssstate none - There is no order; the element takes no room.
 * @cssstate loading - The order is being looked up.
 * @cssstate failed-to-load - The order could not be looked up.
 * @cssstate waiting - The payment is not decided.
 * @cssstate paid - The tickets are there.
 * @cssstate failed - The payment failed.
 * @cssstate cancelled - The order was cancelled.
 * @cssstate expired - The time to pay ran out.
 * @cssstate refunding - Money is on its way back.
 * @cssstate refunded - Money went back.
 */
export class FoyerOrder extends FoyerElement<'order'> {
  static override styles = [FoyerElement.styles, panelStyles, buttonStyles, noticeStyles, orderStyles];

  protected readonly area = 'order';
  private readonly order = new StoreController(
    this,
    () => this.shop?.order,
    (now, before) => this.handleOrder(now, before),
  );
  private readonly centre = new CentreController(this, this.localize, () => this.shop);

  private forgetFile: (() => void) | undefined;

  /** QR codes as SVG text, by ticket. */
  @state() private codes: ReadonlyMap<string, string> = new Map();
  @state() private failure: Failure | null = null;

  /** Moves the tab to the payment page. */
  @property({ attribute: false }) navigate: (url: string) => void = leavePage;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetFile?.();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get phase(): string {
    const order = this.order.value;
    if (!order || order.state === 'none') return 'none';
    if (order.state === 'failed') return 'failed-to-load';
    return order.state === 'ready' ? order.order.state : 'loading';
  }

  private handleOrder(now: OrderState, before: OrderState | undefined): void {
    if (now.state !== 'ready') return;
    const was = before?.state === 'ready' ? before.order : undefined;
    if (was?.id !== now.order.id) this.codes = new Map();
    if (now.order.state === 'paid') void this.fetchCodes(now.order);
    if (was?.id === now.order.id && was.state === now.order.state) return;
    this.announce(this.words[now.order.state]);
    if (was) this.dispatchEvent(new FoyerOrderChangeEvent(now.order));
  }

  /** One after another: the first code is what somebody at the door waits for. */
  private async fetchCodes(order: Order): Promise<void> {
    for (const { id } of order.tickets.filter((ticket) => ticket.state === 'valid')) {
      if (this.codes.has(id)) continue;
      const answer = await this.shop?.order.ticketQr(id);
      // Without a code the ticket is still in the PDF and in the mail.
      if (answer?.data) this.codes = new Map([...this.codes, [id, answer.data]]);
    }
  }

  private async handlePayAgain(): Promise<void> {
    const order = await this.settle(this.shop?.order.payAgain());
    if (order?.checkoutUrl && isWebAddress(order.checkoutUrl)) this.navigate(order.checkoutUrl);
  }

  private async handleCancel(): Promise<void> {
    await this.settle(this.shop?.order.cancel());
  }

  private async handleDownload(order: Order): Promise<void> {
    const pdf = await this.settle(this.shop?.order.ticketsPdf());
    if (!pdf) return;
    this.forgetFile?.();
    this.forgetFile = saveFile(pdf, 'application/pdf', `${order.number}.pdf`);
    this.announce(this.words.downloaded);
  }

  private handleClose(): void {
    this.shop?.order.forget();
    this.dispatchEvent(new FoyerOrderCloseEvent());
  }

  /** What a verb gave; its failure is shown and said. */
  private async settle<T>(verb: Promise<Result<T>> | undefined): Promise<T | undefined> {
    this.failure = null;
    const answer = await verb;
    this.failure = answer?.error ?? null;
    if (answer?.error) this.announce(this.localize.failure(answer.error), 'assertive');
    return answer?.data;
  }

  override render(): TemplateResult | typeof nothing {
    const order = this.order.value;
    if (!order || order.state === 'none') return nothing;
    return html`
      <section class="panel" part="base" aria-labelledby="title" aria-busy=${order.state === 'loading'}>
        ${this.renderState(order)}
        ${this.failure ? html`<p class="notice danger">${this.localize.failure(this.failure)}</p>` : nothing}
      </section>
    `;
  }

  private renderState(order: OrderState): TemplateResult {
    if (order.state === 'ready') return this.renderOrder(order.order);
    if (order.state === 'failed') return this.renderUnknown(order.failure);
    return html`<h2 id="title" part="title">${this.localize.translation.common.loading}</h2>`;
  }

  private renderUnknown(failure: Failure): TemplateResult {
    return html`
      <h2 id="title" part="title">${this.words.notShown}</h2>
      <p>${this.localize.failure(failure)}</p>
      <div class="actions">
        ${
          FINAL.includes(failure.code)
            ? nothing
            : html`<button class="button primary" type="button" @click=${() => location.reload()}>
                ${this.words.lookAgain}
              </button>`
        }
        <button class="button" type="button" @click=${this.handleClose}>${this.words.again}</button>
      </div>
    `;
  }

  private renderOrder(order: Order): TemplateResult {
    const { icon, tone } = MARKS[order.state];
    return html`
      <div class="state">
        <span class="mark ${tone}">${icon}</span>
        <div>
          <h2 id="title" part="title">${this.words[order.state]}</h2>
          <p class="quiet">${this.words.number(order.number)}</p>
        </div>
      </div>
      ${this.renderMeaning(order)} ${this.renderActions(order)}
      <p class="quiet small" ?hidden=${order.state !== 'paid'}>${this.words.qrHint}</p>
      <div class="performances">
        ${repeat(
          byPerformance(order.lines),
          ({ performance }) => performance.id,
          (group) => this.renderPerformance(group, order.tickets),
        )}
      </div>
      ${this.renderTotal(order)}
    `;
  }

  /** Nothing for an order of which nothing was, or will be, paid. */
  private renderTotal(order: Order): TemplateResult | typeof nothing {
    const isPaid = ['paid', 'refunding', 'refunded'].includes(order.state);
    if (!isPaid && order.state !== 'waiting' && !order.canPayAgain) return nothing;
    return html`
      <p class="total" part="total">
        <span>${isPaid ? this.words.total : this.words.totalToPay}</span>
        <span class="amount">${this.localize.money(order.total)}</span>
      </p>
    `;
  }

  /** What the state means for the buyer: what happened, why, and what is still true. */
  private renderMeaning(order: Order): TemplateResult {
    const held = order.canPayAgain && order.holdEndsAt;
    return html`
      ${order.reason ? html`<p>${this.words.reason[order.reason]}</p>` : nothing}
      <p>${this.meaning(order)}</p>
      ${held ? html`<p>${this.words.stillHeld(this.time(held))}</p>` : nothing}
    `;
  }

  private meaning(order: Order): string {
    const { words } = this;
    const amount = this.localize.money(order.refund?.amount ?? order.total);
    const meanings: Record<Order['state'], string> = {
      waiting: words.waitingText,
      paid: words.paidText,
      failed: words.failedText,
      cancelled: words.cancelledText,
      expired: words.expiredText,
      refunding: words.refundingText(amount),
      refunded: words.refundedText(amount),
    };
    return meanings[order.state];
  }

  private renderActions(order: Order): TemplateResult {
    const { words } = this;
    const button = (text: string, action: () => void, primary = false) =>
      html`<button class="button ${primary ? 'primary' : ''}" type="button" @click=${action}>${text}</button>`;
    const payable = order.checkoutUrl && isWebAddress(order.checkoutUrl);
    return html`
      <div class="actions">
        ${payable ? html`<a class="button primary" href=${order.checkoutUrl ?? ''} target="_top">${words.pay}</a>` : nothing}
        ${order.canPayAgain ? button(words.payAgain, () => this.handlePayAgain(), true) : nothing}
        ${order.state === 'waiting' || order.canPayAgain ? button(words.cancel, () => this.handleCancel()) : nothing}
        ${order.state === 'paid' ? this.renderDownload(order) : nothing}
        ${order.state === 'paid' ? button(words.again, () => this.handleClose()) : nothing}
        ${isOver(order) ? button(words.startAgain, () => this.handleClose(), true) : nothing}
      </div>
    `;
  }

  private renderDownload(order: Order): TemplateResult {
    return html`
      <button class="button primary" type="button" @click=${() => this.handleDownload(order)}>
        ${downloadIcon} ${this.words.download}
      </button>
    `;
  }

  private renderPerformance({ performance, lines }: PerformanceLines, tickets: readonly Ticket[]): TemplateResult {
    return html`
      <div>
        ${performanceHead(this.localize, performance, this.centre.timeZone)}
        <ul class="tickets">
          ${lines.map((line) => {
            const name = placeName(this.localize, line.place);
            const ticket = tickets.find((issued) => issued.line === line.id);
            return html`
              <li class="ticket" part="ticket">
                ${ticket ? this.renderTicket(ticket, name) : nothing}
                <span class="place">${name}</span>
                <span class="facts quiet small">
                  <span>${this.centre.priceTypeName(line.priceType)}</span>
                  <span class="amount">${this.localize.money(line.price)}</span>
                </span>
              </li>
            `;
          })}
        </ul>
      </div>
    `;
  }

  private renderTicket(ticket: Ticket, name: string): TemplateResult | typeof nothing {
    if (ticket.state === 'blocked') return html`<span class="wrong">${this.words.blocked}</span>`;
    if (ticket.state === 'refunded') return html`<span class="wrong">${this.words.refundedTicket}</span>`;
    const qr = readQr(this.codes.get(ticket.id) ?? '');
    return qr ? drawQr(qr, this.words.qrOf(name)) : html`<span class="qr" aria-hidden="true"></span>`;
  }

  private time(instant: string): string {
    return this.localize.format(instant, { timeStyle: 'short', timeZone: this.centre.timeZone });
  }
}

/** Nothing was sold and nothing can be paid any more. */
const isOver = ({ state, canPayAgain }: Order): boolean =>
  !canPayAgain && ['failed', 'cancelled', 'expired', 'refunding', 'refunded'].includes(state);

register('foyer-order', FoyerOrder);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-order': FoyerOrder;
  }
}
