import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { CartExtras, Order } from '../../../sdk/contract/index.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { wordsOf } from '../../prices/code-field.ts';
import { isWithoutTickets } from '../meaning.ts';
import { entitlementCards } from './entitlements.ts';
import { Withdrawal } from './withdrawal.ts';

/** All of an order that is no ticket: vouchers and passes with their codes, what else was ordered, and how to withdraw. */
export class OrderExtras {
  private readonly source: PartSource;
  private readonly withdrawal: Withdrawal;
  /** The order that was said aloud. */
  private told: string | undefined;

  constructor(host: LitElement, source: PartSource) {
    this.source = source;
    this.withdrawal = new Withdrawal(host, source);
  }

  /** What a paid order without tickets is called. */
  title(order: Order): string | undefined {
    return isWithoutTickets(order) ? wordsOf(this.source).order.ready : undefined;
  }

  /** Says that title aloud, once for each order; called when it is on the page. */
  tell(order: Order): void {
    const title = this.title(order);
    if (!title || this.told === order.id) return;
    this.told = order.id;
    this.source.announce(title);
  }

  /** Before the total. */
  render(order: Order): TemplateResult {
    return html`
      ${entitlementCards(order.entitlements ?? [], this.source)} ${order.extras ? this.renderRest(order.extras) : nothing}
    `;
  }

  /** Below everything: it is seldom wanted, and must always be found. */
  renderWithdrawal(order: Order): TemplateResult | typeof nothing {
    return this.withdrawal.render(order);
  }

  private renderRest({ products, fees, paidByVouchers }: CartExtras): TemplateResult | typeof nothing {
    const { order: words } = wordsOf(this.source);
    const { localize } = this.source;
    const row = (text: string, amount: string) => html`<div><dt>${text}</dt><dd class="amount">${amount}</dd></div>`;
    const paid = { ...paidByVouchers, cents: -paidByVouchers.cents };
    if (products.length === 0 && fees.length === 0 && paid.cents === 0) return nothing;
    return html`
      <div part="products">
        ${products.length > 0 ? html`<h3>${words.products}</h3>` : nothing}
        <dl class="sums">
          ${products.map(({ name, quantity, total }) => row(`${quantity} × ${localize.text(name)}`, localize.money(total)))}
          ${fees.map(({ name, amount }) => row(localize.text(name), localize.money(amount)))}
          ${paid.cents === 0 ? nothing : row(words.paidWith, localize.money(paid))}
        </dl>
      </div>
    `;
  }
}
