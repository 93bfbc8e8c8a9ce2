import { isBookable, WORDLESS } from './filter.ts';
import { type Likeness, likenessTo } from './search.ts';
import type { ProgrammeFilter, ProgrammeItem } from './types.ts';

/** What was found in a programme, each part in the programme's order. */
export interface Found {
  readonly exact: readonly ProgrammeItem[];
  /** What is found only when slips in what was typed are forgiven. */
  readonly almost: readonly ProgrammeItem[];
}

/**
 * What a visitor looks for in a programme: first what is as they typed it, then what differs by a slip in a word of five
 * letters or more, or by two in one of nine.
 * @param genreName What a genre is called in the visitor's language; found by its id only without it.
 */
export function lookThrough(
  items: readonly ProgrammeItem[],
  filter: ProgrammeFilter,
  genreName: (genre: string) => string = (genre) => genre,
): Found {
  const likeness = likenessTo(filter.search, genreName);
  const found: Record<Likeness, ProgrammeItem[]> = { exact: [], almost: [], none: [] };
  for (const item of items) if (isChosen(item, filter)) found[likeness(item)].push(item);
  return found;
}

/**
 * What a visitor looks for in a programme, in the programme's order; what differs by slips in what was typed comes after
 * what is as it was typed.
 * @param genreName What a genre is called in the visitor's language; found by its id only without it.
 */
export function filterProgramme(
  items: readonly ProgrammeItem[],
  filter: ProgrammeFilter,
  genreName?: (genre: string) => string,
): readonly ProgrammeItem[] {
  const { exact, almost } = lookThrough(items, filter, genreName);
  return [...exact, ...almost];
}

const isChosen = (item: ProgrammeItem, filter: ProgrammeFilter): boolean =>
  (!filter.genre || item.performance.genre === filter.genre) &&
  (!filter.centre || item.owner.id === filter.centre) &&
  (!filter.from || item.day >= filter.from) &&
  (!filter.to || item.day <= filter.to) &&
  (!filter.free || isBookable(item)) &&
  (!filter.accessibility || (item.performance.accessibility?.includes(filter.accessibility) ?? false)) &&
  (!filter.language || isIn(item, filter.language));

/** Who speaks a language can follow what is in it and what has no words. */
const isIn = ({ performance: { languages = [] } }: ProgrammeItem, language: string): boolean =>
  languages.includes(language) || languages.includes(WORDLESS);
