import { html, nothing, type TemplateResult } from 'lit';
import type { Line } from '../../sdk/contract/index.ts';
import type { PartSource } from '../internal/foyer-element.ts';
import { placeName } from '../internal/place-name.ts';
import { wordsOf } from './code-field.ts';

/** How the price of a place came about, for who wants to know: every step, adding up to the price. */
export function whyThisPrice({ why, price, place }: Line, source: PartSource): TemplateResult | typeof nothing {
  if (!why) return nothing;
  const { why: words } = wordsOf(source);
  const { localize } = source;
  return html`
    <details class="why small" part="why">
      <summary aria-label=${words.titleOf(placeName(localize, place))}>${words.title}</summary>
      <dl class="sums">
        ${why.map(
          ({ name, amount }) =>
            html`<div><dt>${localize.text(name)}</dt><dd class="amount">${localize.money(amount)}</dd></div>`,
        )}
        <div class="sum"><dt>${words.price}</dt><dd class="amount">${localize.money(price)}</dd></div>
      </dl>
    </details>
  `;
}
