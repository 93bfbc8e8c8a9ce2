import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { UsedCode } from '../../sdk/contract/index.ts';
import type { PartSource } from '../internal/foyer-element.ts';
import { crossIcon } from '../internal/icons.ts';
import { wordsOf, worthOf } from './code-field.ts';

/** Codes that were given: what each is, until when, what it is worth here, and the way to take it back. */
export function usedCodes(codes: readonly UsedCode[], source: PartSource): TemplateResult {
  return html`
    <ul class="codes">
      ${repeat(
        codes,
        ({ code }) => code,
        (code) => usedCode(code, source),
      )}
    </ul>
  `;
}

function usedCode(used: UsedCode, source: PartSource): TemplateResult {
  const { code: words } = wordsOf(source);
  const { localize } = source;
  const name = localize.text(used.name);
  const remove = words.remove(`${name} ${used.code}`);
  return html`
    <li class="row" part="used-code">
      <span>
        <span class="name">${name}</span> <span class="quiet small code-text">${used.code}</span>
        <span class="quiet small facts">${[worthOf(used, source), periodOf(used, source)].filter(Boolean).join(' · ')}</span>
      </span>
      <button class="button quiet remove" type="button" aria-label=${remove} @click=${() => void take(used, source)}>
        ${crossIcon}
      </button>
    </li>
  `;
}

/** How long a voucher or pass is valid: said for every one, also when that is for ever. */
function periodOf({ kind, validUntil }: UsedCode, source: PartSource): string {
  const { code: words } = wordsOf(source);
  if (validUntil === null) return kind === 'promotion' ? '' : words.forEver;
  return words.validUntil(source.localize.format(validUntil, { dateStyle: 'long', timeZone: source.centre.timeZone }));
}

async function take(used: UsedCode, source: PartSource): Promise<void> {
  const answer = await source.shop()?.cart.removeCode(used.code);
  if (answer?.error) source.announce(source.localize.failure(answer.error), 'assertive');
  else source.announce(wordsOf(source).code.removed(source.localize.text(used.name)));
}
