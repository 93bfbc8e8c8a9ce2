import { html, nothing, type TemplateResult } from 'lit';
import type { PriceList, SubscriptionState } from '../../../sdk/contract/index.ts';
import { wordsOf } from '../../prices/code-field.ts';
import type { ExtrasSource } from './extras.ts';

/** The subscriptions of a cart by who holds them: how far each is, and what it saves. */
export function subscriptionList(
  states: readonly SubscriptionState[],
  list: PriceList | undefined,
  source: ExtrasSource,
): TemplateResult | typeof nothing {
  if (states.length === 0) return nothing;
  const { subscription: words } = wordsOf(source);
  const holders = [...Map.groupBy(states, ({ holder }) => holder)];
  return html`
    <div part="subscriptions">
      <h3>${words.title}</h3>
      ${holders.map(
        ([holder, own]) => html`
          <p class="holder small">${holder ? words.of(holder) : words.own}</p>
          <ul>
            ${own.map((state) => subscriptionRow(state, list, source))}
          </ul>
        `,
      )}
    </div>
  `;
}

function subscriptionRow(state: SubscriptionState, list: PriceList | undefined, source: ExtrasSource): TemplateResult {
  const { subscription: words, basket } = wordsOf(source);
  const { localize } = source;
  const formula = list?.subscriptions.find(({ id }) => id === state.formula);
  return html`
    <li class="row" part="subscription">
      <span>
        <span>${formula ? localize.text(formula.name) : words.title}</span>
        <span class="quiet small facts">${progressOf(state, source)}</span>
      </span>
      ${state.saved.cents > 0 ? html`<span class="small saved">${basket.saved(localize.money(state.saved))}</span>` : nothing}
    </li>
  `;
}

function progressOf({ lines, complete, missing, missingParts, next }: SubscriptionState, source: ExtrasSource): string {
  const { subscription: words } = wordsOf(source);
  const parts = missingParts.map(({ name, count }) => words.missingPart(count, source.localize.text(name)));
  return [
    words.count(lines.length),
    ...(!complete && missing > 0 ? [words.missing(missing)] : []),
    ...parts,
    ...(complete && next ? [words.next(next.more)] : []),
  ].join(' · ');
}
