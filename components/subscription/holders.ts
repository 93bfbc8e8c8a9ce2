import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Holder } from '../../sdk/model/subscriptions/types.ts';
import { crossIcon } from '../internal/icons.ts';
import { type Around, has, holderName } from './around.ts';
import { renderProgress } from './progress.ts';

/** As many as one order may have. */
const MOST_HOLDERS = 10;

/** For whom a subscription is chosen, how far each of them is, and the way to one more. */
export function renderHolders(around: Around): TemplateResult {
  const { words, now, acts } = around;
  return html`
    <section class="holders" part="holders" aria-labelledby="holders">
      <h3 id="holders" tabindex="-1">${words.holders}</h3>
      <ul>
        ${repeat(
          now.holders,
          ({ id }) => id,
          (holder) => renderHolder(around, holder),
        )}
      </ul>
      ${
        now.holders.length < MOST_HOLDERS
          ? html`<button class="button quiet" type="button" @click=${acts.addHolder}>+ ${words.addHolder}</button>`
          : nothing
      }
    </section>
  `;
}

function renderHolder(around: Around, holder: Holder): TemplateResult {
  const { words, now, acts } = around;
  const name = holderName(around, holder);
  return html`
    <li class="holder" part="holder">
      <div class="field">
        <label for="name-${holder.id}">
          ${now.holders.length > 1 ? words.holder(now.holders.indexOf(holder) + 1) : words.name}
          <span class="quiet">(${words.optional})</span>
        </label>
        <input
          class="input"
          id="name-${holder.id}"
          type="text"
          maxlength="80"
          autocomplete="off"
          .value=${live(holder.name)}
          @change=${({ target }: Event) => target instanceof HTMLInputElement && acts.nameHolder(holder, target.value)}
        />
        ${
          now.holders.length > 1
            ? html`<button
                class="button quiet remove"
                type="button"
                aria-label=${words.removeHolder(name)}
                @click=${() => acts.removeHolder(holder)}
              >
                ${crossIcon}
              </button>`
            : nothing
        }
      </div>
      ${renderProgress(around, holder)} ${renderCopy(around, holder)}
    </li>
  `;
}

/** The way to choose what somebody else has chosen, for who comes along. */
function renderCopy(around: Around, holder: Holder): TemplateResult | typeof nothing {
  const { words, now, acts } = around;
  const model = now.holders.find(
    (other) => other !== holder && other.chosen.some(({ reference }) => !has(holder, { reference })),
  );
  if (!model || model.chosen.length <= holder.chosen.length) return nothing;
  return html`
    <button class="button" type="button" aria-disabled=${now.underWay !== null} @click=${() => acts.copy(model, holder)}>
      ${words.copy(holderName(around, model))}
    </button>
  `;
}
