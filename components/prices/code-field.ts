import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { UsedCode } from '../../sdk/contract/index.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import type { PartSource } from '../internal/foyer-element.ts';
import { type PriceWords, priceWords } from '../translations/prices/index.ts';

/** The words of prices in the language of an element. */
export const wordsOf = ({ localize }: Pick<PartSource, 'localize'>): PriceWords => priceWords.in(localize.language);

/** Fewer characters are no code. */
const SHORTEST = 3;

/** A field for the code of a pass, a voucher or an offer: it says what was wrong, or what the code turned out to be. */
export class CodeField implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: PartSource;
  private failure: Failure | null = null;
  private missing = false;
  private busy = false;

  constructor(host: LitElement, source: PartSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.failure = null;
    this.missing = false;
  }

  /** @param button What pressing it does, where the usual word says too little. */
  render(hint: string, label = wordsOf(this.source).code.label): TemplateResult {
    const { code: words } = wordsOf(this.source);
    const wrong = this.missing ? words.missing : this.failure ? this.source.localize.failure(this.failure) : '';
    return html`
      <form class="code" part="code" novalidate @submit=${this.handleSubmit}>
        <div class="field">
          <label for="code">${label}</label>
          <div class="with-button">
            <input
              class="input"
              id="code"
              name="code"
              maxlength="40"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-invalid=${wrong ? 'true' : 'false'}
              aria-describedby="code-wrong code-hint"
              @input=${this.handleInput}
            />
            <button class="button" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>${words.use}</button>
          </div>
          <p class="wrong" id="code-wrong" ?hidden=${!wrong}>${wrong}</p>
          <p class="quiet small" id="code-hint">${hint}</p>
        </div>
      </form>
    `;
  }

  private readonly handleInput = (): void => {
    if (!this.failure && !this.missing) return;
    this.failure = null;
    this.missing = false;
    this.host.requestUpdate();
  };

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { target } = event;
    const input = target instanceof HTMLFormElement ? target.querySelector('input') : null;
    if (!input || this.busy) return;
    await this.use(input.value.trim().toUpperCase());
    if (this.failure || this.missing) input.focus();
    else input.value = '';
  };

  private async use(code: string): Promise<void> {
    const { source } = this;
    this.failure = null;
    this.missing = code.length < SHORTEST;
    this.busy = !this.missing;
    this.host.requestUpdate();
    if (this.missing) return source.announce(wordsOf(source).code.missing, 'assertive');
    const answer = await source.shop()?.cart.addCode(code);
    this.failure = answer?.error ?? null;
    if (this.failure) await source.localize.explain(this.failure);
    this.busy = false;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.failure) return source.announce(source.localize.failure(this.failure), 'assertive');
    const used = answer?.data?.extras?.codes.find((one) => one.code === code);
    if (used) source.announce(saidOf(used, source));
  }
}

/** What a code that was just given turned out to be, in a sentence to be heard. */
function saidOf(used: UsedCode, source: PartSource): string {
  const { code: words } = wordsOf(source);
  const worth = used.works && used.used && used.left ? worthOf(used, source) : '';
  return [words.added(source.localize.text(used.name)), worth].filter(Boolean).join(' ');
}

/** What a voucher pays here and what stays on it, or how many a pass serves. */
export function worthOf({ kind, used, left, people, works }: UsedCode, source: PartSource): string {
  const { code: words } = wordsOf(source);
  const { localize } = source;
  if (kind === 'voucher' && used && left) {
    return works ? words.pays(localize.money(used), localize.money(left)) : words.balance(localize.money(left));
  }
  if (kind === 'pass') return words.people(people ?? 1);
  return works ? '' : words.idle;
}
