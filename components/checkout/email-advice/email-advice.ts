import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { PartSource } from '../../internal/foyer-element.ts';
import { type EmailAdviceWords, emailAdviceWords } from '../../translations/email-advice/index.ts';
import { nearMiss } from './near-miss.ts';

/** Milliseconds without a key before anything is asked: nobody is corrected in the middle of a word. */
const PAUSE = 600;

/** Asks whether a common address was meant by one that looks mistyped, and corrects it by one press. It stops nobody. */
export class EmailAdvice {
  private readonly host: LitElement;
  private readonly source: PartSource;
  private meant: string | null = null;
  private cancel: (() => void) | undefined;

  /** Made once something was typed. */
  constructor(host: LitElement, source: PartSource) {
    this.host = host;
    this.source = source;
    for (const type of ['input', 'change']) host.renderRoot.addEventListener(type, (event) => this.handle(event));
    this.wait();
  }

  render(): TemplateResult | typeof nothing {
    const { meant, words } = this;
    if (!meant) return nothing;
    return html`
      <div class="advice small" part="advice">
        <p id="advice">${words.ask(meant)}</p>
        <button class="button" type="button" aria-describedby="advice" @click=${() => this.take(meant)}>
          ${words.take}
        </button>
      </div>
    `;
  }

  private get words(): EmailAdviceWords {
    return emailAdviceWords.in(this.source.localize.language);
  }

  private get field(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector('#email');
  }

  private handle({ target }: Event): void {
    if (target === this.field) this.wait();
  }

  private wait(): void {
    this.cancel?.();
    // What was asked of another address goes at once.
    if (this.meant && this.field && nearMiss(this.field.value) !== this.meant) this.ask(null);
    this.cancel = this.source.shop()?.timers.after(PAUSE, () => this.look());
  }

  private look(): void {
    const { field, host } = this;
    const at = host.renderRoot instanceof ShadowRoot ? host.renderRoot.activeElement : null;
    // Under a finger that presses a button, nothing moves. Who put the keyboard of a phone away is in no field.
    if (!field || (at && !(at instanceof HTMLInputElement))) return;
    const meant = nearMiss(field.value);
    const isUnfinished = at === field && meant?.toLowerCase().startsWith(field.value.trim().toLowerCase());
    this.ask(isUnfinished ? null : meant);
  }

  private ask(meant: string | null): void {
    if (meant === this.meant) return;
    this.meant = meant;
    this.host.requestUpdate();
    if (meant) this.source.announce(this.words.ask(meant));
  }

  private take(meant: string): void {
    const { field } = this;
    if (!field) return;
    field.value = meant;
    this.ask(null);
    field.focus();
    // As if it had been typed: what was said to be wrong with it goes too.
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    this.source.announce(this.words.taken(meant));
  }
}
