import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Line, Money, PriceType } from '../../sdk/contract/index.ts';
import { byPerformance, type PerformanceLines } from '../../sdk/model/lines.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { placeName } from '../internal/place-name.ts';
import { register } from '../internal/register.ts';
import { SeatingController } from '../internal/seating-controller.ts';
import { StoreController } from '../internal/store-controller.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import { FoyerPriceTypeChangeEvent } from './ticket-types.events.ts';
import { ticketTypesStyles } from './ticket-types.styles.ts';

/**
 * Lets a visitor say who comes: a price type for every chosen seat, or one for all of them, with each price beside it.
 *
 * A choice counts at once: the centre decides the price, and the cart shows it.
 *
 * @tag foyer-ticket-types
 * @status stable
 * @since 0.1
 *
 * @event foyer-price-type-change - `lines` of the cart got another `priceType`.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart seat - One seat with its price types.
 * @csspart choice - One price type of one seat.
 * @csspart total - What it all costs.
 *
 * @cssstate empty - Nothing is chosen, or there is nothing to choose between; the element takes no room.
 * @cssstate open - Price types can be chosen.
 * @cssstate aside - An order is being shown instead; the element takes no room.
 */
export class FoyerTicketTypes extends FoyerElement<'ticketTypes'> {
  static override styles = [FoyerElement.styles, panelStyles, noticeStyles, ticketTypesStyles];

  protected readonly area = 'ticketTypes';
  private readonly cart = new StoreController(this, () => this.shop?.cart);
  private readonly order = new StoreController(this, () => this.shop?.order);
  private readonly centre = new CentreController(this, this.localize, () => this.shop);
  private readonly seating = new SeatingController(
    this,
    () => this.shop,
    () => this.lines.map((line) => line.performance.id),
  );

  /** What was chosen and is not yet answered, by line: shown at once, so that nothing flickers back. */
  @state() private chosen: ReadonlyMap<string, string> = new Map();
  @state() private failure: Failure | null = null;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get lines(): readonly Line[] {
    return this.cart.value?.state === 'open' ? this.cart.value.cart.lines : [];
  }

  private get phase(): string {
    if (isOrderShown(this.order.value)) return 'aside';
    return this.lines.length > 0 && this.centre.priceTypes.length > 1 ? 'open' : 'empty';
  }

  private async handleChoice(lines: readonly Line[], type: PriceType): Promise<void> {
    const ids = lines.map((line) => line.id);
    this.chosen = new Map([...this.chosen, ...ids.map((id) => [id, type.id] as const)]);
    const answer = await this.shop?.cart.setPriceType(ids, type.id);
    this.chosen = new Map([...this.chosen].filter(([id, chosen]) => !ids.includes(id) || chosen !== type.id));
    this.failure = answer?.error ?? null;
    if (answer?.error) this.announce(this.localize.failure(answer.error), 'assertive');
    if (!answer?.data) return;
    this.announceChoice(lines, type, this.localize.money(answer.data.total));
    this.dispatchEvent(new FoyerPriceTypeChangeEvent(ids, type.id));
  }

  private announceChoice(lines: readonly Line[], type: PriceType, total: string): void {
    const name = this.localize.text(type.name);
    const [only, ...others] = lines;
    if (!only) return;
    if (others.length > 0) this.announce(this.words.changedAll(name, total));
    else this.announce(this.words.changed(placeName(this.localize, only.place), name, total));
  }

  private typeOf(line: Line): string {
    return this.chosen.get(line.id) ?? line.priceType;
  }

  /** The all-in price of a line's place for a price type; undefined while, or where, the centre has none. */
  private priceFor(line: Line, type: PriceType): Money | undefined {
    if (type.id === line.priceType) return line.price;
    const seating = this.seating.state(line.performance.id);
    if (seating?.state !== 'ready') return undefined;
    const { prices } = seating.performance;
    return prices.find((price) => price.zone === line.place.zone && price.priceType === type.id)?.price;
  }

  /** False once the prices are known and this type has none for the place. */
  private isOffered(line: Line, type: PriceType): boolean {
    return this.priceFor(line, type) !== undefined || this.seating.state(line.performance.id)?.state !== 'ready';
  }

