import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import { eventOf } from '../../sdk/model/event.ts';
import { createPerformance } from '../../sdk/stores/performance.ts';
import type { Failure, PerformanceState, PerformanceStore } from '../../sdk/stores/types.ts';
import { PaintedElement } from '../internal/painted-element.ts';
import { patiently } from '../internal/patiently.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { addressOf, openPerformance } from '../programme/opening.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { roomStyles } from '../styles/room.ts';
import { skeletonStyles } from '../styles/skeleton.ts';
import { type PerformanceWords, performanceWords } from '../translations/performance/index.ts';
import { programmeWords } from '../translations/programme/index.ts';
import { tellEvent } from './json-ld.ts';
import { renderAbout, renderDates, renderFacts, renderHead, renderStory, type Surroundings } from './parts.ts';
import { performanceStyles } from './performance.styles.ts';

/**
 * Tells all about one performance: what it is, when and where, what it costs, who can follow it, and on which other dates
 * it plays. When it is sold out it leads to those, or to something alike, and takes who
 * wants to wait in line (`<foyer-waiting-list>`). When it is cancelled it says what becomes of tickets; a page that shows
 * a hall besides can leave it away by `:state(cancelled)`.
 *
 * It takes a `<foyer-shop>` around it. What stands in its slot `seats` is the way to the places, such as a
 * `<foyer-buy-button>`; or give `seats` the address where they are chosen. On the page of the centre that plays it,
 * `canonical` also tells search engines of it.
 *
 * @tag foyer-performance
 * @status stable
 * @since 0.2
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-performance performance="de-zoutweg-2026-11-26-2000" seats="#tickets"></foyer-performance>
 *   <section id="tickets"><foyer-seat-map performance="de-zoutweg-2026-11-26-2000"></foyer-seat-map></section>
 * </foyer-shop>
 *
 * @slot seats - The way to the places, while there are some for sale.
 *
 * @event foyer-performance-open - The visitor opens another date, or another performance; cancelable.
 *
 * @csspart base - The whole.
 * @csspart title - The heading.
 * @csspart picture - Its picture.
 * @csspart note - What it costs, or why it cannot be booked.
 * @csspart waiting - The waiting list, while it is sold out.
 * @csspart story - What it is about.
 * @csspart facts - Language, length, hall, and who can follow it.
 * @csspart dates - When else it plays.
 *
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - Places can be had.
 * @cssstate sold-out - No place is left.
 * @cssstate closed - It is not for sale now.
 * @cssstate cancelled - It does not take place.
 * @cssstate failed - It could not be had.
 */
export class FoyerPerformance extends PaintedElement<PerformanceWords> {
  static override styles = [
    PaintedElement.styles,
    buttonStyles,
    noticeStyles,
    roomStyles,
    skeletonStyles,
    performanceStyles,
  ];

  private readonly told = new StoreController(
    this,
    () => this.store,
    (now, before) => this.handleTold(now, before),
  );
  private readonly cart = new StoreController(this, () => this.shop?.cart);
  private store: PerformanceStore | undefined;
  private madeOf: readonly unknown[] = [];

  /** Id of the performance, as the shop's centre names it. */
  @property() performance = '';

  /** Where performances are shown: an address with `{id}`, and `{owner}` for the id of the centre that plays it. */
  @property() link = '';

  /** Where places are chosen, such as `#tickets`; without it there is what stands in the slot `seats`. */
  @property() seats = '';

  /** Address of this page, on the site of the centre that plays: search engines are told of the performance. */
  @property() canonical = '';

  /** Level of the heading: 2 (the default), or 1 where the performance is what the page is about. */
  @property({ type: Number }) level = 2;

  protected override wordsIn(language: Language): PerformanceWords {
    return performanceWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const loading = [super.loadWords(language), performanceWords.load(language), programmeWords.load(language)];
    return loading.some(Boolean) ? Promise.all(loading) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { shop, performance } = this;
    const madeOf = [shop, performance];
    if (madeOf.every((part, index) => part === this.madeOf[index])) return;
    this.madeOf = madeOf;
    this.store =
      shop && performance
        ? createPerformance({ centre: shop.baseUrl, performance, ...this.asking(shop.network) })
        : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    this.tellSearchEngines();
  }

