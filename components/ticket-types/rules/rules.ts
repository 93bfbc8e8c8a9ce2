import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Cart, Line, Money, Performance, PriceList, PriceType } from '../../../sdk/contract/index.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { placeName } from '../../internal/place-name.ts';
import { codeBox } from '../../prices/code-box.ts';
import { CodeField, wordsOf } from '../../prices/code-field.ts';
import { whyThisPrice } from '../../prices/why.ts';
import { BirthYears } from './birth-year.ts';
import { KnownPrices } from './known.ts';
import { Uitpas } from './uitpas.ts';

export interface RulesSource extends PartSource {
  /** Undefined while it is not known. */
  performance(id: string): Performance | undefined;
  /** Whether a cart on the same page takes codes and says the total. */
  isBesideCart(): boolean;
}

/** All of choosing price types that only some centres need: rules, passes, birth years, UiTPAS, and the reason of each price. */
export class Rules {
  private readonly source: RulesSource;
  private readonly codeField: CodeField;
  private readonly birthYears: BirthYears;
  private readonly uitpas: Uitpas;
  private known: KnownPrices | null = null;
  private madeOf: readonly unknown[] = [];

  constructor(host: LitElement, source: RulesSource) {
    this.source = source;
    this.codeField = new CodeField(host, source);
    this.birthYears = new BirthYears(host, source);
    this.uitpas = new Uitpas(host, source);
  }

  /** Takes what there is to know now, before anything is asked. */
  look(cart: Cart, list: PriceList): this {
    const { centre } = this.source;
    const performances = new Map(
      cart.lines.flatMap(({ performance: { id } }) => {
        const about = this.source.performance(id);
        return about ? [[id, about] as const] : [];
      }),
    );
    const madeOf = [cart, list, centre.centre, ...performances.values()];
    if (this.known && madeOf.length === this.madeOf.length && madeOf.every((one, at) => one === this.madeOf[at])) {
      return this;
    }
    this.madeOf = madeOf;
    this.known = new KnownPrices(cart, {
      ...{ list, performances, priceTypes: centre.priceTypes },
      at: this.source.shop()?.timers.now() ?? 0,
      timeZone: centre.timeZone ?? 'Europe/Brussels',
      centre: centre.centre?.id ?? '',
    });
    return this;
  }

  /** What a place costs for a price type by the rules, if these lines had it; undefined while that cannot be told. */
  preview(line: Line, type: PriceType, lines: readonly Line[]): Money | undefined {
    return this.known?.preview(line, type, lines);
  }

  isLocked(line: Line, type: PriceType): boolean {
    return !line.performance.owner && this.known?.lockOf(type) !== undefined;
  }

  /** Such as `met Vriendenpas`: what a price type asks for. */
  asks(type: PriceType): string {
    const pass = this.known?.list.access.find(({ priceType }) => priceType === type.id)?.pass;
    const formula = this.known?.list.passes.find(({ id }) => id === pass);
    return formula ? wordsOf(this.source).why.withPass(this.source.localize.text(formula.name)) : '';
  }

  /** Whether there is something to fill in, to tick or to take back beside a place. */
  isAsking(line: Line): boolean {
    const { known } = this;
    const isOnUitpas = line.why?.some(({ kind }) => kind === 'uitpas');
    return !!known && (known.ageRules(line).length > 0 || known.visitsFor(line).length > 0 || !!isOnUitpas);
  }

  /** Beside a place: its birth year where a rule asks it, a visit on a pass, UiTPAS, and the reason of its price. */
  renderLine(line: Line): TemplateResult | typeof nothing {
    const { known } = this;
    if (!known) return nothing;
    const year = known.cart.extras?.choices.birthYears.find((one) => one.line === line.id)?.year;
    return html`
      <div class="beside">
        ${this.birthYears.render(line, known.ageRules(line), year)} ${this.renderVisits(line, known)}
        ${this.uitpas.renderTaken(line)} ${whyThisPrice(line, this.source)}
      </div>
    `;
  }