  private zoneName(line: Line): string {
    const seating = this.seating.state(line.performance.id);
    const zone = seating?.state === 'ready' ? seating.plan.zones.find(({ id }) => id === line.place.zone) : undefined;
    return zone ? this.localize.text(zone.name) : '';
  }

  override render(): TemplateResult | typeof nothing {
    if (this.phase !== 'open') return nothing;
    const groups = byPerformance(this.lines);
    return html`
      <section class="panel" part="base" aria-labelledby="title">
        <h2 id="title" part="title">${this.words.title}</h2>
        ${this.failure ? html`<p class="notice danger">${this.localize.failure(this.failure)}</p>` : nothing}
        ${this.lines.length > 1 ? this.renderAll() : nothing}
        ${repeat(
          groups,
          ({ performance }) => performance.id,
          (group) => this.renderPerformance(group, groups.length > 1),
        )}
        ${this.renderTotal()}
      </section>
    `;
  }

  /** The effect of a choice stands beside it, also where the cart is out of sight. */
  private renderTotal(): TemplateResult | typeof nothing {
    if (this.cart.value?.state !== 'open') return nothing;
    return html`
      <p class="total" part="total">
        <span>${this.words.total}</span> <span class="amount">${this.localize.money(this.cart.value.cart.total)}</span>
      </p>
    `;
  }

  private renderAll(): TemplateResult {
    const offered = this.centre.priceTypes.filter((type) => this.lines.every((line) => this.isOffered(line, type)));
    return html`
      <fieldset class="seat all" part="seat">
        <legend>${this.words.forAll}</legend>
        <div class="choices">
          ${offered.map((type) =>
            this.renderChoice({
              group: 'all',
              type,
              checked: this.lines.every((line) => this.typeOf(line) === type.id),
              choose: () => this.handleChoice(this.lines, type),
            }),
          )}
        </div>
      </fieldset>
    `;
  }

  private renderPerformance({ performance, lines }: PerformanceLines, named: boolean): TemplateResult {
    return html`
      <div class="performance">
        ${named ? html`<h3>${this.localize.text(performance.title)}</h3>` : nothing}
        ${repeat(
          lines,
          (line) => line.id,
          (line) => this.renderSeat(line),
        )}
      </div>
    `;
  }

  private renderSeat(line: Line): TemplateResult {
    const chosen = this.typeOf(line);
    const reason = this.centre.priceTypes.find((type) => type.id === chosen)?.explanation;
    const zone = this.zoneName(line);
    return html`
      <fieldset class="seat" part="seat">
        <legend>
          ${placeName(this.localize, line.place)} ${zone ? html`<span class="quiet small">· ${zone}</span>` : nothing}
        </legend>
        <div class="choices">
          ${this.centre.priceTypes
            .filter((type) => this.isOffered(line, type))
            .map((type) =>
              this.renderChoice({
                group: line.id,
                type,
                price: this.priceFor(line, type),
                checked: chosen === type.id,
                choose: () => this.handleChoice([line], type),
              }),
            )}
        </div>
        ${reason ? html`<p class="quiet small reason">${this.localize.text(reason)}</p>` : nothing}
      </fieldset>
    `;
  }

  private renderChoice(choice: Choice): TemplateResult {
    return html`
      <label class="choice" part="choice">
        <input
          type="radio"
          name=${choice.group}
          value=${choice.type.id}
          .checked=${live(choice.checked)}
          @change=${choice.choose}
        />
        <span class="text">
          <span>${this.localize.text(choice.type.name)}</span>
          ${choice.price ? html`<span class="amount quiet">${this.localize.money(choice.price)}</span>` : nothing}
        </span>
      </label>
    `;
  }
}

/** One radio button: a price type for one seat, or for all. */
interface Choice {
  /** Radio buttons of one group exclude each other. */
  readonly group: string;
  readonly type: PriceType;
  readonly price?: Money | undefined;
  readonly checked: boolean;
  readonly choose: () => Promise<void>;
}

register('foyer-ticket-types', FoyerTicketTypes);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-ticket-types': FoyerTicketTypes;
  }
}
