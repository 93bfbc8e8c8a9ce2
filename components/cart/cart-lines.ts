import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Line } from '../../sdk/contract/index.ts';
import type { CentreLines, PerformanceLines } from '../../sdk/model/lines.ts';
import type { CentreController } from '../internal/centre-controller.ts';
import { crossIcon, returnIcon } from '../internal/icons.ts';
import type { Localize } from '../internal/localize.ts';
import { performanceHead } from '../internal/performance-head.ts';
import { placeName } from '../internal/place-name.ts';
import type { Translation } from '../translations/index.ts';

/** What the lines of a cart need of the cart around them. */
interface Surroundings {
  readonly localize: Localize;
  readonly centre: CentreController;
  readonly words: Translation['cart'];
  readonly remove: (line: Line) => void;
  readonly putBack: (line: Line) => void;
  /** What is said of a place beside its price type. */
  readonly more: (line: Line) => unknown;
}

/** What one centre plays of the cart; its name stands above it once partners are in the cart too. */
export function centreLines(
  { owner, performances }: CentreLines,
  removed: ReadonlyMap<string, readonly Line[]>,
  isNamed: boolean,
  around: Surroundings,
): TemplateResult {
  const name = owner?.name ?? around.centre.name;
  return html`
    <div class="centre" part="centre">
      ${isNamed ? html`<p class="owner">${around.localize.translation.common.playsAt(name)}</p>` : nothing}
      <ul class="performances">
        ${repeat(
          performances,
          ({ performance }) => performance.id,
          (group) => performanceLines(group, removed.get(group.performance.id) ?? [], around),
        )}
      </ul>
    </div>
  `;
}

/** The places of one performance, and those that were just given back. */
function performanceLines(
  { performance, lines }: PerformanceLines,
  removed: readonly Line[],
  around: Surroundings,
): TemplateResult {
  return html`
    <li>
      ${performanceHead(around.localize, performance, around.centre.timeZone)}
      <ul class="lines">
        ${repeat(
          lines,
          (line) => line.id,
          (line) => cartLine(line, around),
        )}
        ${removed.map((line) => removedLine(line, around))}
      </ul>
    </li>
  `;
}

function cartLine(line: Line, { localize, centre, words, remove, more }: Surroundings): TemplateResult {
  const name = placeName(localize, line.place);
  return html`
    <li class="line" part="line">
      <span>
        <span class="place">${name}</span>
        <span class="quiet small">${centre.priceTypeName(line)}</span> ${more(line)}
      </span>
      <span class="amount">${localize.money(line.price)}</span>
      <button
        class="button quiet remove"
        type="button"
        aria-label=${words.removePlace(name)}
        title=${words.removePlace(name)}
        @click=${() => remove(line)}
      >
        ${crossIcon}
      </button>
    </li>
  `;
}

/** What stands where a place was, until the cart changes: a slip of the finger must not cost a seat. */
export function removedLine(line: Line, { localize, words, putBack }: Surroundings): TemplateResult {
  return html`
    <li class="line removed" part="line">
      <span class="place">${words.removed(placeName(localize, line.place))}</span>
      <button class="button quiet" type="button" data-line=${line.id} @click=${() => putBack(line)}>
        ${returnIcon} ${words.undo}
      </button>
    </li>
  `;
}
