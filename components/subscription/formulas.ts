import { html, nothing, type TemplateResult } from 'lit';
import type { SubscriptionFormula } from '../../sdk/contract/index.ts';
import type { FormulaOffer } from '../../sdk/stores/subscription/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { SubscriptionWords } from '../translations/subscription/index.ts';
import { priceInWords } from './progress.ts';

export interface Formulas {
  readonly localize: Localize;
  readonly words: SubscriptionWords;
  readonly formulas: readonly FormulaOffer[];
  readonly timeZone: string | undefined;
  readonly choose: (formula: string) => void;
}

/** The formulas of the centre: what each is, from how many, and what it saves. */
export function renderFormulas({ formulas, ...rest }: Formulas): TemplateResult {
  return html`
    <ul class="formulas">
      ${formulas.map((one) => renderFormula({ formulas, ...rest }, one))}
    </ul>
  `;
}

function renderFormula(around: Formulas, offer: FormulaOffer): TemplateResult {
  const { localize, words, choose } = around;
  const { formula } = offer;
  const name = localize.text(formula.name);
  return html`
    <li class="formula" part="formula">
      <h3>${name}</h3>
      ${formula.explanation ? html`<p>${localize.text(formula.explanation)}</p>` : nothing}
      ${renderFacts(around, offer)} ${renderBooking(around, offer)}
      <button
        class="button ${offer.booking === 'open' ? 'primary' : ''}"
        type="button"
        aria-label=${offer.booking === 'open' ? words.chooseNamed(name) : words.lookNamed(name)}
        @click=${() => choose(formula.id)}
      >
        ${offer.booking === 'open' ? words.choose : words.look}
      </button>
    </li>
  `;
}

/** What it holds and what it gives, in short lines. */
export function renderFacts(
  { localize, words }: Pick<Formulas, 'localize' | 'words'>,
  { formula, performances }: FormulaOffer,
): TemplateResult {
  const { facts } = words;
  const size = formula.series ? facts.series(performances) : facts.among(performances);
  const parts = formula.parts.map(({ from, name }) => facts.part(from, localize.text(name)));
  return html`
    <ul class="facts">
      ${[size, ...tiersInWords(formula, localize, words), ...parts].map((fact) => html`<li>${fact}</li>`)}
    </ul>
  `;
}

function tiersInWords(
  { tiers, most, series }: SubscriptionFormula,
  localize: Localize,
  words: SubscriptionWords,
): string[] {
  return tiers.map(({ from, price }) =>
    (from === most || series ? words.facts.exactly : words.facts.from)(
      from,
      priceInWords(localize, words.price, price),
    ),
  );
}

/** When it can be booked, where that is not simply now. */
export function renderBooking(
  { localize, words, timeZone }: Pick<Formulas, 'localize' | 'words' | 'timeZone'>,
  { formula, booking }: FormulaOffer,
  hasEarly = false,
): TemplateResult | typeof nothing {
  const day = (instant: string) => localize.format(instant, { dateStyle: 'long', timeZone });
  const { bookFrom, bookUntil } = formula;
  const note = { tone: booking === 'open' ? '' : 'warning', text: '' };
  if (booking === 'over') note.text = words.booking.over;
  else if (booking === 'not-yet' && bookFrom) note.text = words.booking.notYet(day(bookFrom));
  else if (hasEarly && bookFrom) note.text = words.booking.early(day(bookFrom));
  else if (bookUntil) return html`<p class="small quiet">${words.booking.until(day(bookUntil))}</p>`;
  return note.text ? html`<p class="notice ${note.tone}" part="booking">${note.text}</p>` : nothing;
}
