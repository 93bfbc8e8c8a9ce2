import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Failure, OrderState } from '../../../sdk/stores/types.ts';
import { orderMoreWords } from '../../translations/order-more/index.ts';
import { isVoid, meaningOf } from '../meaning.ts';
import type { MoreSource } from './more.ts';

/** Looking again would change nothing. */
const FINAL: readonly Failure['code'][] = ['return_code_used', 'not_found'];

/** The way to an order from a page that is about something else, and the way back from it. */
export class OrderAside {
  private readonly host: LitElement;
  private readonly source: MoreSource;
  /** Goes on with what the page is about. */
  private readonly close: () => void;

  constructor(host: LitElement, source: MoreSource, close: () => void) {
    this.host = host;
    this.source = source;
    this.close = close;
  }

  /** Of an order that stands aside how it is and the button that shows it; else the way back, above all of it. */
  render(now: OrderState): TemplateResult | typeof nothing {
    if (!now.aside) return now.state === 'failed' ? this.renderUnknown(now.failure) : this.renderBack();
    const { localize, centre } = this.source;
    const { words } = this;
    const { order: common } = localize.translation;
    if (now.state === 'failed') return this.line(words.notShown, '', words.show);
    if (now.state !== 'ready') return nothing;
    const { order } = now;
    const meaning = meaningOf(order, common, localize, centre.timeZone);
    const held = order.payUntil ?? (order.canPayAgain && order.holdEndsAt);
    const until = held && localize.format(held, { timeStyle: 'short', timeZone: centre.timeZone });
    const isReady = order.state === 'paid' && meaning.tone === 'success' && order.lines.length > 0 && !isVoid(order);
    const title = isReady ? words.tickets : until ? words.toPay(until) : meaning.title;
    const mark = html`<span class="mark ${meaning.tone}">${meaning.icon}</span>`;
    return this.line(title, common.number(order.number), isReady ? words.showTickets : words.show, mark);
  }

  /** An order that could not be looked up. */
  private renderUnknown(failure: Failure): TemplateResult {
    const { localize } = this.source;
    const { order: words } = localize.translation;
    const again = html`
      <button class="button primary" type="button" @click=${() => location.reload()}>${this.words.lookAgain}</button>
    `;
    return html`
      <h2 id="title" part="title">${this.words.notShown}</h2>
      <p>${localize.failure(failure)}</p>
      <div class="actions">
        ${FINAL.includes(failure.code) ? nothing : again}
        <button class="button" type="button" @click=${this.close}>${words.startAgain}</button>
      </div>
    `;
  }

  private renderBack(): TemplateResult {
    return html`
      <p><button class="button" type="button" @click=${this.close}>${this.words.goOn}</button></p>
    `;
  }

  private async bringBack(): Promise<void> {
    this.source.shop()?.order.bringBack();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  private get words() {
    return this.source.localize.worded(orderMoreWords);
  }

  private line(title: string, number: string, show: string, mark: unknown = nothing): TemplateResult {
    return html`
      <div class="aside" part="aside">
        ${mark}
        <div>
          <h2 id="title" part="title">${title}</h2>
          <p class="quiet small" ?hidden=${!number}>${number}</p>
        </div>
        <button class="button" type="button" id="show" @click=${() => this.bringBack()}>${show}</button>
      </div>
    `;
  }
}
