import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../sdk/contract/index.ts';
import { centresOf, filterProgramme, genresOf, NO_FILTER } from '../../sdk/model/programme/index.ts';
import type { ProgrammeFilter, ProgrammeItem } from '../../sdk/model/programme/types.ts';
import type { Network } from '../../sdk/platform.ts';
import { createProgramme } from '../../sdk/stores/programme.ts';
import type { ProgrammeState, ProgrammeStore } from '../../sdk/stores/types.ts';
import { SpeakingElement } from '../internal/foyer-element.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { skeletonStyles } from '../styles/skeleton.ts';
import { type ProgrammeWords, programmeWords } from '../translations/programme/index.ts';
import { askedOf } from './asked.ts';
import { renderFilters } from './filters.ts';
import { programmeItem } from './item.ts';
import { addressOf, openPerformance } from './opening.ts';
import { programmeStyles } from './programme.styles.ts';

/** So many are drawn at first, and so many more each time. */
const STEP = 48;

/**
 * Lets a visitor look through what is on: at one centre with its partners, or at several centres together.
 *
 * Inside a `<foyer-shop>` it shows all that the shop's centre sells. With `centres` it asks each of those centres itself
 * what it plays, so that one that cannot be reached takes nothing from the others; performances are then named as the
 * shop around it names them. What stands inside it is shown until the element is there.
 *
 * @tag foyer-programme
 * @status stable
 * @since 0.2
 *
 * @event foyer-performance-open - The visitor opens a performance; cancelable.
 *
 * @csspart base - The whole.
 * @csspart title - The heading.
 * @csspart filters - What can be looked for.
 * @csspart item - One performance.
 * @csspart centre - Which centre plays it.
 * @csspart note - What it costs, or why it cannot be booked.
 *
 * @cssstate loading - No centre has answered yet.
 * @cssstate ready - There is a programme.
 * @cssstate partly - There is a programme, but a centre cannot be reached.
 * @cssstate empty - Nothing is on.
 * @cssstate failed - No centre can be reached.
 */
export class FoyerProgramme extends SpeakingElement<ProgrammeWords> {
  static override styles = [
    SpeakingElement.styles,
    buttonStyles,
    fieldStyles,
    noticeStyles,
    skeletonStyles,
    programmeStyles,
  ];

  private readonly programme = new StoreController(
    this,
    () => this.store,
    (now, before) => this.handleProgramme(now, before),
  );
  private store: ProgrammeStore | undefined;
  private madeOf: string | undefined;

  @state() private filter: ProgrammeFilter = NO_FILTER;
  @state() private drawn = STEP;
  @state() private isFilterOpen = false;

  /** Base addresses of the APIs of several centres, separated by spaces; without it the shop's centre with its partners. */
  @property() centres = '';

  /** Where a performance is shown: an address with `{id}`, and `{owner}` for the id of the centre that plays it. */
  @property() link = '';

  /** How performances are shown: `cards` (the default) or `list`. */
  @property() layout: 'cards' | 'list' = 'cards';

  /** Shows what the selling centre plays itself first, and its partners' performances after it. */
  @property({ type: Boolean, attribute: 'own-first' }) ownFirst = false;

  /** Network and time of your own instead of the shop's or the page's. */
  @property({ attribute: false }) network: Partial<Network> | undefined;

