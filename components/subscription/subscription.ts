import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import type { Holder, Offer } from '../../sdk/model/subscriptions/types.ts';
import { createSubscription } from '../../sdk/stores/subscription/subscription.ts';
import type { Choosing, SubscriptionStore, SubscriptionStoreState } from '../../sdk/stores/subscription/types.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { SpeakingElement } from '../internal/foyer-element.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { genreName } from '../programme/filters.ts';
import { buttonStyles } from '../styles/button.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { roomStyles } from '../styles/room.ts';
import { programmeWords } from '../translations/programme/index.ts';
import { type SubscriptionWords, subscriptionWords } from '../translations/subscription/index.ts';
import type { Around, Filter } from './around.ts';
import { createDeeds, type Deeds } from './deeds.ts';
import { offerStyles } from './offer.styles.ts';
import { peopleStyles } from './people.styles.ts';
import { pickerStyles } from './picker.styles.ts';
import { renderSeats } from './seats.ts';
import { FoyerSubscriptionChangeEvent, FoyerSubscriptionSeatsEvent } from './subscription.events.ts';
import { subscriptionStyles } from './subscription.styles.ts';
import { renderChoosing, renderFailed, renderLoading, renderToChoose } from './views.ts';

/**
 * Lets a visitor choose a subscription: which formula, for whom, which performances; and finds the places, together and
 * where it can on the same seats every evening.
 *
 * Choosing is holding: what is chosen stands in the shop's cart at once, and the centre decides what it costs. A
 * subscription that is not complete keeps nobody from buying what is chosen, at the usual price. Put a `<foyer-cart>` on
 * the same page: it shows how long the places are held.
 *
 * @tag foyer-subscription
 * @status stable
 * @since 0.3
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-subscription formula="free-choice"></foyer-subscription>
 *   <foyer-cart></foyer-cart>
 * </foyer-shop>
 *
 * @event foyer-subscription-seats - The visitor wants to choose the seats of a performance by hand; cancelable.
 * @event foyer-subscription-change - Something was chosen or given back. `formula`, `complete`, `chosen`.
 *
 * @csspart base - The whole.
 * @csspart title - The heading.
 * @csspart formula - One formula to choose.
 * @csspart booking - When it can be booked.
 * @csspart lost - What was lost because time was up.
 * @csspart holders - For whom.
 * @csspart holder - One person.
 * @csspart progress - How far somebody's subscription is.
 * @csspart proposals - What would go well with it.
 * @csspart picker - The performances.
 * @csspart offer - One performance.
 * @csspart centre - Which partner plays it.
 * @csspart seats - The hall, while seats are chosen by hand.
 * @csspart chosen - What is chosen.
 * @csspart line - One chosen place.
 * @csspart total - What it costs together.
 *
 * @cssstate loading - Nothing is known yet.
 * @cssstate formulas - A formula is to be chosen.
 * @cssstate empty - Nothing is chosen yet.
 * @cssstate incomplete - Something is chosen, but too little for a subscription.
 * @cssstate complete - The subscription of everybody is complete.
 * @cssstate failed - Programme or prices cannot be had.
 */
export class FoyerSubscription extends SpeakingElement<SubscriptionWords> {
  static override styles = [
    ...[SpeakingElement.styles, buttonStyles, fieldStyles, noticeStyles, roomStyles],
    ...[peopleStyles, pickerStyles, offerStyles, subscriptionStyles],
  ];

  private readonly subscription = new StoreController(
    this,
    () => this.store,
    (now, before) => this.handleChange(now, before),
  );
  private readonly centre = new CentreController(this, this.localize, () => this.shop);
  private readonly deeds: Deeds = createDeeds({
    store: () => this.store,
    now: () => this.choosing,
    around: () => this.around,
    announce: (text, urgency) => this.announce(text, urgency),
    focus: (selector) => this.focusAfterUpdate(selector),
  });
  private store: SubscriptionStore | undefined;
  private madeOf: unknown[] = [];
  private focusNext: string | null = null;

  @state() private filter: Filter = { genre: '', possible: false, whole: false };
  @state() private seatsOf: string | null = null;

  /** Ids of the formulas to choose from, separated by spaces; all the centre has without it. */
  @property() formula = '';

  protected override wordsIn(language: Language): SubscriptionWords {
    return subscriptionWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const loading = [super.loadWords(language), subscriptionWords.load(language), programmeWords.load(language)];
    return loading.some(Boolean) ? Promise.all(loading) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const madeOf = [this.shop, this.formula];
    if (madeOf.every((part, at) => part === this.madeOf[at])) return;
    this.madeOf = madeOf;
    const formulas = this.formula.split(/\s+/).filter(Boolean);
    this.store = this.shop && createSubscription({ shop: this.shop, formulas });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    if (!this.focusNext) return;
    this.renderRoot.querySelector<HTMLElement>(this.focusNext)?.focus();
    this.focusNext = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closeSeats();
  }

