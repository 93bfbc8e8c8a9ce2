import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import { filterInQuery, filterWithin, queryWithFilter } from '../../sdk/model/programme/address.ts';
import { accessibilityOf, centresOf, genresOf, languagesOf, NO_FILTER } from '../../sdk/model/programme/index.ts';
import { lookThrough } from '../../sdk/model/programme/look-through.ts';
import { loosened } from '../../sdk/model/programme/loosened.ts';
import type { ProgrammeFilter, ProgrammeItem } from '../../sdk/model/programme/types.ts';
import type { Network } from '../../sdk/platform.ts';
import { createProgramme } from '../../sdk/stores/programme.ts';
import type { ProgrammeState, ProgrammeStore } from '../../sdk/stores/types.ts';
import { nearestLang } from '../internal/language.ts';
import { Near } from '../internal/near.ts';
import { PaintedElement } from '../internal/painted-element.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { roomStyles } from '../styles/room.ts';
import { skeletonStyles } from '../styles/skeleton.ts';
import { type ProgrammeWords, programmeWords } from '../translations/programme/index.ts';
import { askedOf, isIncomplete } from './asked.ts';
import { genreName, renderFilters } from './filters.ts';
import { housesNamed } from './houses.ts';
import { type Group, groupOf, renderGroups } from './listing.ts';
import { addressOf, openPerformance } from './opening.ts';
import { PageAddress } from './page-address.ts';
import { programmeStyles } from './programme.styles.ts';

type Ready = ProgrammeState & { readonly state: 'ready' };

/** So many ways on are offered when nothing is found. */
const MOST_WAYS = 3;

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
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-programme link="/performance?id={id}" own-first>
 *     <a href="/programme">What is on</a>
 *   </foyer-programme>
 * </foyer-shop>
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
export class FoyerProgramme extends PaintedElement<ProgrammeWords> {
  static override styles = [
    PaintedElement.styles,
    buttonStyles,
    fieldStyles,
    noticeStyles,
    roomStyles,
    skeletonStyles,
    programmeStyles,
  ];

  private readonly programme = new StoreController(
    this,
    () => this.store,
    (now, before) => this.handleProgramme(now, before),
  );
  private readonly near = new Near(this);
  private readonly address = new PageAddress(this);
  private store: ProgrammeStore | undefined;
  private madeOf: string | undefined;
  /** What is looked for, as far as it can be found here. */
  private sought: ProgrammeFilter = NO_FILTER;
  private found: readonly ProgrammeItem[] = [];
  private groups: readonly Group[] = [];
  private groupedBy: readonly unknown[] = [];

  @state() private filter: ProgrammeFilter = NO_FILTER;
  @state() private isFilterOpen = false;

  /** Base addresses of the APIs of several centres, separated by spaces; without it the shop's centre with its partners. */
  @property() centres = '';

  /** Where a performance is shown: an address with `{id}`, and `{owner}` for the id of the centre that plays it. */
  @property() link = '';

  /** How performances are shown: `cards` (the default) or `list`. */
  @property() layout: 'cards' | 'list' = 'cards';

  /** Shows what the selling centre plays itself first, and its partners' performances after it. */
  @property({ type: Boolean, attribute: 'own-first' }) ownFirst = false;

