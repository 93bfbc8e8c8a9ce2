import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SeatBestWords } from '../../translations/seat-best/index.ts';
import type { Hall } from '../hall-model.ts';
import { minusIcon, plusIcon } from '../icons.ts';
import type { Names } from '../names.ts';
import type { Asked } from './best.ts';

export interface BestForm {
  readonly asked: Asked;
  readonly ask: (change: Partial<Asked>) => void;
  readonly find: () => void;
  readonly hall: Hall;
  readonly names: Names;
  readonly words: SeatBestWords;
  /** The hall has places of this kind. */
  readonly wheelchairs: boolean;
  readonly companions: boolean;
}

type Maybe = TemplateResult | typeof nothing;

/** What a visitor can ask for: how many, how dear, where, and what is needed. */
export function renderForm(form: BestForm): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    form.find();
  };
  return html`
    <form class="wish" @submit=${submit}>
      ${renderPlaces(form)} ${renderPrice(form)} ${renderSection(form)} ${renderNeeds(form)}
      <button class="button primary">${form.words.find}</button>
    </form>
  `;
}

function renderPlaces({ asked: { places }, ask, words }: BestForm): TemplateResult {
  const step = (by: 1 | -1, label: string, icon: TemplateResult) => html`
    <button type="button" class="button step" aria-label=${label} @click=${() => ask({ places: places + by })}>
      ${icon}
    </button>
  `;
  return html`
    <div class="field" role="group" aria-labelledby="how-many">
      <span id="how-many" class="label">${words.places}</span>
      <span class="stepper">
        ${step(-1, words.fewer, minusIcon)}
        <output class="amount" aria-live="polite">${places}</output>
        ${step(1, words.more, plusIcon)}
      </span>
    </div>
  `;
}

/** Only prices that leave something out are worth asking for. */
function renderPrice({ asked, ask, hall, names, words }: BestForm): Maybe {
  const usual = [...new Set([...hall.prices.values()].map((price) => price.usual))].sort((a, b) => a - b);
  if (usual.length < 2) return nothing;
  const options = usual.slice(0, -1).map((cents) => [String(cents), names.amount(cents)] as const);
  return select({
    id: 'up-to',
    label: words.upTo,
    value: asked.upTo === null ? '' : String(asked.upTo),
    options: [['', words.anyPrice], ...options.reverse()],
    choose: (value) => ask({ upTo: value === '' ? null : Number(value) }),
  });
}

function renderSection({ asked, ask, hall, names, words }: BestForm): Maybe {
  const { sections } = hall.scene.plan;
  if (sections.length < 2) return nothing;
  const options = sections.flatMap((_, index) => {
    const free = hall.summary.sections[index]?.free ?? 0;
    return free > 0 ? [[String(index), names.section(index)] as const] : [];
  });
  return select({
    id: 'where',
    label: words.section,
    value: String(asked.section),
    options: [['-1', words.anySection], ...options],
    choose: (value) => ask({ section: Number(value) }),
  });
}

function renderNeeds({ asked, ask, words, wheelchairs, companions }: BestForm): TemplateResult {
  return html`
    <div class="needs">
      ${tick(words.aisle, asked.aisle, (aisle) => ask({ aisle }))}
      ${wheelchairs ? tick(words.wheelchair, asked.wheelchair, (wheelchair) => ask({ wheelchair })) : nothing}
      ${
        companions && asked.wheelchair
          ? tick(words.companion, asked.companion, (companion) => ask({ companion }))
          : nothing
      }
    </div>
  `;
}

interface Select {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly choose: (value: string) => void;
}

const select = ({ id, label, value, options, choose }: Select): TemplateResult => html`
  <div class="field ${id}">
    <label for=${id}>${label}</label>
    <select id=${id} class="input" .value=${live(value)} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
      ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
    </select>
  </div>
`;

const tick = (label: string, checked: boolean, choose: (checked: boolean) => void): TemplateResult => html`
  <label class="tick">
    <input type="checkbox" .checked=${live(checked)} @change=${({ target }: Event) => choose((target as HTMLInputElement).checked)} />
    <span>${label}</span>
  </label>
`;
