import { html, nothing, type TemplateResult } from 'lit';
import type { Proposal } from '../../sdk/model/subscriptions/types.ts';
import { type Around, holderName } from './around.ts';

/** A few performances that would go well with what is chosen, each with the reason. */
export function renderProposals(around: Around): TemplateResult | typeof nothing {
  const { words, now } = around;
  const isBegun = now.holders.some(({ chosen }) => chosen.length > 0);
  if (!isBegun || now.proposals.length === 0) return nothing;
  const holder = now.holders.find(({ id }) => id === now.proposals[0]?.holder);
  const isNamed = now.holders.length > 1 && holder !== undefined;
  return html`
    <section class="proposals" part="proposals" aria-labelledby="proposals">
      <h3 id="proposals">${isNamed ? words.proposalsFor(holderName(around, holder)) : words.proposals}</h3>
      <ul>
        ${now.proposals.map((proposal) => renderProposal(around, proposal))}
      </ul>
    </section>
  `;
}

function renderProposal(around: Around, { offer, because, part, holder }: Proposal): TemplateResult {
  const { localize, words, acts, now } = around;
  const { performance, timeZone } = offer;
  const title = localize.text(performance.title);
  const reason = {
    part: () => words.because.part(part ? localize.text(part) : ''),
    genre: () => words.because.genre(around.genreName(performance.genre)),
    soon: () => words.because.soon,
  }[because]();
  return html`
    <li>
      <p><strong>${title}</strong></p>
      <p class="small quiet">
        ${localize.format(performance.startsAt, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })}
        · ${reason}
      </p>
      <button
        class="button"
        type="button"
        aria-disabled=${now.underWay !== null}
        aria-label=${words.addNamed(title)}
        @click=${() =>
          acts.add(
            offer,
            now.holders.filter(({ id }) => id === holder),
          )}
      >
        ${words.add}
      </button>
    </li>
  `;
}
