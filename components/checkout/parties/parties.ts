import { html, type TemplateResult } from 'lit';
import type { Line } from '../../../sdk/contract/index.ts';
import { byCentre } from '../../../sdk/model/lines.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { type PartiesWords, partiesWords } from '../../translations/parties/index.ts';

export interface PartiesSource extends PartSource {
  /** Texts of the page's own. */
  messages(): Partial<PartiesWords>;
}

/** Says who sells, who plays and who keeps the buyer's details, where partners play. */
export class Parties {
  private readonly source: PartiesSource;

  constructor(source: PartiesSource) {
    this.source = source;
  }

  render(lines: readonly Line[]): TemplateResult {
    const { localize, centre, messages } = this.source;
    const words = { ...partiesWords.in(localize.language), ...messages() };
    const seller = centre.name;
    const houses = byCentre(lines).map(({ owner }) => owner?.name ?? seller);
    const partners = byCentre(lines).flatMap(({ owner }) => owner?.name ?? []);
    const named = localize.list(partners);
    return html`
      <div class="parties small" part="parties" role="group" aria-labelledby="parties">
        <h3 id="parties">${words.parties}</h3>
        <p>${words.sells(seller, named)}</p>
        <p>${words.plays(localize.list(houses))}</p>
        <p><strong>${words.keeps(seller, named, partners.length)}</strong></p>
      </div>
    `;
  }
}
