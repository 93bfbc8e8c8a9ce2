import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Cart, Line, Money, Performance, PriceType } from '../../sdk/contract/index.ts';
import { byCentre, type CentreLines, type PerformanceLines } from '../../sdk/model/lines.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { standsBeside } from '../internal/foyer-base.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { hasMorePrices, LatePart } from '../internal/late-part.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { placeName } from '../internal/place-name.ts';
import { register } from '../internal/register.ts';
import { SeatingController } from '../internal/seating-controller.ts';
import { StoreController } from '../internal/store-controller.ts';
import { disclosureStyles } from '../styles/disclosure.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import type { Change, Rules, RulesSource } from './rules/rules.ts';
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
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-seat-map performance="de-zoutweg-2026-11-26-2000"></foyer-seat-map>
 *   <foyer-ticket-types></foyer-ticket-types>
 *   <foyer-cart></foyer-cart>
 * </foyer-shop>
 *
 * @event foyer-price-type-change - `lines` of the cart got another `priceType`.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart seat - One seat with its price types, or all seats with theirs.
 * @csspart choice - One price type for all seats, or the choice of one seat.
 * @csspart total - What it all costs, where no `<foyer-cart>` on the page says it.
 *
 * @cssstate empty - Nothing is chosen, or there is nothing to choose between; the element takes no room.
 * @cssstate open - Price types can be chosen.
 * @cssstate aside - An order is being shown instead; the element takes no room.
 */
export class FoyerTicketTypes extends FoyerElement<'ticketTypes'> {
  static override styles = [
    FoyerElement.styles,
    panelStyles,
    fieldStyles,
    noticeStyles,
    disclosureStyles,
    ticketTypesStyles,
  ];

  protected readonly area = 'ticketTypes';
  private readonly cart = new StoreController(this, () => this.shop?.cart);
  private readonly order = new StoreController(this, () => this.shop?.order);
  private readonly centre = new CentreController(this, this.localize, () => this.shop);
  private readonly seating = new SeatingController(
    this,
    () => this.shop,
    () => this.lines.map((line) => line.performance.id),
  );

  private readonly prices = new StoreController(this, () => (this.lines.length > 0 ? this.shop?.prices : undefined));
  private readonly lateRules = new LatePart<Rules, RulesSource>(
    this,
    {
      ...this.partSource(this.centre),
      performance: (id) => this.performance(id),
      isBesideCart: () => this.isBesideCart,
    },
    async () => {
      return (await import('./rules/index.ts')).rules;
    },
  );

  /** What was chosen and is not yet answered, by line: shown at once, so that nothing flickers back. */
  @state() private chosen: ReadonlyMap<string, string> = new Map();
  @state() private failure: Failure | null = null;
  /** Centres whose places are shown one by one. */
  private readonly apart = new Set<string>();

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get lines(): readonly Line[] {
    return this.cart.value?.state === 'open' ? this.cart.value.cart.lines : [];
  }

  private get phase(): string {
    if (isOrderShown(this.order.value, this.cart.value)) return 'aside';
    const isChoice = this.lines.some((line) => this.typesOf(line).length > 1);
    return isChoice || (this.lines.length > 0 && hasMorePrices(this.prices.value)) ? 'open' : 'empty';
  }

  private get isBesideCart(): boolean {
    return standsBeside(this, 'foyer-cart');
  }

  private performance(id: string): Performance | undefined {
    const seating = this.seating.state(id);
    return seating?.state === 'ready' ? seating.performance : undefined;
  }

  /** Rules, passes, UiTPAS and the reason of each price: where the centre has any. */
  private get rules(): Rules | undefined {
    const [cart, prices] = [this.cart.value, this.prices.value];
    if (cart?.state !== 'open' || prices?.state !== 'ready') return undefined;
    const isWanted = hasMorePrices(prices) || cart.cart.extras || this.hasUitpas;
    return isWanted ? this.lateRules.get()?.look(cart.cart, prices.list) : undefined;
  }

  private get hasUitpas(): boolean {
    return this.lines.some(({ performance }) => this.performance(performance.id)?.uitpas);
  }

  /** Several places get another price type each; true when they have it. */
  private async handleChanges(changes: readonly Change[]): Promise<boolean> {
    for (const [type, same] of Map.groupBy(changes, (change) => change.type)) {
      if (
        !(await this.handleChoice(
          same.map(({ line }) => line),
          type,
        ))
      )
        return false;
    }
    return true;
  }

  private async handleChoice(lines: readonly Line[], type: PriceType): Promise<boolean> {
    const ids = lines.map((line) => line.id);
    this.chosen = new Map([...this.chosen, ...ids.map((id) => [id, type.id] as const)]);
    const answer = await this.shop?.cart.setPriceType(ids, type.id);
    this.chosen = new Map([...this.chosen].filter(([id, chosen]) => !ids.includes(id) || chosen !== type.id));
    this.failure = answer?.error ?? null;
    if (answer?.error) await this.sayFailure(answer.error);
    if (!answer?.data) return false;
    this.announceChoice(lines, type, this.localize.money(answer.data.total));
    this.dispatchEvent(new FoyerPriceTypeChangeEvent(ids, type.id));
    return true;
  }

