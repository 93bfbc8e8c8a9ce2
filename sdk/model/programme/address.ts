import type { Accessibility } from '../../contract/index.ts';
import { isDay } from '../calendar/days.ts';
import { accessibilityOf, centresOf, genresOf, languagesOf, NO_FILTER } from './filter.ts';
import { queryWith, valueIn } from './query.ts';
import type { ProgrammeFilter, ProgrammeItem } from './types.ts';

type Wish = keyof ProgrammeFilter;

const WISHES = Object.keys(NO_FILTER) as Wish[];

/** The same in every language. Words are `q`, as people know it; `search` is a name of WordPress's own. */
const nameOf = (wish: Wish): string => (wish === 'search' ? 'q' : wish);

const YES = '1';
const MOST_LETTERS = 200;

/** Told again, because the schema does not come along into a browser. */
const NEEDS: Readonly<Record<Accessibility, true>> = {
  ...{ wheelchair: true, 'hearing-loop': true, surtitles: true },
  ...{ 'sign-language': true, 'audio-description': true, relaxed: true },
};

const isSlug = (text: string) => /^[a-z0-9-]{1,80}$/.test(text);

/** Anybody can write anything into an address. */
const FITS: Readonly<Record<Wish, (text: string) => boolean>> = {
  // Half a character cannot be written.
  search: (text) => text.length <= MOST_LETTERS && !/\p{Cs}/u.test(text),
  genre: isSlug,
  centre: isSlug,
  from: isDay,
  to: isDay,
  free: (text) => text === YES,
  accessibility: (text) => Object.hasOwn(NEEDS, text),
  language: (text) => /^[a-z]{2,3}$/.test(text),
};

/**
 * What a visitor looks for, by the query of a page's address: `q` for the words, and `genre`, `centre`, `from`, `to`,
 * `free` (`1`), `accessibility` and `language`. What makes no sense is not looked for.
 * @param query As `location.search` is, or a `URLSearchParams` as text.
 * @param prefix Stands before each name, for a page with more than one programme.
 */
export function filterInQuery(query: string, prefix = ''): ProgrammeFilter {
  const read = (wish: Wish) => {
    const text = valueIn(query, prefix + nameOf(wish));
    return FITS[wish](text) ? text : '';
  };
  const told = Object.fromEntries(WISHES.map((wish) => [wish, read(wish)]));
  return { ...told, free: told.free === YES } as ProgrammeFilter;
}

/**
 * The query of a page's address with what a visitor looks for in it, so that it can be kept, shared and come back to.
 * Everything else in it stays as it is written.
 * @param query As `location.search` is, or a `URLSearchParams` as text.
 * @param prefix Stands before each name, for a page with more than one programme.
 * @returns With its `?`, or empty.
 */
export function queryWithFilter(query: string, filter: ProgrammeFilter, prefix = ''): string {
  const texts = { ...filter, free: filter.free ? YES : '' };
  const fitting = WISHES.map((wish) => [prefix + nameOf(wish), FITS[wish](texts[wish]) ? texts[wish] : '']);
  return queryWith(query, Object.fromEntries(fitting));
}

/**
 * The filter without what nothing in this programme has, such as a genre of last season: nobody could see why nothing is
 * found, nor choose otherwise.
 */
export function filterWithin(items: readonly ProgrammeItem[], filter: ProgrammeFilter): ProgrammeFilter {
  const languages = languagesOf(items);
  const isThere: Partial<Record<Wish, boolean>> = {
    genre: genresOf(items).includes(filter.genre),
    centre: centresOf(items).some(({ id }) => id === filter.centre),
    accessibility: accessibilityOf(items).some((need) => need === filter.accessibility),
    // Of one nobody can choose another.
    language: languages.length > 1 && languages.includes(filter.language),
  };
  const isLost = (wish: Wish) => filter[wish] !== NO_FILTER[wish] && isThere[wish] === false;
  const lost = WISHES.filter(isLost).map((wish) => [wish, NO_FILTER[wish]]);
  return lost.length === 0 ? filter : { ...filter, ...Object.fromEntries(lost) };
}
