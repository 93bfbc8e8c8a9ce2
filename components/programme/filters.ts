import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Accessibility, Owner } from '../../sdk/contract/index.ts';
import { WORDLESS } from '../../sdk/model/programme/index.ts';
import type { ProgrammeFilter } from '../../sdk/model/programme/types.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';

interface Filters {
  readonly words: ProgrammeWords;
  readonly filter: ProgrammeFilter;
  readonly genres: readonly string[];
  readonly centres: readonly Owner[];
  readonly accessibility: readonly Accessibility[];
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  readonly languageName: (code: string) => string;
  /** How many performances are left. */
  readonly count: number;
  /** Where there is little room the filters are behind a button. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly change: (part: Partial<ProgrammeFilter>) => void;
}

/** What a visitor can look for: words at once, the rest in a row beside it or behind a button. */
export function renderFilters(filters: Filters): TemplateResult {
  const { words, filter, count, isOpen, toggle, change } = filters;
  const active = activeIn(filter);
  return html`
    <div class="filters" part="filters" role="search">
      <div class="field search">
        <label for="search">${words.search}</label>
        <input
          class="input"
          id="search"
          type="search"
          autocomplete="off"
          .value=${live(filter.search)}
          @input=${({ target }: InputEvent) => change({ search: textIn(target) })}
        />
      </div>
      <button
        class="button toggle"
        type="button"
        aria-expanded=${isOpen}
        aria-controls="more"
        aria-label=${active > 0 ? `${words.filters} ${words.active(active)}` : nothing}
        @click=${toggle}
      >
        ${words.filters} ${active > 0 ? html`<span class="active">${active}</span>` : nothing}
      </button>
      <div class="more ${isOpen ? 'open' : ''}" id="more">
        <label class="check">
          <input
            id="free"
            type="checkbox"
            .checked=${live(filter.free)}
            @change=${({ target }: Event) => change({ free: target instanceof HTMLInputElement && target.checked })}
          />
          <span>${words.onlyFree}</span>
        </label>
        <div class="choices">
          ${genreField(filters)} ${centreField(filters)} ${dayField(filters, 'from')} ${dayField(filters, 'to')}
          ${accessibilityField(filters)} ${languageField(filters)}
        </div>
        <button class="button primary show" type="button" @click=${toggle}>${words.show(count)}</button>
      </div>
    </div>
  `;
}

/** How much is chosen behind the button; what is typed stands beside it. */
const activeIn = (filter: ProgrammeFilter): number =>
  Object.entries(filter).filter(([name, value]) => name !== 'search' && value).length;

const genreField = ({ words, filter, genres, change }: Filters) =>
  choice({
    ...{ id: 'genre', label: words.genre, any: words.anyGenre, value: filter.genre },
    options: genres.map((genre) => ({ value: genre, name: genreName(genre, words) })),
    change: (genre) => change({ genre }),
  });

/** Only where there is more than one centre to choose from. */
const centreField = ({ words, filter, centres, change }: Filters) =>
  centres.length < 2
    ? nothing
    : choice({
        ...{ id: 'centre', label: words.centre, any: words.anyCentre, value: filter.centre },
        options: centres.map(({ id, name }) => ({ value: id, name })),
        change: (centre) => change({ centre }),
      });

/** Only where something is done for somebody. */
const accessibilityField = ({ words, filter, accessibility, change }: Filters) =>
  accessibility.length === 0
    ? nothing
    : choice({
        ...{ id: 'accessibility', label: words.accessibility, any: words.anyAccessibility },
        value: filter.accessibility,
        options: accessibility.map((value) => ({ value, name: words.accessibilities[value] })),
        change: (value) => change({ accessibility: accessibility.find((known) => known === value) ?? '' }),
      });

/** Only where there is more than one to choose from. */
const languageField = ({ words, filter, languages, languageName, change }: Filters) =>
  languages.length < 2
    ? nothing
    : choice({
        ...{ id: 'language', label: words.language, any: words.anyLanguage, value: filter.language },
        options: languages.map((value) => ({
          value,
          name: value === WORDLESS ? words.wordless : languageName(value),
        })),
        change: (language) => change({ language }),
      });

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly change: (value: string) => void;
}

function choice({ id, label, any, value, options, change }: Choice): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select class="input" id=${id} .value=${live(value)} @change=${({ target }: Event) => change(textIn(target))}>
        <option value="" ?selected=${value === ''}>${any}</option>
        ${options.map(
          (option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.name}</option>`,
        )}
      </select>
    </div>
  `;
}

function dayField({ words, filter, change }: Filters, name: 'from' | 'to'): TemplateResult {
  return html`
    <div class="field">
      <label for=${name}>${words[name]}</label>
      <input
        class="input"
        id=${name}
        type="date"
        .value=${live(filter[name])}
        @change=${({ target }: Event) => change({ [name]: textIn(target) })}
      />
    </div>
  `;
}

const textIn = (target: EventTarget | null): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';

/** A genre in the visitor's words; one that we have no word for as the centre wrote it. */
export function genreName(genre: string, words: ProgrammeWords): string {
  const known: Readonly<Record<string, string>> = words.genres;
  return known[genre] ?? genre.charAt(0).toUpperCase() + genre.slice(1).replaceAll('-', ' ');
}
