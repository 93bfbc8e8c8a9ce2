import { html, nothing, type TemplateResult } from 'lit';
import type { Entitlement } from '../../../sdk/contract/index.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { wordsOf } from '../../prices/code-field.ts';

/** Vouchers and passes that came with an order: the code that each is, with a way to copy it, and until when it is valid. */
export function entitlementCards(
  entitlements: readonly Entitlement[],
  source: PartSource,
): TemplateResult | typeof nothing {
  if (entitlements.length === 0) return nothing;
  const { order: words } = wordsOf(source);
  return html`
    <div part="entitlements">
      <h3>${words.yours}</h3>
      <ul class="tickets">
        ${entitlements.map((one) => card(one, source))}
      </ul>
    </div>
  `;
}

function card(one: Entitlement, source: PartSource): TemplateResult {
  const { order: words } = wordsOf(source);
  const { localize } = source;
  const name = localize.text(one.name);
  const isValid = one.state === 'valid';
  return html`
    <li class="ticket entitlement" part="entitlement">
      <span class="place">${name}</span>
      ${one.amount ? html`<span class="quiet small">${words.worth(localize.money(one.amount))}</span>` : nothing}
      ${isValid ? html`<strong class="code-text">${one.code}</strong>` : html`<strong class="void">${words.state[one.state]}</strong>`}
      <span class="quiet small">${periodOf(one, source)}</span>
      ${
        isValid
          ? html`<button
            class="button"
            type="button"
            aria-label=${words.copyCode(name, one.code)}
            @click=${() => void copy(one.code, source)}
          >
            ${words.copy}
          </button>`
          : nothing
      }
    </li>
  `;
}

/** Until when it is valid: said for every one, also when that is for ever. */
function periodOf({ validUntil }: Entitlement, source: PartSource): string {
  const { code: words } = wordsOf(source);
  return validUntil === null
    ? words.forEver
    : words.validUntil(source.localize.format(validUntil, { dateStyle: 'long', timeZone: source.centre.timeZone }));
}

async function copy(code: string, source: PartSource): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    source.announce(wordsOf(source).order.copied(code));
  } catch {
    // A page that may not write to the clipboard still shows the code to be selected by hand.
    source.announce(code);
  }
}
