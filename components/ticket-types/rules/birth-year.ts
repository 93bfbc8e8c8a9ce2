import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Line, PriceRule } from '../../../sdk/contract/index.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { placeName } from '../../internal/place-name.ts';
import { wordsOf } from '../../prices/code-field.ts';

const YEAR = /^(19|20)\d\d$/;

/** Asks in which year somebody was born, for the places where that changes the price; for nothing else. */
export class BirthYears {
  private readonly host: LitElement;
  private readonly source: PartSource;
  private wrong: string | null = null;

  constructor(host: LitElement, source: PartSource) {
    this.host = host;
    this.source = source;
  }

  render(line: Line, rules: readonly PriceRule[], year: number | undefined): TemplateResult | typeof nothing {
    if (rules.length === 0) return nothing;
    const { why: words } = wordsOf(this.source);
    const { localize } = this.source;
    const name = placeName(localize, line.place);
    const isWrong = this.wrong === line.id;
    const id = `year-${line.id}`;
    return html`
      <div class="field year">
        <label class="small" for=${id}>
          ${words.birthYearShort}<span class="spoken"> ${words.birthYear(name)}</span>
          <span class="quiet">
            ${words.birthYearHint(localize.list(rules.map((rule) => localize.text(rule.name))))}
          </span>
        </label>
        <input
          class="input"
          id=${id}
          inputmode="numeric"
          maxlength="4"
          autocomplete="off"
          .value=${live(year === undefined ? '' : String(year))}
          aria-invalid=${isWrong ? 'true' : 'false'}
          aria-describedby="${id}-wrong"
          @change=${(event: Event) => this.handleChange(line, event)}
        />
        <p class="wrong" id="${id}-wrong" ?hidden=${!isWrong}>${words.birthYearWrong}</p>
      </div>
    `;
  }

  private async handleChange(line: Line, { target }: Event): Promise<void> {
    const typed = target instanceof HTMLInputElement ? target.value.trim() : '';
    const { source } = this;
    const { why: words } = wordsOf(source);
    this.wrong = typed === '' || YEAR.test(typed) ? null : line.id;
    this.host.requestUpdate();
    if (this.wrong) return source.announce(words.birthYearWrong, 'assertive');
    const answer = await source.shop()?.cart.choose(({ birthYears }) => ({
      birthYears: [
        ...birthYears.filter((one) => one.line !== line.id),
        ...(typed === '' ? [] : [{ line: line.id, year: Number(typed) }]),
      ],
    }));
    if (answer?.error) return source.announce(source.localize.failure(answer.error), 'assertive');
    const now = answer?.data.lines.find(({ id }) => id === line.id);
    if (now)
      source.announce(words.birthYearSet(placeName(source.localize, now.place), source.localize.money(now.price)));
  }
}