  protected override get isKnown(): boolean {
    const now = this.told.value;
    return now?.state === 'failed' || (now?.state === 'ready' && !now.waiting);
  }

  protected override readAnew(): void {
    this.store?.reload();
  }

  private get phase(): string {
    const now = this.told.value;
    if (now?.state === 'failed') return 'failed';
    if (now?.state !== 'ready') return 'loading';
    const { state, availability } = now.performance;
    if (state === 'cancelled') return 'cancelled';
    if (state !== 'on-sale') return 'closed';
    return availability.level === 'sold-out' ? 'sold-out' : 'ready';
  }

  private get around(): Surroundings {
    return {
      ...{ localize: this.localize, words: this.words, programmeWords: programmeWords.in(this.localize.language) },
      reference: this.performance,
      hrefOf: (item) => addressOf(this.link, item),
      open: (event, item) => openPerformance(this, event, item, this.link),
    };
  }

  private handleTold(now: PerformanceState, before: PerformanceState | undefined): void {
    if (now.state === 'failed' && before?.state !== 'failed') this.announce(this.words.failed);
  }

  private tellSearchEngines(): void {
    const now = this.told.value;
    if (!this.canonical || now?.state !== 'ready') return;
    const { performance, centre } = now;
    tellEvent(this, eventOf(performance, { url: this.canonical, centre, language: this.localize.language }));
  }

  override render(): TemplateResult | typeof nothing {
    const now = this.told.value;
    if (!now || this.isPainted) return nothing;
    return html`
      <article class="performance" part="base" aria-busy=${now.state === 'loading'}>${this.renderState(now)}</article>
    `;
  }

  private renderState(now: PerformanceState): TemplateResult {
    if (now.state === 'failed') return this.renderFailed(now.failure);
    if (now.state !== 'ready') return this.renderLoading();
    const { around } = this;
    const dates = renderDates(now, around, this.level);
    // Who cannot go on this date looks for another before reading on.
    const isOver = this.phase === 'cancelled' || this.phase === 'sold-out';
    return html`
      ${renderHead(now)}
      <div class="main">
        ${renderAbout(now, around, this.level)}
        <div class="way" ?hidden=${this.phase !== 'ready' && !this.isHeld}>
          <slot name="seats">
            ${this.seats ? html`<a class="button primary wide" href=${this.seats}>${this.words.choose}</a>` : nothing}
          </slot>
        </div>
        ${isOver ? dates : nothing} ${this.renderWaiting(now)} ${renderStory(now, around)} ${renderFacts(now, around)}
        ${isOver ? nothing : dates}
      </div>
    `;
  }

  /** Whether the visitor has places of it, such as those that were offered after a wait. */
  private get isHeld(): boolean {
    const cart = this.cart.value;
    return cart?.state === 'open' && cart.cart.lines.some((line) => line.performance.id === this.performance);
  }

  /** The line for those who found it sold out; a partner has its own. */
  private renderWaiting({ performance }: PerformanceState & { state: 'ready' }): TemplateResult | typeof nothing {
    if (this.phase !== 'sold-out' || performance.owner || this.isHeld) return nothing;
    void patiently(() => import('../waiting-list/waiting-list.ts'));
    return html`
      <foyer-waiting-list
        part="waiting"
        .shop=${this.shop}
        lang=${this.lang || nothing}
        performance=${this.performance}
        level=${this.level + 1}
      ></foyer-waiting-list>
    `;
  }

  private renderFailed(failure: Failure): TemplateResult {
    return html`
      <div class="notice danger">
        <p>${this.words.failed} ${this.localize.failure(failure)}</p>
        ${failure.code === 'not_found' ? nothing : this.renderAgain()}
      </div>
    `;
  }

  private renderAgain(): TemplateResult {
    return html`<button class="button" type="button" @click=${() => this.store?.reload()}>
      ${this.localize.translation.common.tryAgain}
    </button>`;
  }

  private renderLoading(): TemplateResult {
    return html`
      <p class="spoken">${this.localize.translation.common.loading}</p>
      <div class="picture skeleton" aria-hidden="true"></div>
      <div class="main" aria-hidden="true">
        ${Array.from({ length: 4 }, () => html`<div class="line skeleton"></div>`)}
      </div>
    `;
  }
}

register('foyer-performance', FoyerPerformance);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-performance': FoyerPerformance;
  }
}
