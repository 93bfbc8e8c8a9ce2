import { html, nothing, type TemplateResult } from 'lit';
import { clash } from '../../sdk/model/subscriptions/clash.ts';
import { eveningOfLine, eveningOfOffer, isFull } from '../../sdk/model/subscriptions/propose.ts';
import type { Offer } from '../../sdk/model/subscriptions/types.ts';
import { checkIcon } from '../internal/icons.ts';
import { placeNames } from '../internal/place-name.ts';
import { type Around, has, holderName, titleOf } from './around.ts';

/** One performance: when, what, where, how many places, what it costs; and whether it is chosen, by whom. */
export function renderOffer(around: Around, offer: Offer): TemplateResult {
  const { localize, now } = around;
  const { performance, timeZone, reference, owner, isOwn } = offer;
  const format = (options: Intl.DateTimeFormatOptions) =>
    localize.format(performance.startsAt, { timeZone, ...options });
  const isChosen = now.holders.some((holder) => has(holder, offer));
  return html`
    <li class="offer ${isChosen ? 'chosen' : ''} ${offer.isOpen ? '' : 'shut'}" part="offer" data-reference=${reference}>
      <p class="when">
        <time datetime=${performance.startsAt}>
          <span>${format({ weekday: 'short' })}</span> <strong>${format({ day: 'numeric', month: 'short' })}</strong>
          <span class="quiet">${format({ hour: '2-digit', minute: '2-digit' })}</span>
        </time>
      </p>
      <div class="about">
        <h4 tabindex="-1">${localize.text(performance.title)}</h4>
        <p class="small quiet">
          ${[
            performance.subtitle && localize.text(performance.subtitle),
            around.genreName(performance.genre),
            localize.text(performance.hall.name),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        ${isOwn ? nothing : html`<p class="small owner" part="centre">${localize.translation.common.playsAt(owner.name)}</p>`}
        ${renderClash(around, offer)}
      </div>
      ${renderMoney(around, offer)} ${renderAct(around, offer)} ${renderHeld(around, offer)}
      ${renderTrouble(around, offer)}
      ${around.seatsOf === reference ? around.renderSeats(offer) : nothing}
    </li>
  `;
}

function renderMoney({ localize, words }: Around, { performance, within, isOpen, isEarly }: Offer): TemplateResult {
  const { priceFrom, availability, state } = performance;
  if (!isOpen) {
    const why = state === 'on-sale' ? words.soldOut : words.state[state];
    return html`<p class="money quiet">${availability.level === 'sold-out' ? words.soldOut : why}</p>`;
  }
  const free = html`<span class="small ${availability.level === 'few' ? 'few' : 'quiet'}">
    ${isEarly ? words.early : words.free(availability.free)}
  </span>`;
  const isLess = within !== null && within.cents < priceFrom.cents;
  const price = isLess ? within : priceFrom;
  return html`
    <p class="money">
      <strong>${price.cents === 0 ? words.gratis : words.from(localize.price(price))}</strong>
      ${isLess ? html`<span class="small quiet">${words.within(localize.price(priceFrom))}</span>` : nothing} ${free}
    </p>
  `;
}

/** Said before somebody chooses it, too. */
function renderClash(around: Around, offer: Offer): TemplateResult | typeof nothing {
  const { localize, words, now } = around;
  const others = now.holders.flatMap(({ chosen }) =>
    chosen.filter(
      (one) =>
        one.reference !== offer.reference &&
        clash(eveningOfOffer(offer), eveningOfLine(one.line.performance, now.offers)),
    ),
  );
  const titles = [...new Set(others.map((one) => titleOf(localize, one)))];
  if (titles.length === 0) return nothing;
  return html`<p class="small clash">${words.clash(localize.list(titles))}</p>`;
}

