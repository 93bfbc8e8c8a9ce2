import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import { type Timers, webTimers } from '../../sdk/platform.ts';
import type { CartState } from '../../sdk/stores/types.ts';
import { barStyles } from '../cart/bar.styles.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { standsBeside } from '../internal/foyer-base.ts';
import { SpeakingElement } from '../internal/foyer-element.ts';
import { clockIcon } from '../internal/icons.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { type HeldWords, heldWords } from '../translations/held/index.ts';
import { heldStyles } from './held.styles.ts';
import type { FoyerShop } from './shop.ts';

/** Milliseconds before the end at which it is said that it is near; from the first on, the time left is shown. */
const MARKS = [60_000, 120_000] as const;
const [, SHORT] = MARKS;

/** Only a shop puts it on a page. */
const TAG = 'foyer-shop-held';

/** What is held, as long as there is something to say of it. */
interface Shown {
  readonly places: number;
  /** Milliseconds since epoch. */
  readonly endsAt: number;
  /** The performance that was chosen last. */
  readonly performance: string;
}

/**
 * Says at the foot of the window, on pages away from the cart, that places are held and until when, with the way to
 * them. It lies over the page, so that nothing on it moves.
 */
export class Held extends SpeakingElement<HeldWords> {
  static override styles = [SpeakingElement.styles, buttonStyles, barStyles, heldStyles];

  private readonly cart = new StoreController(
    this,
    () => this.shop?.cart,
    (now, before) => this.handleCart(now, before),
  );
  private readonly centre = new CentreController(this, this.localize, () => this.shop);
  private cancelTick: (() => void) | undefined;
  /** The last mark that was passed; undefined while nothing is shown. */
  private passed: number | undefined;

  /** Address of the page with the cart; nothing is shown without it. */
  @property({ attribute: false }) page = '';

  /** The shop that it is in. */
  @property({ attribute: false }) around: FoyerShop | undefined;

  /** Told whether there is something to see. */
  @property({ attribute: false }) holds: (isSo: boolean) => void = () => {};

  protected override wordsIn(language: Language): HeldWords {
    return heldWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const [common, own] = [super.loadWords(language), heldWords.load(language)];
    return common || own ? Promise.all([common, own]) : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.holds(this.shown !== null);
    this.count();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancelTick?.();
    this.passed = undefined;
  }

  /** Looks again when there is something else to show. Who comes to a page reads it there: only marks are said. */
  private count(): void {
    this.cancelTick?.();
    if (!this.shown) {
      this.passed = undefined;
      return;
    }
    const { left } = this;
    const passed = MARKS.find((mark) => left <= mark) ?? Number.POSITIVE_INFINITY;
    if (this.passed !== undefined && passed < this.passed) this.announce(this.words.almostOver(this.minutes));
    this.passed = passed;
    const pause = left > SHORT ? left - SHORT : left % 1000 || 1000;
    if (left > 0) this.cancelTick = this.timers.after(pause, () => this.requestUpdate());
  }

  /** Null while nothing is held, and where a cart on the page shows it. */
  private get shown(): Shown | null {
    const cart = this.cart.value;
    if (!this.page || cart?.state !== 'open' || cart.endsAt === null || this.isBesideCart) return null;
    const last = cart.cart.lines.at(-1);
    return last ? { places: cart.cart.lines.length, endsAt: cart.endsAt, performance: last.performance.id } : null;
  }

  private get isBesideCart(): boolean {
    return this.around !== undefined && standsBeside(this.around, 'foyer-cart');
  }

  private get timers(): Timers {
    return this.shop?.timers ?? webTimers;
  }

  /** Milliseconds until the end. */
  private get left(): number {
    return Math.max(0, (this.shown?.endsAt ?? 0) - this.timers.now());
  }

  private get minutes(): string {
    return this.localize.translation.cart.minutes(Math.max(1, Math.ceil(this.left / 60_000)));
  }

  private handleCart(now: CartState, before: CartState | undefined): void {
    const isOver = now.state === 'ended' && before?.state === 'open';
    if (isOver && !this.isBesideCart) this.announce(this.words.ended);
  }

  override render(): TemplateResult | typeof nothing {
    const { shown, words, localize, left } = this;
    if (!shown) return nothing;
    const places = localize.translation.common.places(shown.places);
    const isWarning = left <= SHORT;
    const seconds = Math.ceil(left / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const until = localize.format(new Date(shown.endsAt).toISOString(), {
      timeStyle: 'short',
      timeZone: this.centre.timeZone,
    });
    const page = this.page.replaceAll('{id}', encodeURIComponent(shown.performance));
    return html`
      <section class="bar ${isWarning ? 'warning' : ''}" part="base" aria-label=${words.title}>
        <span class="text">
          ${clockIcon}<span>${isWarning ? words.left(places, clock) : words.until(places, until)}</span>
        </span>
        <a class="button primary" href=${page}>${words.goOn}</a>
      </section>
    `;
  }
}

/** It is none of the elements that pages know, so it is registered apart from them. */
function register(elements: CustomElementRegistry): void {
  if (!elements.get(TAG)) elements.define(TAG, Held);
}

/** Lets a shop say what is held, and have the state that tells a page so. Gives what it is to be told. */
export function addHeld(shop: FoyerShop): Held {
  register(customElements);
  const { states } = shop.attachInternals();
  const held = document.createElement(TAG) as Held;
  held.around = shop;
  held.setAttribute('exportparts', 'base: held');
  held.holds = (isSo) => (isSo ? states.add('holding') : states.delete('holding'));
  shop.renderRoot.append(held);
  return held;
}
