import { html, nothing, type TemplateResult } from 'lit';
import type { Cart, Line, Money, PriceList, Product } from '../../../sdk/contract/index.ts';
import { isAmong } from '../../../sdk/model/pricing/selection.ts';
import { changeProduct, type WantedProduct } from '../../prices/change-product.ts';
import { wordsOf } from '../../prices/code-field.ts';
import type { ExtrasSource } from './extras.ts';

/** What gifts are rounded up to, in cents: the next five euros. */
const ROUND = 500;

/** How many of a product a cart may have: one for each of the places it goes with, where it goes with places. */
export function mostOf(product: Product, lines: readonly Line[]): number {
  const { offeredWith, perTicket, most } = product;
  if (!offeredWith) return most;
  const places = lines.filter(({ performance }) =>
    isAmong(offeredWith, {
      id: performance.id,
      owner: performance.owner?.id ?? null,
      centre: performance.owner?.id ?? '',
      genre: performance.genre ?? '',
      tags: performance.tags ?? [],
      startsAt: 0,
      onSaleAt: 0,
    }),
  ).length;
  return places === 0 ? 0 : Math.min(most, perTicket ? places : most);
}

/** What may be added, never added by itself: extras to the places, and gifts for somebody else. */
export function offers(cart: Cart, { products }: PriceList, source: ExtrasSource): TemplateResult | typeof nothing {
  const { basket: words } = wordsOf(source);
  const has = (id: string) => cart.extras?.products.some(({ product }) => product === id) ?? false;
  const free = products.filter((product) => !has(product.id) && mostOf(product, cart.lines) > 0);
  const extras = free.filter(({ kind }) => kind === 'extra');
  const gifts = free.filter(({ kind }) => kind === 'donation');
  const list = (title: string, some: readonly Product[]) =>
    some.length === 0
      ? nothing
      : html`
        <div part="offers">
          <h3>${title}</h3>
          <ul>
            ${some.map((product) => offer(product, cart, source))}
          </ul>
        </div>
      `;
  return html`${list(words.offers, extras)} ${list(words.gifts, gifts)}`;
}

function offer(product: Product, cart: Cart, source: ExtrasSource): TemplateResult {
  const { localize } = source;
  const { price, explanation } = product;
  const name = localize.text(product.name);
  return html`
    <li class="row offer" part="offer">
      <span>
        <span>${name}</span>
        ${'cents' in price ? html`<span class="amount quiet">${localize.money(euros(price.cents))}</span>` : nothing}
        ${explanation ? html`<span class="quiet small facts">${localize.text(explanation)}</span>` : nothing}
      </span>
      <span class="choices">${'cents' in price ? addButton(product, name, source) : gifts(product, name, cart, source)}</span>
    </li>
  `;
}

function addButton({ id }: Product, name: string, source: ExtrasSource): TemplateResult {
  const { basket: words } = wordsOf(source);
  return html`
    <button class="button" type="button" aria-label=${words.addThis(name)} @click=${() => give(source, name, { product: id, quantity: 1 })}>
      ${words.add}
    </button>
  `;
}

/** Amounts to give: those the centre proposes, and what makes the total round. */
function gifts({ id, price }: Product, name: string, { total }: Cart, source: ExtrasSource) {
  if ('cents' in price) return nothing;
  const { basket: words } = wordsOf(source);
  const { localize } = source;
  const up = ROUND - (total.cents % ROUND);
  const canRound = total.cents > 0 && up >= price.least && up < ROUND;
  const button = (cents: number, text: string) => html`
    <button
      class="button"
      type="button"
      aria-label=${words.give(text, name)}
      @click=${() => give(source, name, { product: id, quantity: 1, cents })}
    >
      ${text}
    </button>
  `;
  return html`
    ${price.proposals.map((cents) => button(cents, localize.price(euros(cents))))}
    ${canRound ? button(up, words.roundUp(localize.price(euros(total.cents + up)))) : nothing}
  `;
}

/** The button that was pressed goes; what was added takes the focus. */
async function give(source: ExtrasSource, name: string, wanted: WantedProduct): Promise<void> {
  if (await changeProduct(source, name, wanted)) source.focus('[part~=products] li:last-child button');
}

const euros = (cents: number): Money => ({ cents, currency: 'EUR' });
