import type { Accessibility, Owner, Text } from '../../contract/index.ts';
import type { ProgrammeFilter, ProgrammeItem } from './types.ts';

/** Leaves everything. */
export const NO_FILTER: ProgrammeFilter = {
  ...{ search: '', genre: '', centre: '', from: '', to: '', free: false },
  ...{ accessibility: '', language: '' },
};

/** Of a performance in which nobody needs to understand words (ISO 639-2: no linguistic content). */
export const WORDLESS = 'zxx';

/**
 * What a visitor looks for in a programme, in the programme's order.
 * @param genreName What a genre is called in the visitor's language; found by its id only without it.
 */
export function filterProgramme(
  items: readonly ProgrammeItem[],
  filter: ProgrammeFilter,
  genreName: (genre: string) => string = (genre) => genre,
): readonly ProgrammeItem[] {
  const words = plain(filter.search).split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      (!filter.genre || item.performance.genre === filter.genre) &&
      (!filter.centre || item.owner.id === filter.centre) &&
      (!filter.from || item.day >= filter.from) &&
      (!filter.to || item.day <= filter.to) &&
      (!filter.free || isBookable(item)) &&
      (!filter.accessibility || (item.performance.accessibility?.includes(filter.accessibility) ?? false)) &&
      (!filter.language || isIn(item, filter.language)) &&
      words.every((word) => textOf(item).includes(word) || plain(genreName(item.performance.genre)).includes(word)),
  );
}

/** Whether places can be had now. */
export const isBookable = ({ performance: { state, availability } }: ProgrammeItem): boolean =>
  state === 'on-sale' && availability.level !== 'sold-out';

/** Genres there are, in order of the alphabet. */
export const genresOf = (items: readonly ProgrammeItem[]): readonly string[] =>
  [...new Set(items.map(({ performance }) => performance.genre))].sort();

/** Who speaks a language can follow what is in it and what has no words. */
const isIn = ({ performance: { languages = [] } }: ProgrammeItem, language: string): boolean =>
  languages.includes(language) || languages.includes(WORDLESS);

/** What is done for who needs it, wherever in the programme. */
export const accessibilityOf = (items: readonly ProgrammeItem[]): readonly Accessibility[] =>
  [...new Set(items.flatMap(({ performance }) => performance.accessibility ?? []))].sort();

/** Languages that are spoken or sung, and `zxx` where no words are needed, in order of their codes. */
export const languagesOf = (items: readonly ProgrammeItem[]): readonly string[] =>
  [...new Set(items.flatMap(({ performance }) => performance.languages ?? []))].sort();

/** Centres that play, the selling one first, then in order of their names. */
export function centresOf(items: readonly ProgrammeItem[]): readonly Owner[] {
  const centres = new Map(items.map(({ owner, isOwn }) => [owner.id, { owner, isOwn }]));
  return [...centres.values()]
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.owner.name.localeCompare(b.owner.name))
    .map(({ owner }) => owner);
}

const texts = new WeakMap<ProgrammeItem, string>();

/** Everything that can be found of it. Made once: search is as quick as a visitor types. */
function textOf(item: ProgrammeItem): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const { title, subtitle, hall, genre } = item.performance;
  const all = [...said(title), ...(subtitle ? said(subtitle) : []), ...said(hall.name), item.owner.name, genre];
  const made = plain(all.join('\n'));
  texts.set(item, made);
  return made;
}

const said = (text: Text): readonly string[] => Object.values(text);

/** Without capitals and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
