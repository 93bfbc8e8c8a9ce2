import type { Accessibility, Owner } from '../../contract/index.ts';
import type { ProgrammeFilter, ProgrammeItem } from './types.ts';

/** Leaves everything. */
export const NO_FILTER: ProgrammeFilter = {
  ...{ search: '', genre: '', centre: '', from: '', to: '', free: false },
  ...{ accessibility: '', language: '' },
};

/** Of a performance in which nobody needs to understand words (ISO 639-2: no linguistic content). */
export const WORDLESS = 'zxx';

/** Whether places can be had now. */
export const isBookable = ({ performance: { state, availability } }: ProgrammeItem): boolean =>
  state === 'on-sale' && availability.level !== 'sold-out';

/** Genres there are, in order of the alphabet. */
export const genresOf = (items: readonly ProgrammeItem[]): readonly string[] =>
  [...new Set(items.map(({ performance }) => performance.genre))].sort();

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
