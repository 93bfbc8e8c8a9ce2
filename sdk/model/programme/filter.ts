import type { Owner, Text } from '../../contract/index.ts';
import type { ProgrammeFilter, ProgrammeItem } from './types.ts';

/** Leaves everything. */
export const NO_FILTER: ProgrammeFilter = { search: '', genre: '', centre: '', from: '', to: '', free: false };

/** What a visitor looks for in a programme, in the programme's order. */
export function filterProgramme(items: readonly ProgrammeItem[], filter: ProgrammeFilter): readonly ProgrammeItem[] {
  const words = plain(filter.search).split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      (!filter.genre || item.performance.genre === filter.genre) &&
      (!filter.centre || item.owner.id === filter.centre) &&
      (!filter.from || item.day >= filter.from) &&
      (!filter.to || item.day <= filter.to) &&
      (!filter.free || isBookable(item)) &&
      words.every((word) => textOf(item).includes(word)),
  );
}

/** Whether places can be had now. */
export const isBookable = ({ performance: { state, availability } }: ProgrammeItem): boolean =>
  state === 'on-sale' && availability.level !== 'sold-out';

/** Genres there are, in order of the alphabet. */
export const genresOf = (items: readonly ProgrammeItem[]): readonly string[] =>
  [...new Set(items.map(({ performance }) => performance.genre))].sort();

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
