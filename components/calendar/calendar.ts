import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import { type CalendarView, type Day, dayByKey, type Period } from '../../sdk/model/calendar/index.ts';
import type { Network } from '../../sdk/platform.ts';
import { createCalendar } from '../../sdk/stores/calendar.ts';
import type { CalendarState, CalendarStore } from '../../sdk/stores/types.ts';
import { PaintedElement } from '../internal/painted-element.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { askedOf, isIncomplete } from '../programme/asked.ts';
import { housesNamed } from '../programme/houses.ts';
import { addressOf, openPerformance } from '../programme/opening.ts';
import { PageAddress } from '../programme/page-address.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { roomStyles } from '../styles/room.ts';
import { skeletonStyles } from '../styles/skeleton.ts';
import { type CalendarWords, calendarWords } from '../translations/calendar/index.ts';
import { programmeWords } from '../translations/programme/index.ts';
import { FoyerCalendarChangeEvent } from './calendar.events.ts';
import { calendarStyles } from './calendar.styles.ts';
import { dateGrid } from './date-grid.ts';
import type { Surroundings } from './entry.ts';
import { gridStyles } from './grid.styles.ts';
import { renderHead } from './head.ts';
import { placeInQuery, queryWithPlace } from './in-address.ts';
import { renderAgenda, renderAway, renderDay, renderEmpty, renderFailed, renderLoading } from './parts.ts';
import { periodName } from './period-name.ts';
import { Swipe } from './swipe.ts';

/**
 * Shows what is on by day, in a month, a week or an agenda: at one centre with its partners, or at several together.
 *
 * Like `<foyer-programme>` it takes a `<foyer-shop>` around it or `centres` of its own, and opens performances by the
 * same event. It fits the room that it gets, from a phone to a screen on the wall, where it follows the day and what is
 * for sale by itself. What stands inside it is shown until the element is there.
 *
 * @tag foyer-calendar
 * @status stable
 * @since 0.2
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-calendar link="/performance?id={id}" view="week"></foyer-calendar>
 * </foyer-shop>
 *
 * @event foyer-performance-open - The visitor opens a performance; cancelable.
 * @event foyer-calendar-change - The visitor looks at another `day`, or in another `view`.
 *
 * @csspart base - The whole.
 * @csspart title - The heading.
 * @csspart period - The month or week that is shown.
 * @csspart grid - The days of a month or week.
 * @csspart day - One day of the grid.
 * @csspart panel - What is on on the day that is looked at.
 * @csspart entry - One performance.
 * @csspart centre - Which centre plays it.
 * @csspart note - What it costs, or why it cannot be booked.
 *
 * @cssstate loading - No centre has answered yet.
 * @cssstate ready - There is something on in the period.
 * @cssstate partly - A centre cannot be reached.
 * @cssstate empty - Nothing is on in the period.
 * @cssstate failed - No centre can be reached.
 */
export class FoyerCalendar extends PaintedElement<CalendarWords> {
  static override styles = [
    PaintedElement.styles,
    buttonStyles,
    noticeStyles,
    roomStyles,
    skeletonStyles,
    calendarStyles,
    gridStyles,
  ];

  private readonly calendar = new StoreController(
    this,
    () => this.store,
    (now, before) => this.handleCalendar(now, before),
  );
  private readonly address = new PageAddress(this);
  private readonly swipe = new Swipe((side) => this.handleSwipe(side));
  private store: CalendarStore | undefined;
  private madeOf: string | undefined;
  private focusNext: string | null = null;

  @query('[role=grid] [tabindex="0"]') private readonly current!: HTMLElement | null;

  /** Base addresses of the APIs of several centres, separated by spaces; without it the shop's centre with its partners. */
  @property() centres = '';

  /** Where a performance is shown: an address with `{id}`, and `{owner}` for the id of the centre that plays it. */
  @property() link = '';

  /** How it begins: `month` (the default), `week` or `agenda`. */
  @property() view: CalendarView = 'month';

  /** The day it begins at, such as `2026-12-04`; without it today, or the first day on which something is on. */
  @property() day = '';

  /**
   * Keeps where a visitor is in the page's address (`?date=2026-12-04&view=week`), so that a way back and a shared link
   * show the same. Its value stands before each name: `in-address="brug-"` makes `?brug-date=2026-12-04`.
   */
  @property({ attribute: 'in-address' }) inAddress: string | null = null;

  /** Network and time of your own instead of the shop's or the page's. */
  @property({ attribute: false }) network: Partial<Network> | undefined;

  protected override wordsIn(language: Language): CalendarWords {
    return calendarWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const loading = [super.loadWords(language), calendarWords.load(language), programmeWords.load(language)];
    return loading.some(Boolean) ? Promise.all(loading) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { centres, shop, inAddress } = this;
    const isElsewhere = this.address.isNews(inAddress);
    const asked = askedOf({ centres, shop, network: this.asking(this.network ?? shop?.network) });
    if (asked?.key !== this.madeOf || changed.has('network')) {
      this.madeOf = asked?.key;
      this.store = asked && createCalendar({ ...asked, view: this.view, day: this.day, ...this.kept });
      return;
    }
    if (changed.has('view')) this.store?.setView(this.view);
    if (changed.has('day') && this.day) this.store?.show(this.day);
    if (!isElsewhere) return;
    const { view, day } = this.kept;
    if (view) this.store?.setView(view);
    if (day) this.store?.show(day);
  }

