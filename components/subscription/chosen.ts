import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Line } from '../../sdk/contract/index.ts';
import type { Chosen, Holder } from '../../sdk/model/subscriptions/types.ts';
import { crossIcon } from '../internal/icons.ts';
import { placeName } from '../internal/place-name.ts';
import { type Around, holderName } from './around.ts';

/** What is held for whom, what it costs now and what it saves. */
export function renderChosen(around: Around): TemplateResult {
  const { words, now, localize } = around;
  const holders = now.holders.filter(({ chosen }) => chosen.length > 0);
  return html`
    <section class="summary" part="chosen" aria-labelledby="chosen">
      <h3 id="chosen" tabindex="-1">${words.chosen}</h3>
      ${
        holders.length === 0
          ? html`<p class="quiet">${words.nothingChosen}</p>`
          : html`
              ${repeat(
                holders,
                ({ id }) => id,
                (holder) => renderFor(around, holder),
              )}
              <p class="total" part="total"><span>${words.total}</span> <span class="amount">${localize.money(now.total)}</span></p>
              ${now.saved.cents > 0 ? html`<p class="saved">${words.progress.saved(localize.money(now.saved))}</p>` : nothing}
              ${renderIncomplete(around)}
            `
      }
    </section>
  `;
}

/** What holds while somebody has too little for a subscription; other than usual for what only subscribers can have. */
function renderIncomplete({ words, now }: Around): TemplateResult | typeof nothing {
  const lacking = now.holders.filter(({ chosen, progress }) => chosen.length > 0 && !progress.complete);
  if (lacking.length === 0) return nothing;
  const early = new Set(now.offers.flatMap(({ reference, isEarly }) => (isEarly ? reference : [])));
  const isHeld = lacking.some(({ chosen }) => chosen.some(({ reference }) => early.has(reference)));
  return html`<p class="small quiet">${isHeld ? words.incompleteEarly : words.incomplete}</p>`;
}

function renderFor(around: Around, holder: Holder): TemplateResult {
  return html`
    <div class="for">
      ${around.now.holders.length > 1 ? html`<h4>${holderName(around, holder)}</h4>` : nothing}
      <ul class="lines">
        ${repeat(
          holder.chosen,
          ({ line }) => line.id,
          (one) => renderLine(around, holder, one),
        )}
      </ul>
    </div>
  `;
}

function renderLine(around: Around, holder: Holder, { line, reference }: Chosen): TemplateResult {
  const { localize, words, acts, now, timeZone } = around;
  const title = localize.text(line.performance.title);
  const named = now.holders.length > 1 ? words.addFor(title, holderName(around, holder)) : title;
  return html`
    <li class="line" part="line">
      <span>
        <span class="place">${title}</span>
        <span class="quiet small">
          ${localize.format(line.performance.startsAt, { timeZone, day: 'numeric', month: 'short' })} ·
          ${placeName(localize, line.place)}
        </span>
      </span>
      <span class="amount">
        ${renderUsual(around, line)} ${localize.money(line.price)}
      </span>
      ${
        now.formula.formula.series
          ? nothing
          : html`<button
              class="button quiet remove"
              type="button"
              aria-label=${words.removeNamed(named)}
              aria-disabled=${now.underWay !== null}
              @click=${() => acts.remove({ reference }, title, holder)}
            >
              ${crossIcon}
            </button>`
      }
    </li>
  `;
}

/** What it would cost without the subscription, where that is more. */
function renderUsual({ localize }: Around, { why, price }: Line): TemplateResult | typeof nothing {
  const off = (why ?? []).find(({ kind }) => kind === 'subscription')?.amount.cents ?? 0;
  if (off >= 0) return nothing;
  return html`<s class="small quiet">${localize.money({ cents: price.cents - off, currency: price.currency })}</s>`;
}