  private handleSelect(line: Line, { target }: Event): void {
    const type = this.typesOf(line).find(({ id }) => target instanceof HTMLSelectElement && id === target.value);
    if (type) void this.handleChoice([line], type);
  }

  private announceChoice(lines: readonly Line[], type: PriceType, total: string): void {
    const name = this.localize.text(type.name);
    const [only, ...others] = lines;
    if (!only) return;
    if (others.length > 0) this.announce(this.words.changedAll(name, total));
    else this.announce(this.words.changed(placeName(this.localize, only.place), name, total));
  }

  /** The price types there are for a line: the selling centre's, or those of the partner that plays. */
  private typesOf({ performance, priceType, priceTypeName }: Line): readonly PriceType[] {
    if (!performance.owner) return this.centre.priceTypes;
    // While the partner cannot be asked there is the one that was chosen.
    return (
      this.performance(performance.id)?.priceTypes ?? [{ id: priceType, name: priceTypeName ?? { nl: priceType } }]
    );
  }

  private typeOf(line: Line): string {
    return this.chosen.get(line.id) ?? line.priceType;
  }

  /** The all-in price of a line's place for a price type; undefined while, or where, the centre has none. */
  private priceFor(line: Line, type: PriceType, lines: readonly Line[] = [line]): Money | undefined {
    if (type.id === line.priceType && lines.length === 1) return line.price;
    const preview = this.rules?.preview(line, type, lines);
    if (preview) return preview;
    if (type.id === line.priceType) return line.price;
    return this.performance(line.performance.id)?.prices.find(
      (price) => price.zone === line.place.zone && price.priceType === type.id,
    )?.price;
  }

  private offeredFor(line: Line): readonly PriceType[] {
    return this.typesOf(line).filter((type) => this.isOffered(line, type));
  }

  /** False once the prices are known and this type has none for the place. */
  private isOffered(line: Line, type: PriceType): boolean {
    return this.priceFor(line, type) !== undefined || !this.performance(line.performance.id);
  }

  /** Names of the zones by line, once there is more than one: then they say why one place costs more than another. */
  private get zoneNames(): ReadonlyMap<string, string> {
    const zones = this.lines.map((line) => [line.id, this.zoneName(line)] as const);
    return new Map(new Set(zones.map(([, zone]) => zone)).size > 1 ? zones : []);
  }

  private zoneName(line: Line): string {
    const seating = this.seating.state(line.performance.id);
    const zone = seating?.state === 'ready' ? seating.plan.zones.find(({ id }) => id === line.place.zone) : undefined;
    return zone ? this.localize.text(zone.name) : '';
  }

  override render(): TemplateResult | typeof nothing {
    if (this.phase !== 'open' || this.cart.value?.state !== 'open') return nothing;
    const centres = byCentre(this.lines);
    return html`
      <section class="panel" part="base" aria-labelledby="title">
        <div class="head">
          <h2 id="title" part="title">${this.words.title}</h2>
          ${this.renderTotal(this.cart.value.cart)}
        </div>
        ${this.failure ? html`<p class="notice danger">${this.localize.failure(this.failure)}</p>` : nothing}
        ${centres.map((group) => this.renderCentre(group, centres.length > 1))} ${this.renderReasons()}
        ${this.rules?.render(this.lines, (changes) => this.handleChanges(changes)) ?? nothing}
      </section>
    `;
  }

  private renderTotal({ total }: Cart): TemplateResult | typeof nothing {
    if (this.isBesideCart) return nothing;
    return html`
      <p class="quiet" part="total">${this.words.total} <span class="amount">${this.localize.money(total)}</span></p>
    `;
  }

  /** Every centre has price types of its own, so its places are chosen for apart. */
  private renderCentre({ owner, performances }: CentreLines, isNamed: boolean): TemplateResult {
    const lines = performances.flatMap((group) => group.lines);
    const name = owner?.name ?? this.centre.name;
    return html`
      <div class="centre">
        ${isNamed ? html`<p class="owner">${this.localize.translation.common.playsAt(name)}</p>` : nothing}
        ${this.renderAll(lines, owner?.id ?? '')}
        ${
          lines.length > 1
            ? this.renderApart(lines, performances, isNamed || performances.length > 1)
            : lines.map((line) => this.rules?.renderLine(line) ?? nothing)
        }
      </div>
    `;
  }