  /** Where the page's address says that the visitor is. */
  private get kept(): ReturnType<typeof placeInQuery> {
    return this.inAddress === null ? {} : placeInQuery(this.pageQuery, this.inAddress);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    if (!this.focusNext) return;
    this.renderRoot.querySelector<HTMLElement>(this.focusNext)?.focus();
    this.focusNext = null;
  }

  protected override get isKnown(): boolean {
    const now = this.calendar.value?.programme;
    return now?.state === 'failed' || (now?.state === 'ready' && !now.waiting);
  }

  protected override readAnew(): void {
    this.store?.reload();
  }

  private get phase(): string {
    const now = this.calendar.value;
    if (now?.programme.state === 'failed') return 'failed';
    if (now?.programme.state !== 'ready') return 'loading';
    if (now.programme.away.length > 0) return 'partly';
    return now.count > 0 || now.programme.waiting ? 'ready' : 'empty';
  }

  private get around(): Surroundings {
    const programme = this.calendar.value?.programme;
    const items = programme?.state === 'ready' ? programme.items : [];
    return {
      localize: this.localize,
      words: this.words,
      programmeWords: programmeWords.in(this.localize.language),
      houses: housesNamed(items, this.centres !== ''),
      hrefOf: (item) => addressOf(this.link, item),
      open: (event, item) => openPerformance(this, event, item, this.link),
    };
  }

  /** Who turns a page hears what is on it. */
  private handleCalendar(now: CalendarState, before: CalendarState | undefined): void {
    const { programmeWords, localize, words } = this.around;
    if (now.programme.state === 'failed' && before?.programme.state !== 'failed') this.announce(programmeWords.failed);
    if (now.programme.state !== 'ready' || before?.programme.state !== 'ready') return;
    if (isSame(now.period, before.period) && now.view === before.view) return;
    this.announce(words.inPeriod(periodName(now, localize), programmeWords.found(now.count)));
  }

  /** The visitor did something: the page may want to keep it, or have it kept, in its address. */
  private act(verb: (store: CalendarStore) => void): void {
    const { store } = this;
    if (!store) return;
    const before = store.get();
    verb(store);
    const { day, view } = store.get();
    if (day === before.day && view === before.view) return;
    const { inAddress } = this;
    if (inAddress !== null) this.address.put((query) => queryWithPlace(query, { day, view }, this.view, inAddress));
    this.dispatchEvent(new FoyerCalendarChangeEvent(day, view));
  }

  private handleKey(event: KeyboardEvent): void {
    const now = this.store?.get();
    if (!now || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const panel = this.renderRoot.querySelector('.panel');
      (panel?.querySelector<HTMLElement>('.title') ?? panel?.querySelector('h4'))?.focus();
      return;
    }
    const { key, shiftKey } = event;
    const day = dayByKey(now.day, { key, shiftKey, isReversed: this.isReversed });
    if (day === undefined) return;
    event.preventDefault();
    this.focusNext = '[role=grid] [tabindex="0"]';
    this.act((store) => store.show(day));
    // At the end of what there is, nothing changed that would bring the focus.
    this.current?.focus();
  }

  private handleSwipe(side: 'left' | 'right'): void {
    this.act((store) => ((side === 'left') === this.isReversed ? store.earlier() : store.later()));
  }

  private get isReversed(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  private handleGo(day: Day): void {
    this.focusNext = '#day-title, .agenda .title';
    this.act((store) => store.show(day));
  }

  override render(): TemplateResult | typeof nothing {
    const now = this.calendar.value;
    if (!now || this.isPainted) return nothing;
    return html`
      <section class="calendar" part="base" aria-labelledby="title" aria-busy=${isIncomplete(now.programme)}>
        ${renderHead(now, this.around, {
          earlier: () => this.act((store) => store.earlier()),
          later: () => this.act((store) => store.later()),
          toToday: () => this.act((store) => store.toToday()),
          setView: (view) => this.act((store) => store.setView(view)),
        })}
        ${this.renderState(now)}
      </section>
    `;
  }

  private renderState(now: CalendarState): TemplateResult {
    const { around } = this;
    const reload = () => this.store?.reload();
    if (now.programme.state === 'failed') return renderFailed(now.programme.failure, around, reload);
    if (now.programme.state !== 'ready') return renderLoading(now, around);
    const go = (day: Day) => this.handleGo(day);
    return html`
      ${renderAway(now.programme.away, around, reload)}
      ${now.view === 'agenda' ? renderAgenda(now, around) : this.renderGrid(now)} ${renderEmpty(now, around, go)}
      ${now.programme.waiting ? html`<p class="quiet">${around.programmeWords.waiting}</p>` : nothing}
    `;
  }

  private renderGrid(now: CalendarState): TemplateResult {
    return html`
      <div class="both">
        ${dateGrid(now, this.around, {
          keydown: (event) => this.handleKey(event),
          pick: (day) => this.act((store) => store.show(day)),
          swipe: this.swipe,
        })}
        ${renderDay(now, this.around)}
      </div>
    `;
  }
}

const isSame = (one: Period, other: Period): boolean => one.first === other.first && one.last === other.last;

register('foyer-calendar', FoyerCalendar);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-calendar': FoyerCalendar;
  }
}
