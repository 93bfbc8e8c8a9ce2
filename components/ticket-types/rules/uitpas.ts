import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Line, UitpasAnswer, UitpasTariff } from '../../../sdk/contract/index.ts';
import type { Failure } from '../../../sdk/stores/types.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { placeName } from '../../internal/place-name.ts';
import { wordsOf } from '../../prices/code-field.ts';

/** Asks UiTPAS which tariffs a card has for a place, shows all that UiTPAS says, and takes one of them. */
export class Uitpas {
  private readonly host: LitElement;
  private readonly source: PartSource;
  private answer: UitpasAnswer | null = null;
  private failure: Failure | null = null;
  private busy = false;

  constructor(host: LitElement, source: PartSource) {
    this.host = host;
    this.source = source;
  }

  /** @param lines The places UiTPAS can be used for. */
  render(lines: readonly Line[]): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    const { uitpas: words } = wordsOf(this.source);
    const { localize } = this.source;
    const wrong = this.failure ? localize.failure(this.failure) : '';
    return html`
      <details class="uitpas" part="uitpas">
        <summary>${words.title}</summary>
        <form novalidate @submit=${this.handleSubmit}>
          <div class="field" ?hidden=${lines.length < 2}>
            <label for="uitpas-line">${words.place}</label>
            <select class="input" id="uitpas-line" name="line">
              ${lines.map((line) => html`<option value=${line.id}>${placeName(localize, line.place)}</option>`)}
            </select>
          </div>
          <div class="field">
            <label for="uitpas-number">${words.number}</label>
            <div class="with-button">
              <input
                class="input"
                id="uitpas-number"
                name="number"
                inputmode="numeric"
                maxlength="20"
                autocomplete="off"
                aria-invalid=${wrong ? 'true' : 'false'}
                aria-describedby="uitpas-hint uitpas-wrong"
              />
              <button class="button" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>${words.ask}</button>
            </div>
            <p class="wrong" id="uitpas-wrong" ?hidden=${!wrong}>${wrong}</p>
            <p class="quiet small" id="uitpas-hint">${words.hint}</p>
          </div>
        </form>
        ${this.answer ? this.renderAnswer(this.answer, lines) : nothing}
      </details>
    `;
  }

  private renderAnswer({ line, tariffs, message }: UitpasAnswer, lines: readonly Line[]) {
    const { uitpas: words } = wordsOf(this.source);
    const { localize } = this.source;
    const about = lines.find(({ id }) => id === line);
    if (!about) return nothing;
    return html`
      <div class="tariffs" part="tariffs">
        <p class="small">${placeName(localize, about.place)}</p>
        ${tariffs.length === 0 ? html`<p>${words.none}</p>` : nothing}
        ${tariffs.map(
          (tariff) => html`
            <button class="button" type="button" @click=${() => void this.take(about, tariff)}>
              ${words.take(localize.text(tariff.name), localize.money(tariff.price))}
            </button>
          `,
        )}
        ${message ? html`<p class="notice"><span>${words.says} ${localize.text(message)}</span></p>` : nothing}
      </div>
    `;
  }

  /** What UiTPAS gave for a place, and the way back. */
  renderTaken(line: Line): TemplateResult | typeof nothing {
    const tariff = line.why?.find(({ kind }) => kind === 'uitpas');
    if (!tariff) return nothing;
    const { uitpas: words } = wordsOf(this.source);
    const { localize } = this.source;
    const name = placeName(localize, line.place);
    return html`
      <p class="taken small">
        <span>${localize.text(tariff.name)} · <span class="amount">${localize.money(line.price)}</span></span>
        <button class="button quiet" type="button" @click=${() => void this.giveBack(line)}>${words.undo(name)}</button>
      </p>
    `;
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { target } = event;
    if (!(target instanceof HTMLFormElement) || this.busy) return;
    const asked = new FormData(target);
    const [line, number] = [String(asked.get('line')), String(asked.get('number'))];
    this.busy = true;
    this.answer = null;
    this.failure = null;
    this.host.requestUpdate();
    const answer = await this.source.shop()?.cart.askUitpas(line, number);
    this.answer = answer?.data ?? null;
    await this.settle(answer?.error);
    if (answer?.error) target.querySelector('input')?.focus();
    else this.announceAnswer();
  };

  private announceAnswer(): void {
    const { uitpas: words } = wordsOf(this.source);
    const { localize } = this.source;
    const { tariffs = [], message } = this.answer ?? {};
    const offered = tariffs.map(({ name, price }) => `${localize.text(name)} ${localize.money(price)}`);
    const told = offered.length > 0 ? `${localize.list(offered)}.` : words.none;
    this.source.announce(message ? `${told} ${words.says} ${localize.text(message)}` : told);
  }

  private async take(line: Line, tariff: UitpasTariff): Promise<void> {
    const { uitpas: words } = wordsOf(this.source);
    const { localize } = this.source;
    const answer = await this.source.shop()?.cart.takeTariff([line.id], tariff.id);
    if (answer?.data) this.answer = null;
    await this.settle(answer?.error);
    if (!answer?.data) return;
    this.source.announce(words.taken(placeName(localize, line.place), localize.text(tariff.name)));
    // The button that was pressed is gone; the field is for the next card.
    this.host.renderRoot.querySelector<HTMLInputElement>('#uitpas-number')?.focus();
  }

  private async giveBack(line: Line): Promise<void> {
    const { uitpas: words } = wordsOf(this.source);
    const answer = await this.source.shop()?.cart.takeTariff([line.id], null);
    await this.settle(answer?.error);
    if (answer?.data) this.source.announce(words.undone(placeName(this.source.localize, line.place)));
  }

  private async settle(failure: Failure | undefined): Promise<void> {
    this.busy = false;
    this.failure = failure ?? null;
    if (failure) {
      await this.source.localize.explain(failure);
      this.source.announce(this.source.localize.failure(failure), 'assertive');
    }
    this.host.requestUpdate();
    await this.host.updateComplete;
  }
}
