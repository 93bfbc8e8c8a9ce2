import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChosenProduct, ProductLine } from '../../../sdk/contract/index.ts';
import { crossIcon, icon } from '../../internal/icons.ts';
import { changeProduct } from '../../prices/change-product.ts';
import { wordsOf } from '../../prices/code-field.ts';
import type { ExtrasSource } from './extras.ts';

const plusIcon = icon('M12 5v14M5 12h14');
const minusIcon = icon('M5 12h14');

/** What is in the cart beside places: each with how many, what it costs, and the way to more, fewer or none. */
export function productLines(
  lines: readonly ProductLine[],
  chosen: readonly ChosenProduct[],
  mostOf: (product: string) => number,
  source: ExtrasSource,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const { basket: words } = wordsOf(source);
  return html`
    <div part="products">
      <h3>${words.also}</h3>
      <ul>
        ${repeat(
          lines,
          ({ product, each }) => `${product} ${each.cents}`,
          (line) => {
            const about = chosen.find(
              (one) => one.product === line.product && (one.cents ?? line.each.cents) === line.each.cents,
            );
            return productLine(line, about, mostOf(line.product), source);
          },
        )}
      </ul>
    </div>
  `;
}

function productLine(line: ProductLine, chosen: ChosenProduct | undefined, most: number, source: ExtrasSource) {
  const { basket: words } = wordsOf(source);
  const { localize } = source;
  const name = localize.text(line.name);
  const set = (quantity: number) => void changeProduct(source, name, { product: line.product, ...chosen, quantity });
  const each = line.quantity > 1 ? words.each(localize.money(line.each)) : '';
  return html`
    <li class="row product" part="product">
      <span>
        <span>${name}</span> ${each ? html`<span class="quiet small facts">${each}</span>` : nothing}
      </span>
      <span class="amount">${localize.money(line.total)}</span>
      ${most > 1 ? stepper(name, line.quantity, most, set, words) : nothing}
      <button
        class="button quiet remove"
        type="button"
        aria-label=${words.remove(name)}
        @click=${async () => {
          if (await changeProduct(source, name, { product: line.product, ...chosen, quantity: 0 }))
            source.focus('#title');
        }}
      >
        ${crossIcon}
      </button>
    </li>
  `;
}

function stepper(
  name: string,
  quantity: number,
  most: number,
  set: (quantity: number) => void,
  words: ReturnType<typeof wordsOf>['basket'],
): TemplateResult {
  const step = (by: number, label: string, sign: TemplateResult, possible: boolean) => html`
    <button
      class="button quiet step"
      type="button"
      aria-label=${label}
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${() => possible && set(quantity + by)}
    >
      ${sign}
    </button>
  `;
  return html`
    <span class="stepper">
      ${step(-1, words.fewer(name), minusIcon, quantity > 1)} <span>${quantity}</span>
      ${step(1, words.more(name), plusIcon, quantity < most)}
    </span>
  `;
}
