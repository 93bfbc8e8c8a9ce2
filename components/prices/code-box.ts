import { html, nothing, type TemplateResult } from 'lit';
import type { Cart, PriceList, PriceType, UsedCode } from '../../sdk/contract/index.ts';
import type { PartSource } from '../internal/foyer-element.ts';
import { type CodeField, wordsOf } from './code-field.ts';
import { usedCodes } from './used-codes.ts';

/** The pass a price type asks for, where none was shown. */
export function lockOf({ id }: PriceType, { access }: PriceList, { extras }: Cart): string | undefined {
  const pass = access.find(({ priceType }) => priceType === id)?.pass;
  const isShown = extras?.codes.some(({ formula }) => formula === pass);
  return pass === undefined || isShown ? undefined : pass;
}

/** Codes that were given, and, folded away, the field for one more with what it would open. */
export function codeBox(
  { codes, cart, list }: { readonly codes: readonly UsedCode[]; readonly cart: Cart; readonly list?: PriceList },
  field: CodeField,
  source: PartSource,
): TemplateResult {
  const { code: words, why } = wordsOf(source);
  const needed = list ? passesNeeded(cart, list, source) : [];
  return html`
    <div part="codes">
      ${codes.length > 0 ? usedCodes(codes, source) : nothing}
      <details>
        <summary>${words.title}</summary>
        ${needed.map((sentence) => html`<p class="small">${sentence}</p>`)}
        ${field.render(needed.length > 0 ? why.passHint : words.hint)}
      </details>
    </div>
  `;
}

/** Such as `Vrienden is voor wie een Vriendenpas heeft.`, of each price type that is locked for the places of a cart. */
function passesNeeded(cart: Cart, list: PriceList, source: PartSource): string[] {
  const { why } = wordsOf(source);
  const { localize, centre } = source;
  if (!cart.lines.some(({ performance }) => !performance.owner)) return [];
  return centre.priceTypes.flatMap((type) => {
    const pass = list.passes.find(({ id }) => id === lockOf(type, list, cart));
    return pass ? why.passNeeded(localize.text(type.name), localize.text(pass.name)) : [];
  });
}