  /** Every price type in sight, for all seats at once: most visitors are done by one choice. */
  private renderAll(lines: readonly Line[], group: string): TemplateResult | typeof nothing {
    const [first, ...others] = lines;
    if (!first) return nothing;
    const name = others.length === 0 ? placeName(this.localize, first.place) : this.words.forAll;
    const offered = this.typesOf(first).filter((type) => lines.every((line) => this.isOffered(line, type)));
    return html`
      <fieldset part="seat">
        <legend class="name">${name}</legend>
        <div class="choices">${offered.map((type) => this.renderChoice(lines, type, group))}</div>
      </fieldset>
    `;
  }

  private renderChoice(lines: readonly Line[], type: PriceType, group: string): TemplateResult {
    const price = this.commonPrice(lines, type);
    // The line it will stand on is kept, so that the name above it does not move.
    const isAwaited = lines.some((line) => !this.performance(line.performance.id));
    const asks = this.rules?.asks(type);
    return html`
      <label class="choice" part="choice">
        <input
          type="radio"
          name="all ${group}"
          value=${type.id}
          .checked=${live(lines.every((line) => this.typeOf(line) === type.id))}
          ?disabled=${lines.some((line) => this.rules?.isLocked(line, type))}
          @change=${() => this.handleChoice(lines, type)}
        />
        <span>${this.localize.text(type.name)}</span> ${asks ? html`<span>${asks}</span>` : nothing}
        ${price || isAwaited ? html`<span class="amount">${price ? this.localize.money(price) : '\u00a0'}</span>` : nothing}
      </label>
    `;
  }

  /** What a price type costs, where it costs the same for every place. */
  private commonPrice(lines: readonly Line[], type: PriceType): Money | undefined {
    const [first, ...others] = lines.map((line) => this.priceFor(line, type, lines));
    return others.every((price) => price?.cents === first?.cents) ? first : undefined;
  }

  /** Most are done with one choice for all: places are chosen for one by one where they differ, or when asked for. */
  private renderApart(
    lines: readonly Line[],
    performances: readonly PerformanceLines[],
    named: boolean,
  ): TemplateResult {
    const [first] = lines;
    const group = first?.performance.owner?.id ?? '';
    // What was opened stays open, whatever is chosen in it.
    if (lines.some((line) => this.isSpecial(line, first))) this.apart.add(group);
    return html`
      <details ?open=${this.apart.has(group)}>
        <summary>${this.words.apart}</summary>
        <div class="centre">${performances.map((performance) => this.renderPerformance(performance, named))}</div>
      </details>
    `;
  }

  /** Whether a place has another price type than the first, or may be asked something of its own. */
  private isSpecial(line: Line, first: Line | undefined): boolean {
    return (first && this.typeOf(line) !== this.typeOf(first)) || this.rules?.isAsking(line) || false;
  }

  private renderPerformance({ performance, lines }: PerformanceLines, named: boolean): TemplateResult {
    return html`
      <div>
        ${named ? html`<h3>${this.localize.text(performance.title)}</h3>` : nothing}
        <ul class="seats">
          ${repeat(
            lines,
            (line) => line.id,
            (line) => this.renderSeat(line),
          )}
        </ul>
      </div>
    `;
  }

  private renderSeat(line: Line): TemplateResult {
    const chosen = this.typeOf(line);
    const zone = this.zoneNames.get(line.id);
    return html`
      <li class="seat" part="seat">
        <label for=${line.id}>
          ${placeName(this.localize, line.place)} ${zone ? html`<span class="quiet small">· ${zone}</span>` : nothing}
        </label>
        <select
          class="input"
          part="choice"
          id=${line.id}
          .value=${live(chosen)}
          @change=${(event: Event) => this.handleSelect(line, event)}
        >
          ${this.offeredFor(line).map((type) => this.renderOption(line, type, chosen))}
        </select>
        ${this.rules?.renderLine(line) ?? nothing}
      </li>
    `;
  }

  private renderOption(line: Line, type: PriceType, chosen: string): TemplateResult {
    const price = this.priceFor(line, type);
    const name = this.localize.text(type.name);
    return html`
      <option value=${type.id} ?selected=${type.id === chosen} ?disabled=${this.rules?.isLocked(line, type) ?? false}>
        ${[name, this.rules?.asks(type), price && this.localize.money(price)].filter(Boolean).join(' · ')}
      </option>
    `;
  }

  /** What is asked of who gets a price, once for each price type that was chosen. */
  private renderReasons(): TemplateResult[] {
    const chosen = new Map<string, PriceType>();
    for (const line of this.lines) {
      const type = this.typesOf(line).find(({ id }) => id === this.typeOf(line));
      if (type) chosen.set(`${line.performance.owner?.id ?? ''} ${type.id}`, type);
    }
    return [...chosen.values()].flatMap(({ name, explanation }) =>
      explanation
        ? html`
          <p class="small reason">
            <strong>${this.localize.text(name)}</strong> <span class="quiet">${this.localize.text(explanation)}</span>
          </p>
        `
        : [],
    );
  }
}

register('foyer-ticket-types', FoyerTicketTypes);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-ticket-types': FoyerTicketTypes;
  }
}
