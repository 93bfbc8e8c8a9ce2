import { html, nothing, type TemplateResult } from 'lit';
import type { SubscriptionPrice } from '../../sdk/contract/index.ts';
import { isFull } from '../../sdk/model/subscriptions/propose.ts';
import type { Holder } from '../../sdk/model/subscriptions/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { SubscriptionWords } from '../translations/subscription/index.ts';
import { type Around, partsInWords } from './around.ts';

type PriceWords = SubscriptionWords['price'];

/** What a tier gives, in the words that are given: of its price now, or of what it would bring. */
export function priceInWords(localize: Localize, words: PriceWords, price: SubscriptionPrice): string {
  if (price.kind === 'percentage') return words.percentage(localize.percent(price.basisPoints));
  return words[price.kind](localize.price({ cents: price.cents, currency: 'EUR' }));
}

/** How far a subscription is, and what comes next: `Nog 2 voorstellingen, waarvan 1 dans.` */
export function progressInWords(around: Pick<Around, 'localize' | 'words' | 'now'>, holder: Holder): string {
  const { localize, words, now } = around;
  const { complete, missing, missingParts, next } = holder.progress;
  if (!complete && missing > 0) return words.progress.missing(missing, partsInWords(around, missingParts));
  if (!complete) return '';
  const { formula } = now.formula;
  const tier = next && formula.tiers.find(({ from }) => from === next.from);
  const after = tier && next ? words.progress.next(next.more, priceInWords(localize, words.gain, tier.price)) : '';
  const end = !after && isFull(formula, holder) && !formula.series ? words.progress.full : '';
  return [words.progress.complete, after, end].filter(Boolean).join(' ');
}

/** Performances until the subscription is complete, or until the next tier. */
function targetOf({ now }: Pick<Around, 'now'>, { progress, chosen }: Holder): number {
  const first = now.formula.formula.tiers[0]?.from ?? 1;
  return progress.complete ? (progress.next?.from ?? chosen.length) : Math.max(first, chosen.length + progress.missing);
}

/** More than these are no longer counted at a glance. */
const DOTS = 12;

/** The way so far: a mark for each performance, or a bar where they would be many; then the words. */
export function renderProgress(around: Around, holder: Holder): TemplateResult {
  const { words, localize } = around;
  const { chosen, progress, saved } = holder;
  const target = targetOf(around, holder);
  return html`
    <div class="progress ${progress.complete ? 'complete' : ''}" part="progress">
      ${
        target <= DOTS
          ? html`<span class="dots" aria-hidden="true">
              ${Array.from({ length: target }, (_, at) => html`<i class=${at < chosen.length ? 'on' : ''}></i>`)}
            </span>`
          : html`<progress max=${target} .value=${chosen.length} aria-hidden="true"></progress>`
      }
      <p>
        <span class="spoken">${words.progress.of(chosen.length, target)}. </span>${progressInWords(around, holder)}
        ${saved.cents > 0 ? html`<strong class="saved">${words.progress.saved(localize.money(saved))}</strong>` : nothing}
      </p>
      ${holder.clashes.map(
        ([one, other]) =>
          html`<p class="small clash">
            ${words.clashes(localize.text(one.line.performance.title), localize.text(other.line.performance.title))}
          </p>`,
      )}
    </div>
  `;
}