  private get phase(): string {
    const now = this.subscription.value;
    if (now?.state === 'failed') return 'failed';
    if (now?.state !== 'ready') return 'loading';
    if (!now.formula) return 'formulas';
    if (now.holders.every(({ progress }) => progress.complete)) return 'complete';
    return now.holders.some(({ chosen }) => chosen.length > 0) ? 'incomplete' : 'empty';
  }

  private get choosing(): Choosing | undefined {
    return this.subscription.value?.state === 'ready' ? this.subscription.value : undefined;
  }

  private get around(): Around | undefined {
    const now = this.choosing;
    if (!now?.formula) return undefined;
    return {
      ...{ localize: this.localize, words: this.words, filter: this.filter, seatsOf: this.seatsOf },
      now: { ...now, formula: now.formula },
      timeZone: this.centre.timeZone,
      genreName: (genre) => genreName(genre, programmeWords.in(this.localize.language)),
      renderSeats: (offer) =>
        renderSeats(this.shop, this.words, this.localize.text(offer.performance.title), offer, () =>
          this.closeSeats(offer),
        ),
      acts: {
        ...this.deeds,
        openSeats: (offer) => this.handleSeats(offer),
        filter: (change) => {
          this.filter = { ...this.filter, ...change };
        },
        showAll: (next) => void this.showAll(next),
      },
    };
  }

  /** The button goes with what it did; the focus goes on where the list went on. */
  private async showAll(next: string): Promise<void> {
    this.filter = { ...this.filter, whole: true };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-reference="${CSS.escape(next)}"] h4`)?.focus();
  }

  private handleChange(now: SubscriptionStoreState, before: SubscriptionStoreState | undefined): void {
    if (now.state === 'failed' && before?.state !== 'failed') this.announce(this.words.failed);
    if (now.state !== 'ready' || before?.state !== 'ready' || !now.formula) return;
    if (now.lost.length > 0 && before.lost.length === 0) this.announce(this.words.lost, 'assertive');
    const chosenIn = (holders: readonly Holder[]) =>
      holders.flatMap(({ id, chosen }) => chosen.map(({ reference }) => `${id} ${reference}`));
    if (now.formula.formula.id !== before.formula?.formula.id) return;
    if (String(chosenIn(now.holders)) === String(chosenIn(before.holders))) return;
    const complete = now.holders.every(({ progress }) => progress.complete);
    const chosen = now.holders.map(({ id, chosen: own }) => ({
      holder: id,
      performances: own.map(({ reference }) => reference),
    }));
    this.dispatchEvent(new FoyerSubscriptionChangeEvent(now.formula.formula.id, complete, chosen));
  }

  /** The page may show the hall in its own way; else it opens below the performance. */
  private handleSeats(offer: Offer): void {
    const places = this.choosing?.holders.length ?? 0;
    if (!this.dispatchEvent(new FoyerSubscriptionSeatsEvent(offer.reference, places))) {
      this.store?.follow(offer.reference);
      return;
    }
    this.seatsOf = offer.reference;
    this.store?.follow(offer.reference);
    void import('../seat-map/seat-map.ts');
    this.focusAfterUpdate('#seats');
  }

  private closeSeats(offer?: Offer): void {
    this.seatsOf = null;
    this.store?.follow(null);
    if (offer) this.focusAfterUpdate(`[data-reference="${offer.reference}"] h4`);
  }

  /** What had the focus may be gone by then; what takes its place has it. */
  private focusAfterUpdate(selector: string): void {
    this.focusNext = selector;
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const now = this.subscription.value;
    if (!now) return nothing;
    return html`
      <section class="subscription" part="base" aria-labelledby="title" aria-busy=${now.state === 'loading'}>
        ${this.renderState(now)}
      </section>
    `;
  }

  private renderState(now: SubscriptionStoreState): TemplateResult {
    const { words, localize, around } = this;
    if (now.state === 'failed') return renderFailed(words, localize, now.failure, () => this.store?.reload());
    if (now.state !== 'ready') return renderLoading(words, localize);
    if (around) return renderChoosing(around);
    const { formulas } = now;
    return renderToChoose({
      ...{ words, localize, formulas, timeZone: this.centre.timeZone },
      choose: (formula) => this.deeds.chooseFormula(formula),
    });
  }
}

register('foyer-subscription', FoyerSubscription);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-subscription': FoyerSubscription;
  }
}
