import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../../sdk/stores/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { SubscriptionWords } from '../translations/subscription/index.ts';
import type { Around } from './around.ts';
import { renderChosen } from './chosen.ts';
import { type Formulas, renderBooking, renderFacts, renderFormulas } from './formulas.ts';
import { renderHolders } from './holders.ts';
import { renderPicker } from './picker.ts';
import { progressInWords } from './progress.ts';
import { renderProposals } from './proposals.ts';

/** The formulas, while none is chosen. */
export function renderToChoose(around: Formulas): TemplateResult {
  const { words, formulas } = around;
  return html`
    <h2 id="title" part="title" tabindex="-1">${words.title}</h2>
    ${formulas.length === 0 ? html`<p class="quiet">${words.noFormulas}</p>` : renderFormulas(around)}
  `;
}

/** Everything there is to see and do once a formula is chosen. */
export function renderChoosing(around: Around): TemplateResult {
  const { words, localize, now, acts } = around;
  const { explanation, name } = now.formula.formula;
  const isOpen = now.formula.booking === 'open';
  const hasEarly = now.offers.some(({ isEarly }) => isEarly);
  return html`
    <div class="head">
      <h2 id="title" part="title" tabindex="-1">${localize.text(name)}</h2>
      ${
        now.formulas.length > 1
          ? html`<button class="button quiet" type="button" @click=${() => acts.chooseFormula(null)}>
              ${words.other}
            </button>`
          : nothing
      }
    </div>
    ${explanation ? html`<p class="lead">${localize.text(explanation)}</p>` : nothing}
    ${renderFacts(around, now.formula)} ${renderBooking(around, now.formula, hasEarly)} ${renderNews(around)}
    ${isOpen ? renderHolders(around) : nothing} ${renderStrip(around)}
    <div class="columns">
      <div class="main">${renderProposals(around)} ${renderPicker(around)}</div>
      ${isOpen ? renderChosen(around) : nothing}
    </div>
  `;
}

/** What has to be known before anything else: who is away, what was lost, what went wrong with all of it. */
function renderNews(around: Around): TemplateResult {
  const { words, localize, now } = around;
  const { away, trouble } = now;
  return html`
    ${away.length > 0 ? html`<p class="notice warning">${words.away(localize.list(away), away.length)}</p>` : nothing}
    ${renderLost(around)}
    ${trouble?.performance === null ? html`<p class="notice danger">${localize.failure(trouble.failure)}</p>` : nothing}
  `;
}

function renderLost({ words, localize, now, acts }: Around): TemplateResult | typeof nothing {
  if (now.lost.length === 0) return nothing;
  const titles = new Set(now.lost.map(({ line }) => localize.text(line.performance.title)));
  return html`
    <div class="notice warning" part="lost">
      <h3>${words.lost}</h3>
      <p>${words.lostText(localize.list([...titles]))}</p>
      <button class="button" type="button" aria-disabled=${now.underWay !== null} @click=${acts.takeAgain}>
        ${words.takeAgain}
      </button>
    </div>
  `;
}

/** Where there is little room, how far it is stays in sight while one looks through the performances. */
function renderStrip(around: Around): TemplateResult | typeof nothing {
  const { now } = around;
  const holder = now.holders.find(({ progress }) => !progress.complete) ?? now.holders[0];
  if (!holder || holder.chosen.length === 0) return nothing;
  const name = now.holders.length > 1 && holder.name ? `${holder.name}: ` : '';
  // Said with the holder already.
  return html`<p class="strip" aria-hidden="true">${name}${progressInWords(around, holder)}</p>`;
}

export function renderFailed(
  words: SubscriptionWords,
  localize: Localize,
  failure: Failure,
  again: () => void,
): TemplateResult {
  return html`
    <h2 id="title" part="title">${words.title}</h2>
    <div class="notice danger">
      <p>${words.failed} ${localize.failure(failure)}</p>
      <button class="button" type="button" @click=${again}>${localize.translation.common.tryAgain}</button>
    </div>
  `;
}

export function renderLoading(words: SubscriptionWords, localize: Localize): TemplateResult {
  return html`
    <h2 id="title" part="title">${words.title}</h2>
    <p class="spoken">${localize.translation.common.loading}</p>
    <div class="skeletons" aria-hidden="true">${Array.from({ length: 4 }, () => html`<i></i>`)}</div>
  `;
}