  /**
   * Keeps what a visitor looks for in the page's address (`?genre=jazz&q=noord`), so that a way back and a shared link
   * show the same. Its value stands before each name: `in-address="brug-"` makes `?brug-genre=jazz`, for a page with more
   * than one programme, or with such names of its own.
   */
  @property({ attribute: 'in-address' }) inAddress: string | null = null;

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
    const { centres, shop, inAddress } = this;
    if (this.address.isNews(inAddress)) this.filter = filterInQuery(this.pageQuery, inAddress);
    const asked = askedOf({ centres, shop, network: this.asking(this.network ?? shop?.network) });
    if (asked?.key === this.madeOf && !changed.has('network')) return;
    this.madeOf = asked?.key;
    this.store = asked && createProgramme(asked);
  }

  /** Looking through thousands of performances is done again only when what is found may be another. */
  private layOut({ items, waiting }: Ready): void {
    const { neighbours, almost: close } = this.words;
    const by = [items, waiting, this.filter, this.ownFirst, neighbours, close, this.localize.language];
    if (by.every((part, index) => part === this.groupedBy[index])) return;
    this.groupedBy = by;
    this.near.clear();
    // Who has not answered yet may have what is looked for.
    this.sought = waiting ? this.filter : filterWithin(items, this.filter);
    const { exact, almost } = lookThrough(items, this.sought, (genre) => genreName(genre, this.words));
    this.found = [...exact, ...almost];
    const isShared = centresOf(items).length > 1;
    const groups = [...this.groupsOf(exact, this.ownFirst && isShared), groupOf(this.words.almost, almost)];
    this.groups = groups.filter(({ months }) => months.length > 0);
  }

  private groupsOf(items: readonly ProgrammeItem[], isApart: boolean): Group[] {
    if (!isApart) return [groupOf('', items)];
    const own = items.filter(({ isOwn }) => isOwn);
    const others = items.filter(({ isOwn }) => !isOwn);
    return [groupOf(own[0]?.owner.name ?? '', own), groupOf(this.words.neighbours, others)];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  protected override get isKnown(): boolean {
    const now = this.programme.value;
    return now?.state === 'failed' || (now?.state === 'ready' && !now.waiting);
  }

  protected override readAnew(): void {
    this.store?.reload();
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
    const { inAddress } = this;
    this.filter = { ...this.sought, ...part };
    if (inAddress !== null) this.address.put((query) => queryWithFilter(query, this.filter, inAddress));
    const now = this.programme.value;
    if (now?.state !== 'ready') return;
    this.layOut(now);
    const { length } = this.found;
    this.announce(length === 0 ? this.words.notFound : this.words.found(length));
  }

  private handleClear(): Promise<void> {
    return this.handleWish(NO_FILTER);
  }

  private handleLoosen(name: keyof ProgrammeFilter): Promise<void> {
    return this.handleWish({ [name]: NO_FILTER[name] });
  }

  /** The button that was pressed goes away with what it mended. */
  private async handleWish(part: Partial<ProgrammeFilter>): Promise<void> {
    this.handleFilter(part);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  /** Who comes by keys to what is not drawn yet goes on with the first of it. */
  private async handleDraw(key: string): Promise<void> {
    this.near.add(key);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[aria-describedby="when-${key}"]`)?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const now = this.programme.value;
    if (!now || this.isPainted) return nothing;
    if (now.state === 'ready') this.layOut(now);
    return html`
      <section class="programme ${this.layout}" part="base" aria-labelledby="title" aria-busy=${isIncomplete(now)}>
        ${this.renderState(now)}
      </section>
    `;
  }

  private renderState(now: ProgrammeState): TemplateResult {
    if (now.state === 'failed') return this.renderFailed(now.failure);
    if (now.state !== 'ready') return this.renderLoading();
    const { found } = this;
    return html`
      <div class="head">
        <h2 id="title" part="title">${this.words.title}</h2>
        <span class="quiet count">${this.words.found(found.length)}</span>
      </div>
      ${now.items.length > 0 ? this.renderFilters(now.items) : nothing} ${this.renderAway(now.away)}
      ${found.length > 0 ? this.renderFound(now.items) : this.renderNothing(now)}
      ${now.waiting ? html`<p class="quiet">${this.words.waiting}</p>` : nothing}
    `;
  }

  private renderFilters(items: readonly ProgrammeItem[]): TemplateResult {
    return renderFilters({
      ...{ words: this.words, filter: this.sought, genres: genresOf(items), centres: centresOf(items) },
      ...{ accessibility: accessibilityOf(items), languages: languagesOf(items) },
      languageName: (code) => this.localize.languageName(code),
      ...{ count: this.found.length, isOpen: this.isFilterOpen },
      toggle: () => {
        this.isFilterOpen = !this.isFilterOpen;
        // Who closes them by the button at their end goes on where they were opened: just above what is found.
        void this.focusOn('.toggle');
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

  private renderFound(all: readonly ProgrammeItem[]): TemplateResult {
    const { localize, words, link, messages } = this;
    const houses = housesNamed(all, this.centres !== '' && !this.ownFirst);
    return html`${renderGroups(this.groups, {
      ...{ localize, words, all, houses },
      hrefOf: (item) => addressOf(link, item),
      open: (event, item) => openPerformance(this, event, item, this.link),
      monthOf: (item) => this.monthOf(item),
      isNear: (key) => this.near.has(key),
      watch: this.near.watch,
      draw: (key) => void this.handleDraw(key),
      looks: [link, messages, nearestLang(this), houses],
    })}`;
  }

  private monthOf({ performance, timeZone }: ProgrammeItem): string {
    return this.localize.format(performance.startsAt, { month: 'long', year: 'numeric', timeZone });
  }

  private renderNothing({ items, waiting }: Ready): TemplateResult | typeof nothing {
    if (items.length === 0) return waiting ? nothing : html`<p class="empty">${this.words.nothing}</p>`;
    const ways = loosened(items, this.sought, (genre) => genreName(genre, this.words)).slice(0, MOST_WAYS);
    return html`
      <div class="empty">
        <p>${this.words.notFound}</p>
        <p class="ways">
          ${ways.map(
            ({ name, count }) => html`
              <button class="button" type="button" @click=${() => this.handleLoosen(name)}>
                ${this.words.without(this.words.wishes[name], count)}
              </button>
            `,
          )}
          <button class="button quiet" type="button" @click=${this.handleClear}>${this.words.clear}</button>
        </p>
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
