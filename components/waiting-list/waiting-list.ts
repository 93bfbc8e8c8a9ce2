import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import { createWaitingList, type WaitingListStore } from '../../sdk/stores/waiting-list.ts';
import { SpeakingElement } from '../internal/foyer-element.ts';
import { register } from '../internal/register.ts';
import { returnAddress } from '../internal/return-code.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { fieldStyles } from '../styles/field.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import { type WaitingListWords, waitingListWords } from '../translations/waiting-list/index.ts';
import { FoyerWaitingJoinEvent } from './waiting-list.events.ts';
import { waitingListStyles } from './waiting-list.styles.ts';

/** Larger groups ring the house; the contract's MAX_WAITING_PLACES, whose schemas must not come along into the browser. */
const MOST_PLACES = 8;

/**
 * Lets somebody wait for places of a performance that is sold out: an address, how many places, and a promise of when
 * they hear. Places that come back are held for the first in line, who gets a mail with a link to this page.
 *
 * `<foyer-performance>` shows it by itself. Of what partners play there is none: their own websites have it.
 *
 * @tag foyer-waiting-list
 * @status experimental
 * @since 0.4
 *
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-waiting-list performance="de-zoutweg-2026-11-26-2000"></foyer-waiting-list>
 * </foyer-shop>
 *
 * @event foyer-waiting-join - The visitor waits now; `performance` and `places` say for what.
 *
 * @csspart base - The panel.
 * @csspart title - The heading.
 * @csspart submit - The button.
 *
 * @cssstate ready - An address can be given.
 * @cssstate busy - It is being sent.
 * @cssstate joined - The visitor waits.
 * @cssstate failed - It could not be done; it can be tried again.
 */
export class FoyerWaitingList extends SpeakingElement<WaitingListWords> {
  static override styles = [
    ...[SpeakingElement.styles, panelStyles, buttonStyles, fieldStyles, noticeStyles],
    waitingListStyles,
  ];

  private readonly told = new StoreController(this, () => this.store);
  private store: WaitingListStore | undefined;
  private madeOf: readonly unknown[] = [];

  @query('#email') private readonly email!: HTMLInputElement;
  @query('#places') private readonly places!: HTMLSelectElement;
  @state() private wrong = '';

  /** Id of the performance. */
  @property() performance = '';

  /** Page that an offer is opened at; this one without it. Its origin must be one of the centre's. */
  @property({ attribute: 'return-url' }) returnUrl = '';

  /** Level of the heading: 2 (the default) or 3. */
  @property({ type: Number }) level = 2;

  protected override wordsIn(language: Language): WaitingListWords {
    return waitingListWords.in(language);
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const loading = [super.loadWords(language), waitingListWords.load(language)];
    return loading.some(Boolean) ? Promise.all(loading) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { shop, performance } = this;
    const madeOf = [shop, performance];
    if (madeOf.every((part, index) => part === this.madeOf[index])) return;
    this.madeOf = madeOf;
    this.store =
      shop && performance ? createWaitingList({ centre: shop.baseUrl, performance, ...shop.network }) : undefined;
    this.told.hostUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  private get phase(): 'ready' | 'busy' | 'joined' | 'failed' {
    const now = this.told.value?.state ?? 'idle';
    return now === 'idle' ? 'ready' : now;
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { email, performance, phase, store } = this;
    if (!store || phase === 'busy') return;
    if (!email.validity.valid) return this.refuse(email.validity.valueMissing ? 'emailMissing' : 'emailWrong');
    const places = Number(this.places.value);
    this.announce(this.words.busy);
    const { data, error } = await store.join({
      ...{ email: email.value.trim(), places, language: this.localize.language },
      returnUrl: this.returnUrl || returnAddress(),
    });
    if (error) return error.field === 'email' ? this.refuse('emailWrong') : this.tell(error);
    this.dispatchEvent(new FoyerWaitingJoinEvent(performance, places));
    this.announce(`${this.words.joined} ${this.words.joinedHow(data.minutes)}`);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  private async refuse(why: 'emailMissing' | 'emailWrong'): Promise<void> {
    this.wrong = this.words[why];
    await this.updateComplete;
    this.email.focus();
  }

  private async tell(failure: Failure): Promise<void> {
    await this.localize.explain(failure);
    this.requestUpdate();
    this.announce(this.localize.failure(failure), 'assertive');
  }

  private handleInput(): void {
    if (this.email.validity.valid) this.wrong = '';
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.store) return nothing;
    const { words } = this;
    const now = this.told.value;
    const title = now?.state === 'joined' ? words.joined : words.title;
    return html`
      <section class="panel" part="base" aria-labelledby="title" aria-busy=${this.phase === 'busy'}>
        ${
          this.level === 3
            ? html`<h3 id="title" part="title" tabindex="-1">${title}</h3>`
            : html`<h2 id="title" part="title" tabindex="-1">${title}</h2>`
        }
        ${now?.state === 'joined' ? html`<p>${words.joinedHow(now.minutes)}</p>` : this.renderForm()}
      </section>
    `;
  }

  private renderForm(): TemplateResult {
    const { words, wrong } = this;
    const now = this.told.value;
    return html`
      <p>${words.explanation}</p>
      <form novalidate @submit=${this.handleSubmit} @input=${this.handleInput}>
        <div class="field">
          <label for="email">${words.email}</label>
          <input
            class="input"
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            maxlength="254"
            required
            aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby="email-wrong email-hint"
          />
          <p class="wrong" id="email-wrong" ?hidden=${!wrong}>${wrong}</p>
          <p class="quiet small" id="email-hint">${words.emailHint}</p>
        </div>
        <div class="field">
          <label for="places">${words.places}</label>
          <select class="input" id="places" name="places">
            ${Array.from(
              { length: MOST_PLACES },
              (_, index) => html`<option value=${index + 1} ?selected=${index === 1}>${index + 1}</option>`,
            )}
          </select>
        </div>
        ${
          now?.state === 'failed' && now.failure.field !== 'email'
            ? html`<p class="notice danger wide">${this.localize.failure(now.failure)}</p>`
            : nothing
        }
        <button class="button primary wide" part="submit" type="submit">${words.join}</button>
      </form>
    `;
  }
}

register('foyer-waiting-list', FoyerWaitingList);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-waiting-list': FoyerWaitingList;
  }
}
