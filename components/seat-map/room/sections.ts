import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../internal/localize.ts';
import type { Hall } from '../hall-model.ts';
import { zoneColour } from '../legend.ts';
import type { Names } from '../names.ts';

export interface Sections {
  readonly hall: Hall;
  readonly names: Names;
  readonly localize: Localize;
  /** What was typed to find a part by. */
  readonly search: string;
  readonly find: (search: string) => void;
  readonly choose: (section: number) => void;
}

/** All parts of the hall by floor, with what is left and what it costs; typing leaves those whose name has the text. */
export function renderSections(sections: Sections): TemplateResult {
  const { hall, names, localize, search, find, choose } = sections;
  const { plan } = hall.scene;
  const words = localize.translation.seatRoom;
  const wanted = search.trim().toLocaleLowerCase();
  const floorName = (floor: number) => localize.text(plan.floors[floor]?.name ?? { nl: '' });
  const isWanted = (section: number) =>
    `${names.section(section)} ${floorName(plan.sections[section]?.floor ?? 0)}`.toLocaleLowerCase().includes(wanted);
  const found = plan.sections.map((_, section) => section).filter(isWanted);
  const chooseFirst = ({ key }: KeyboardEvent) => {
    if (key === 'Enter' && found[0] !== undefined) choose(found[0]);
  };
  const floors = plan.floors.map((_, floor) => found.filter((section) => plan.sections[section]?.floor === floor));
  return html`
    <input
      class="input"
      type="search"
      autofocus
      aria-label=${words.findSection}
      placeholder=${words.findSection}
      .value=${search}
      @input=${({ target }: Event) => find((target as HTMLInputElement).value)}
      @keydown=${chooseFirst}
    />
    ${found.length === 0 ? html`<p role="status">${words.noSection}</p>` : nothing}
    ${floors.map((within, floor) =>
      within.length === 0
        ? nothing
        : html`
            ${plan.floors.length > 1 ? html`<h3>${floorName(floor)}</h3>` : nothing}
            <ul class="sections">
              ${within.map((section) => renderSection(sections, section))}
            </ul>
          `,
    )}
  `;
}

function renderSection({ hall, names, localize, choose }: Sections, section: number): TemplateResult {
  const offer = hall.summary.sections[section];
  return html`
    <li>
      <button type="button" class="part" @click=${() => choose(section)} ${zoneColour(offer?.zone ?? 0)}>
        <span class="swatch"></span>
        <span class="name">${names.section(section)}</span>
        <span class="quiet small" dir="auto">
          ${localize.translation.seatMap.free(offer?.free ?? 0)}${offer?.price ? ` · ${names.priceRange(offer.price)}` : ''}
        </span>
      </button>
    </li>
  `;
}