function renderAct(around: Around, offer: Offer): TemplateResult | typeof nothing {
  const { now, words, localize, acts } = around;
  const { formula, booking } = now.formula;
  const title = localize.text(offer.performance.title);
  const lacking = now.holders.filter((one) => !has(one, offer) && !isFull(formula, one));
  const isMany = now.holders.length > 1;
  if (formula.series || booking !== 'open') return nothing;
  // Each person has a switch; the button is for who is not alone.
  const canAdd = offer.isOpen && lacking.length > (isMany ? 1 : 0);
  const isComing = now.underWay === offer.reference;
  const name = isMany ? words.addAllNamed(title, lacking.length) : words.addNamed(title);
  return html`
    <div class="act">
      ${
        canAdd
          ? html`<button
              class="button add"
              type="button"
              aria-disabled=${now.underWay !== null}
              aria-label=${isComing ? nothing : name}
              @click=${() => acts.add(offer)}
            >
              ${isComing ? localize.translation.common.loading : isMany ? words.addAll(lacking.length) : words.add}
            </button>`
          : nothing
      }
      ${isMany && (offer.isOpen || lacking.length < now.holders.length) ? renderPeople(around, offer, title) : nothing}
    </div>
  `;
}

/** Who comes along: one switch a person. */
function renderPeople(around: Around, offer: Offer, title: string): TemplateResult {
  const { now, words, acts } = around;
  return html`
    <div class="people">
      ${now.holders.map((holder) => {
        const isIn = has(holder, offer);
        const name = holderName(around, holder);
        const isShut = !isIn && (!offer.isOpen || isFull(now.formula.formula, holder));
        return html`<button
          class="person"
          type="button"
          aria-pressed=${isIn}
          aria-disabled=${now.underWay !== null || isShut}
          aria-label=${words.addFor(title, name)}
          @click=${() => (isShut ? undefined : isIn ? acts.remove(offer, title, holder) : acts.add(offer, [holder]))}
        >
          ${isIn ? checkIcon : nothing} ${name}
        </button>`;
      })}
    </div>
  `;
}

/** The places that are held, and the way to others. */
function renderHeld(around: Around, offer: Offer): TemplateResult | typeof nothing {
  const { localize, words, acts, now } = around;
  const title = localize.text(offer.performance.title);
  const places = now.holders.flatMap(({ chosen }) =>
    chosen.flatMap(({ reference, line }) => (reference === offer.reference ? line.place : [])),
  );
  if (places.length === 0) return nothing;
  const canRemove = !now.formula.formula.series && now.holders.length === 1;
  return html`
    <div class="held">
      <p class="places">${checkIcon}<span>${placeNames(localize, places)}</span></p>
      <button
        class="button quiet"
        type="button"
        aria-label=${words.ownSeatsNamed(title)}
        @click=${() => acts.openSeats(offer)}
      >
        ${words.ownSeats}
      </button>
      ${
        canRemove
          ? html`<button
              class="button quiet"
              type="button"
              aria-disabled=${now.underWay !== null}
              aria-label=${words.removeNamed(title)}
              @click=${() => acts.remove(offer, title)}
            >
              ${words.remove}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** What is in the cart already, or what went wrong, stands where it happened. */
function renderTrouble({ now, words, localize, acts }: Around, offer: Offer): TemplateResult {
  const { trouble, loose } = now;
  const title = localize.text(offer.performance.title);
  const own = loose.filter(({ performance }) => performance.id === offer.reference);
  const lacks = now.holders.some((holder) => !has(holder, offer));
  return html`
    ${
      trouble?.performance === offer.reference
        ? html`<p class="notice danger">
            ${trouble.failure.code === 'seats_taken' ? words.full(title) : localize.failure(trouble.failure)}
          </p>`
        : nothing
    }
    ${
      own.length > 0 && lacks && now.underWay === null
        ? html`<div class="notice">
            <p>${words.takeIn(own.length)}</p>
            <button class="button" type="button" @click=${() => acts.takeIn(offer.reference)}>${words.takeInDo}</button>
          </div>`
        : nothing
    }
  `;
}
