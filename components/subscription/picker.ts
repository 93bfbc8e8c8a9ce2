import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { possible } from '../../sdk/model/subscriptions/propose.ts';
import type { Offer } from '../../sdk/model/subscriptions/types.ts';
import type { Around } from './around.ts';
import { renderOffer } from './offer.ts';

/** So many of the centre's own, and of its partners', are shown before the visitor asks for more. */
const AT_FIRST = 12;
/** With fewer there is nothing to look for. */
const FILTER_FROM = 7;

/** The performances of the formula: the centre's own, then its partners'; and how places are chosen. */
export function renderPicker(around: Around): TemplateResult {
  const { words, now } = around;
  const { formula } = now.formula;
  return html`
    <section class="picker" part="picker" aria-labelledby="shows">
      <h3 id="shows" tabindex="-1">${formula.series ? words.seriesShows : words.shows}</h3>
      ${renderPreference(around)} ${formula.series ? renderSeries(around) : renderFilters(around)} ${renderGroups(around)}
    </section>
  `;
}

function renderGroups(around: Around): TemplateResult {
  const { words, now } = around;
  const found = filtered(around);
  const [own, others] = [found.filter(({ isOwn }) => isOwn), found.filter(({ isOwn }) => !isOwn)];
  if (found.length === 0) {
    return html`<p class="empty quiet">${now.offers.length === 0 ? words.none : words.noneFound}</p>`;
  }
  return html`
    ${renderList(around, own)}
    ${others.length > 0 && own.length > 0 ? html`<p class="group">${words.neighbours}</p>` : nothing}
    ${renderList(around, others)}
  `;
}

function renderList(around: Around, offers: readonly Offer[]): TemplateResult | typeof nothing {
  if (offers.length === 0) return nothing;
  const { words, filter, now, acts } = around;
  const isShort = filter.whole || now.formula.formula.series || offers.length <= AT_FIRST + 2;
  const chosen = chosenOf(around);
  const shown = isShort ? offers : offers.filter((offer, at) => at < AT_FIRST || chosen.has(offer.reference));
  const next = offers.find((offer) => !shown.includes(offer));
  return html`
    <ul class="offers">
      ${repeat(
        shown,
        ({ reference }) => reference,
        (offer) => renderOffer(around, offer),
      )}
    </ul>
    ${
      next
        ? html`<button class="button wide" type="button" @click=${() => acts.showAll(next.reference)}>
            ${words.showAll(offers.length - shown.length)}
          </button>`
        : nothing
    }
  `;
}

const chosenOf = ({ now }: Around): ReadonlySet<string> =>
  new Set(now.holders.flatMap((holder) => holder.chosen.map(({ reference }) => reference)));

/** What is chosen stays in sight, whatever is filtered. */
function filtered(around: Around): readonly Offer[] {
  const { now, filter } = around;
  const chosen = chosenOf(around);
  const can = new Set(now.holders.flatMap((holder) => possible(now.offers, holder)));
  return now.offers.filter(
    (offer) =>
      chosen.has(offer.reference) ||
      ((!filter.genre || offer.performance.genre === filter.genre) && (!filter.possible || can.has(offer))),
  );
}

function renderFilters({ words, now, filter, acts, genreName }: Around): TemplateResult | typeof nothing {
  if (now.offers.length < FILTER_FROM) return nothing;
  const genres = [...new Set(now.offers.map(({ performance }) => performance.genre))].sort();
  return html`
    <div class="filters" role="search">
      <div class="field">
        <label for="genre">${words.genre}</label>
        <select
          class="input"
          id="genre"
          .value=${live(filter.genre)}
          @change=${({ target }: Event) => target instanceof HTMLSelectElement && acts.filter({ genre: target.value })}
        >
          <option value="">${words.anyGenre}</option>
          ${genres.map((genre) => html`<option value=${genre} ?selected=${genre === filter.genre}>${genreName(genre)}</option>`)}
        </select>
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(filter.possible)}
          @change=${({ target }: Event) => target instanceof HTMLInputElement && acts.filter({ possible: target.checked })}
        />
        <span>${words.onlyPossible}</span>
      </label>
    </div>
  `;
}

/** We choose the places; whether by quality or by price is the visitor's say. */
function renderPreference({ words, now, acts }: Around): TemplateResult | typeof nothing {
  if (now.formula.booking !== 'open' || !now.offers.some(({ isOpen }) => isOpen)) return nothing;
  return html`
    <fieldset class="preference">
      <legend>${words.seatsHow}</legend>
      ${(['best', 'cheapest'] as const).map(
        (prefer) => html`
          <label class="check">
            <input
              type="radio"
              name="prefer"
              value=${prefer}
              .checked=${live(now.prefer === prefer)}
              @change=${() => acts.prefer(prefer)}
            />
            <span>${words[prefer]}</span>
          </label>
        `,
      )}
      <p class="small quiet">${words.bestHint}</p>
    </fieldset>
  `;
}

/** A fixed series: nothing to choose, one press takes it all. */
function renderSeries({ words, now, acts, localize }: Around): TemplateResult | typeof nothing {
  const lacks = now.holders.some((holder) => holder.chosen.length < now.offers.length);
  const canBe = now.formula.booking === 'open' && now.offers.length > 0 && now.offers.every(({ isOpen }) => isOpen);
  if (!lacks || !canBe) return nothing;
  return html`
    <button class="button primary wide" type="button" aria-disabled=${now.underWay !== null} @click=${acts.addSeries}>
      ${now.underWay === null ? words.addSeries : localize.translation.common.loading}
    </button>
  `;
}