  protected override wordsIn(language: Language): ProgrammeWords {
    return programmeWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const [common, own] = [super.loadWords(language), programmeWords.load(language)];
    return common || own ? Promise.all([common, own]) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const asked = askedOf(this);
    if (asked?.key === this.madeOf && !changed.has('network')) return;
    this.madeOf = asked?.key;
    this.store = asked && createProgramme(asked);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get phase(): string {
    const now = this.programme.value;
    if (now?.state === 'failed') return 'failed';
    if (now?.state !== 'ready') return 'loading';
    if (now.away.length > 0) return 'partly';
    return now.items.length > 0 || now.waiting ? 'ready' : 'empty';
  }

  private handleProgramme(now: ProgrammeState, before: ProgrammeState | undefined): void {
    const news = this.newsOf(now);
    if (news && news !== (before && this.newsOf(before))) this.announce(news);
  }

  private newsOf(now: ProgrammeState): string {
    if (now.state === 'failed') return this.words.failed;
    return now.state === 'ready' && now.away.length > 0 ? this.awayWords(now.away) : '';
  }

  private awayWords(away: readonly string[]): string {
    return this.words.away(this.localize.list(away), away.length);
  }

  private handleFilter(part: Partial<ProgrammeFilter>): void {
    this.filter = { ...this.filter, ...part };
    this.drawn = STEP;
    const now = this.programme.value;
    if (now?.state !== 'ready') return;
    const { length } = filterProgramme(now.items, this.filter);
    this.announce(length === 0 ? this.words.notFound : this.words.found(length));
  }

  private async handleClear(): Promise<void> {
    this.handleFilter(NO_FILTER);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  private async handleMore(): Promise<void> {
    const first = this.drawn;
    this.drawn += STEP;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.title')[first]?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const now = this.programme.value;
    if (!now) return nothing;
    return html`
      <section class="programme ${this.layout}" part="base" aria-labelledby="title" aria-busy=${now.state === 'loading'}>
        ${this.renderState(now)}
      </section>
    `;
  }

  private renderState(now: ProgrammeState): TemplateResult {
    if (now.state === 'failed') return this.renderFailed(now.failure);
    if (now.state !== 'ready') return this.renderLoading();
    const found = filterProgramme(now.items, this.filter);
    return html`
      <div class="head">
        <h2 id="title" part="title">${this.words.title}</h2>
        <span class="quiet">${this.words.found(found.length)}</span>
      </div>
      ${now.items.length > 0 ? this.renderFilters(now.items) : nothing} ${this.renderAway(now.away)}
      ${found.length > 0 ? this.renderGroups(now.items, found) : this.renderNothing(now)}
      ${now.waiting ? html`<p class="quiet">${this.words.waiting}</p>` : nothing}
    `;
  }

  private renderFilters(items: readonly ProgrammeItem[]): TemplateResult {
    return renderFilters({
      ...{ words: this.words, filter: this.filter, genres: genresOf(items), centres: centresOf(items) },
      isOpen: this.isFilterOpen,
      toggle: () => {
        this.isFilterOpen = !this.isFilterOpen;
      },
      change: (part) => this.handleFilter(part),
    });
  }

  private renderAway(away: readonly string[]): TemplateResult | typeof nothing {
    if (away.length === 0) return nothing;
    return html`
      <div class="notice warning">
        <p>${this.awayWords(away)}</p>
        ${this.renderAgain()}
      </div>
    `;
  }

  private renderAgain(): TemplateResult {
    return html`<button class="button" type="button" @click=${() => this.store?.reload()}>
      ${this.localize.translation.common.tryAgain}
    </button>`;
  }

  private renderGroups(all: readonly ProgrammeItem[], found: readonly ProgrammeItem[]): TemplateResult {
    const shown = this.sorted(found).slice(0, this.drawn);
    const isShared = centresOf(all).length > 1;
    const left = found.length - shown.length;
    const own = this.ownFirst ? shown.filter(({ isOwn }) => isOwn) : [];
    const others = this.ownFirst ? shown.filter(({ isOwn }) => !isOwn) : [];
    return html`
      ${
        this.ownFirst && isShared
          ? html`${this.renderGroup(own[0]?.owner.name ?? '', own)} ${this.renderGroup(this.words.neighbours, others)}`
          : this.renderMonths(shown, isShared, false)
      }
      ${
        left > 0
          ? html`<p class="end"><button class="button" type="button" @click=${this.handleMore}>
              ${this.words.more(Math.min(left, STEP))}
            </button></p>`
          : nothing
      }
    `;
  }

  private sorted(items: readonly ProgrammeItem[]): readonly ProgrammeItem[] {
    return this.ownFirst ? items.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)) : items;
  }

  private renderGroup(name: string, items: readonly ProgrammeItem[]): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`<div class="group"><h3>${name}</h3>${this.renderMonths(
      items,
      items.some(({ isOwn }) => !isOwn),
      true,
    )}</div>`;
  }

  private renderMonths(items: readonly ProgrammeItem[], isShared: boolean, isDeep: boolean): TemplateResult[] {
    const around = {
      ...{ localize: this.localize, words: this.words, isShared },
      hrefOf: (item: ProgrammeItem) => addressOf(this.link, item),
      open: (event: MouseEvent, item: ProgrammeItem) => openPerformance(this, event, item, this.link),
    };
    return [...Map.groupBy(items, ({ day }) => day.slice(0, 7)).values()].map((inMonth) => {
      const month = this.monthOf(inMonth[0]);
      return html`
        <div class="month">
          ${isDeep ? html`<h4>${month}</h4>` : html`<h3>${month}</h3>`}
          <ul class="items">
            ${repeat(
              inMonth,
              ({ reference }) => reference,
              (item) => programmeItem(item, around),
            )}
          </ul>
        </div>
      `;
    });
  }

  private monthOf(item: ProgrammeItem | undefined): string {
    if (!item) return '';
    const { performance, timeZone } = item;
    return this.localize.format(performance.startsAt, { month: 'long', year: 'numeric', timeZone });
  }

  private renderNothing({
    items,
    waiting,
  }: ProgrammeState & { readonly state: 'ready' }): TemplateResult | typeof nothing {
    if (items.length === 0) return waiting ? nothing : html`<p class="empty">${this.words.nothing}</p>`;
    return html`
      <div class="empty">
        <p>${this.words.notFound}</p>
        <button class="button" type="button" @click=${this.handleClear}>${this.words.clear}</button>
      </div>
    `;
  }

  private renderFailed(failure: Parameters<typeof this.localize.failure>[0]): TemplateResult {
    return html`
      <h2 id="title" part="title">${this.words.title}</h2>
      <div class="notice danger">
        <p>${this.words.failed} ${this.localize.failure(failure)}</p>
        ${this.renderAgain()}
      </div>
    `;
  }

  private renderLoading(): TemplateResult {
    return html`
      <h2 id="title" part="title">${this.words.title}</h2>
      <p class="spoken">${this.localize.translation.common.loading}</p>
      <ul class="items" aria-hidden="true">
        ${Array.from({ length: 6 }, () => html`<li class="skeleton"></li>`)}
      </ul>
    `;
  }
}

register('foyer-programme', FoyerProgramme);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-programme': FoyerProgramme;
  }
}