  /** A tick takes the place on a pass that was shown. */
  private renderVisits(line: Line, known: KnownPrices): TemplateResult[] {
    const { why: words } = wordsOf(this.source);
    const { localize } = this.source;
    const taken = known.cart.extras?.choices.visits.find((one) => one.line === line.id)?.code;
    return known.visitsFor(line).map(({ code, name, cents }) => {
      const pass = localize.text(name);
      return html`
        <label class="tick small">
          <input
            type="checkbox"
            .checked=${taken === code}
            aria-label=${words.visitOf(placeName(localize, line.place), pass)}
            @change=${() => void this.visit(line, taken === code ? null : code)}
          />
          <span>${words.visit(pass, localize.money({ cents, currency: 'EUR' }))}</span>
        </label>
      `;
    });
  }

  private async visit(line: Line, code: string | null): Promise<void> {
    const { localize } = this.source;
    const answer = await this.source.shop()?.cart.choose(({ visits }) => ({
      visits: [...visits.filter((one) => one.line !== line.id), ...(code === null ? [] : [{ line: line.id, code }])],
    }));
    if (answer?.error) {
      await localize.explain(answer.error);
      return this.source.announce(localize.failure(answer.error), 'assertive');
    }
    const now = answer?.data.lines.find(({ id }) => id === line.id);
    const { why: words } = wordsOf(this.source);
    if (now) this.source.announce(words.birthYearSet(placeName(localize, now.place), localize.money(now.price)));
  }

  /** Below all places: the cheapest combination, passes and codes, UiTPAS. */
  render(lines: readonly Line[], choose: (changes: readonly Change[]) => Promise<boolean>): TemplateResult {
    const { known } = this;
    const uitpas = lines.filter(({ performance }) => this.source.performance(performance.id)?.uitpas);
    return html`
      ${known ? this.renderCheapest(known, choose) : nothing} ${known ? this.renderCodes(known) : nothing}
      ${this.uitpas.render(uitpas)}
    `;
  }

  private renderCheapest(
    { cheapest, cart, facts }: KnownPrices,
    choose: (changes: readonly Change[]) => Promise<boolean>,
  ) {
    if (!cheapest) return nothing;
    const { why: words } = wordsOf(this.source);
    const { localize } = this.source;
    const changes = cart.lines.flatMap((line) => {
      const change = cheapest.changes.find((one) => one.line === line.id);
      const types = facts.performances.get(line.performance.id)?.priceTypes ?? facts.priceTypes;
      const type = types.find(({ id }) => id === change?.priceType);
      return type ? { line, type } : [];
    });
    const saved = localize.money({ cents: cheapest.savedCents, currency: 'EUR' });
    return html`
      <div class="notice success" part="cheapest">
        <div>
          <p><strong>${words.cheapest(saved)}</strong></p>
          <p class="small">${words.cheapestText}</p>
          <ul class="small">
            ${changes.map(({ line, type }) => html`<li>${words.cheapestOf(placeName(localize, line.place), localize.text(type.name))}</li>`)}
          </ul>
        </div>
        <button class="button" type="button" @click=${() => void this.takeCheapest(changes, choose)}>${words.take}</button>
      </div>
    `;
  }

  private async takeCheapest(changes: readonly Change[], choose: (changes: readonly Change[]) => Promise<boolean>) {
    if (!(await choose(changes))) return;
    const cart = this.source.shop()?.cart.get();
    const { why: words } = wordsOf(this.source);
    if (cart?.state === 'open') this.source.announce(words.taken(this.source.localize.money(cart.cart.total)));
  }

  /** A cart on the same page has the field already. */
  private renderCodes({ cart, list }: KnownPrices): TemplateResult | typeof nothing {
    if (this.source.isBesideCart()) return nothing;
    const codes = (cart.extras?.codes ?? []).filter(({ kind }) => kind === 'pass');
    return codeBox({ codes, cart, list }, this.codeField, this.source);
  }
}

/** Another price type for a place. */
export interface Change {
  readonly line: Line;
  readonly type: PriceType;
}
