import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Order } from '../../sdk/contract/index.ts';
import { byCentre } from '../../sdk/model/lines.ts';
import type { Failure, OrderState, Result } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { FoyerElement, type PartSource } from '../internal/foyer-element.ts';
import { downloadIcon } from '../internal/icons.ts';
import { LatePart } from '../internal/late-part.ts';
import { isWebAddress, leavePage } from '../internal/leave-page.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { register } from '../internal/register.ts';
import { takeArrival } from '../internal/return-code.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import type { Translation } from '../translations/index.ts';
import type { OrderMoreWords } from '../translations/order-more/index.ts';
import type { RareWords } from '../translations/rare/index.ts';
import type { OrderExtras } from './extras/extras.ts';
import { isOver, isPaid, isWithoutTickets, meaningOf } from './meaning.ts';
import type { MoreSource, OrderMore, Wish } from './more/more.ts';
import { FoyerOrderChangeEvent } from './order.events.ts';
import { orderStyles } from './order.styles.ts';
import { centreTickets } from './ticket-list.ts';

/**
 * Shows a buyer what became of an order: still waiting for the payment, tickets to show and to keep, or what went
 * wrong and how to go on. It follows the order by itself until it is decided, also after a reload.
 *
 * Where the page is about another performance, or the visitor chooses again, only a way to it is shown, and what is about
 * choosing stays.
 *
 * @tag foyer-order
 * @status stable
 * @since 0.1
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-checkout></foyer-checkout>
 *   <foyer-order></foyer-order>
 * </foyer-shop>
 *
 * @event foyer-order-change - The order's `state` became another while the visitor looked.
 * @event foyer-order-close - The visitor is done with the order and wants to choose (again).
 *
 * @csspart base - The panel.
 * @csspart aside - How the order stands and the way to it, where the page is about something else.
 * @csspart title - The heading.
 * @csspart centre - What one centre plays.
 * @csspart news - How far a partner's part is.
 * @csspart ticket - One ticket.
 * @csspart qr - The QR of a ticket.
 * @csspart email - Where the tickets are mailed to.
 * @csspart cancel - Asks whether the order is to be cancelled.
 * @csspart total - What was, or is to be, paid.
 *
 * @cssstate none - There is no order; the element takes no room.
 * @cssstate brief - Only a way to the order is shown.
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
    () => {
      if (this.performance) this.shop?.order.standBeside(this.performance);
      return this.shop?.order;
    },
    (now, before) => this.handleOrder(now, before),
  );
  private readonly centre = new CentreController(this, this.localize, () => this.shop);

  private readonly lateExtras = new LatePart<OrderExtras, PartSource>(this, this.partSource(this.centre), async () => {
    return (await import('./extras/index.ts')).orderExtras;
  });

  private readonly lateMore = new LatePart<OrderMore, MoreSource>(
    this,
    {
      ...this.partSource(this.centre),
      wish: () => this.wish,
      settle: (verb) => this.settle(verb),
    },
    async () => {
      return (await import('./more/index.ts')).orderMore;
    },
  );

  /** QR codes as SVG text, by ticket. */
  @state() private codes: ReadonlyMap<string, string> = new Map();
  @state() private failure: Failure | null = null;

  private isHallHidden = false;

  /** What was asked for last. */
  private wish: Wish | undefined;

  /**
   * Id of the performance that the page is about: an order for others stands aside. Without it, that begins when the hall
   * of another performance is there.
   */
  @property() performance = '';

  /** Texts of your own instead of ours, those for what seldom happens to an order among them. */
  declare messages: Partial<Translation['order'] & RareWords['order'] & OrderMoreWords>;

  /** Moves the tab to the payment page. */
  @property({ attribute: false }) navigate: (url: string) => void = leavePage;

  override connectedCallback(): void {
    super.connectedCallback();
    // A page makes room by this, also while our words are on their way.
    if (!this.hasUpdated) this.enter(this.phase);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.performance) this.shop?.order.standBeside(undefined);
    this.hideHall(false);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    const order = this.order.value;
    this.hideHall(isOrderShown(order));
    if (order?.state === 'ready' && !order.aside) this.extrasOf(order.order)?.tell(order.order);
  }

  /** A hall that simply stands beside the order steps aside for it; other pages lay that out themselves. */
  private hideHall(isHidden: boolean): void {
    if (isHidden === this.isHallHidden) return;
    this.isHallHidden = isHidden;
    for (const beside of this.parentElement?.children ?? [])
      if (beside.localName === 'foyer-seat-map') beside.toggleAttribute('hidden', isHidden);
  }

  private get phase(): string {
    const order = this.order.value;
    if (!order || order.state === 'none') return 'none';
    if (order.aside) return 'brief';
    if (order.state === 'failed') return 'failed-to-load';
    return order.state === 'ready' ? order.order.state : 'loading';
  }

  private extrasOf({ extras, entitlements }: Order): OrderExtras | undefined {
    return extras || entitlements ? this.lateExtras.get() : undefined;
  }

  private handleOrder(now: OrderState, before: OrderState | undefined): void {
    if (now.state !== 'ready') return;
    const was = before?.state === 'ready' ? before.order : undefined;
    if (was?.id !== now.order.id) this.codes = new Map();
    if (now.order.state === 'paid' && !now.aside) void this.fetchCodes(now.order);
    if (was?.id === now.order.id) this.announceParts(was, now.order);
    if (was?.id === now.order.id ? was.state === now.order.state : now.aside) return;
    // Who just ordered hears where the page goes now.
    const isJustOrdered = before?.state === 'none' && now.order.checkoutUrl;
    if (takeArrival() && document.activeElement === document.body) {
      // Who comes back from paying is brought to the order, wherever on the page it is; it is read out by that.
      void this.focusOn('#title');
    } else if (!isWithoutTickets(now.order) && !isJustOrdered) {
      this.announce(meaningOf(now.order, this.words, this.localize, this.centre.timeZone).title);
    }
    if (was) this.dispatchEvent(new FoyerOrderChangeEvent(now.order));
  }

  /** Who waits for a partner's tickets hears that they are there. */
  private announceParts(before: Order, now: Order): void {
    const { words } = this;
    for (const { owner, state } of now.parts) {
      const was = before.parts.find((part) => part.owner.id === owner.id)?.state;
      if (was === 'confirming' && state === 'confirmed') this.announce(words.confirmed(owner.name));
      if (was === 'confirming' && state === 'lost') this.announce(words.paidPartly);
    }
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

  private get more(): OrderMore | undefined {
    return this.wish ? this.lateMore.get() : undefined;
  }

  private ask(wish: Wish): void {
    this.wish = wish;
    this.lateMore.get()?.grant(wish);
  }

  /** What a verb gave; its failure is shown and said. */
  private async settle<T>(verb: Promise<Result<T>> | undefined): Promise<T | undefined> {
    this.failure = null;
    const answer = await verb;
    this.failure = answer?.error ?? null;
    if (answer?.error) await this.sayFailure(answer.error);
    return answer?.data;
  }

  override render(): TemplateResult | typeof nothing {
    const order = this.order.value;
    if (!order || order.state === 'none') return nothing;
    const isUnknown = order.state === 'failed';
    const instead = isUnknown || order.aside !== undefined ? this.lateMore.get()?.aside.render(order) : undefined;
    return html`
      <section class="panel" part="base" aria-labelledby="title" aria-busy=${order.state === 'loading'}>
        ${instead} ${order.aside || (isUnknown && instead) ? nothing : this.renderState(order)}
        ${this.failure ? html`<p class="notice danger">${this.localize.failure(this.failure)}</p>` : nothing}
      </section>
    `;
  }

  private renderState(order: OrderState): TemplateResult {
    if (order.state === 'ready') return this.renderOrder(order.order);
    return html`<h2 id="title" part="title">${this.localize.translation.common.loading}</h2>`;
  }

  private renderOrder(order: Order): TemplateResult {
    const { localize, centre, words, codes } = this;
    const extras = this.extrasOf(order);
    const { title, icon, tone, sentences } = meaningOf(order, words, localize, centre.timeZone);
    const isNamed = extras?.title(order);
    return html`
      <div class="state">
        <span class="mark ${tone}">${icon}</span>
        <div>
          <h2 id="title" part="title" tabindex="-1">${isNamed ?? title}</h2>
          <p class="quiet">${words.number(order.number)}</p>
        </div>
      </div>
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)} ${this.renderEmail(order)} ${this.renderActions(order)}
      <p class="quiet small" ?hidden=${!hasTickets(order)}>${words.qrHint}</p>
      <div class="centres">
        ${repeat(
          byCentre(order.lines),
          ({ owner }) => owner?.id,
          (group) =>
            centreTickets(group, { localize, centre, words, codes, tickets: order.tickets, parts: order.parts }),
        )}
      </div>
      ${extras?.render(order) ?? nothing} ${this.renderTotal(order)} ${extras?.renderWithdrawal(order) ?? nothing}
    `;
  }

  /** Where the tickets go, for as long as that can be corrected. */
  private renderEmail(order: Order): TemplateResult | typeof nothing {
    const { localize, words } = this;
    if (!order.mailedTo) return nothing;
    const form = this.more?.email;
    if (form?.isOpen) return form.render(order);
    return html`
      <p class="email" part="email">
        <span class="quiet">${localize.translation.checkout.email}</span>
        <strong>${order.mailedTo}</strong>
        <button class="button quiet" type="button" id="change-email" @click=${() => this.ask('email')}>
          ${words.changeEmail}
        </button>
      </p>
      ${form?.render(order)}
    `;
  }

  private renderActions(order: Order): TemplateResult {
    const { words } = this;
    const question = this.more?.cancel;
    if (question?.isOpen) return question.render(order);
    const { checkoutUrl, canPayAgain, state } = order;
    const button = (text: unknown, action: () => unknown, tone = '', id = '') =>
      html`<button class="button ${tone}" type="button" id=${id || nothing} @click=${action}>${text}</button>`;
    const link = checkoutUrl && isWebAddress(checkoutUrl) ? checkoutUrl : null;
    const download = html`${downloadIcon} ${words.download}`;
    return html`
      <div class="actions">
        ${link ? html`<a class="button primary" href=${link} target="_top">${words.pay}</a>` : nothing}
        ${canPayAgain ? button(words.payAgain, () => this.handlePayAgain(), 'primary') : nothing}
        ${state === 'waiting' || canPayAgain ? button(words.cancel, () => this.ask('cancel'), '', 'cancel') : nothing}
        ${hasTickets(order) ? button(download, () => this.ask('download'), 'primary') : nothing}
        ${state === 'paid' && this.order.value?.aside === undefined ? button(words.again, () => this.ask('close')) : nothing}
        ${isOver(order) ? button(words.startAgain, () => this.ask('close'), 'primary') : nothing}
      </div>
    `;
  }

  /** Nothing for an order of which nothing was, or will be, paid. */
  private renderTotal(order: Order): TemplateResult | typeof nothing {
    if (isOver(order) && !isPaid(order)) return nothing;
    return html`
      <p class="total" part="total">
        <span>${isPaid(order) ? this.words.total : this.words.totalToPay}</span>
        <span class="amount">${this.localize.money(order.total)}</span>
      </p>
    `;
  }
}

/** Tickets that let somebody in. */
const hasTickets = ({ state, tickets }: Order): boolean =>
  state === 'paid' && tickets.some((ticket) => ticket.state === 'valid');

register('foyer-order', FoyerOrder);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-order': FoyerOrder;
  }
}
