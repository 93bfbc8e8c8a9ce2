import type { Text } from '../../contract/index.ts';
import { isAlmost } from './slips.ts';
import type { ProgrammeItem } from './types.ts';

/** How well something is what a visitor types: as it is written, with slips forgiven, or not at all. */
export type Likeness = 'exact' | 'almost' | 'none';

/** What can be found of a performance, without capitals and accents. */
interface Findable {
  readonly text: string;
  /** Told apart only once somebody slips. */
  words?: readonly string[];
}

/**
 * Says how well performances are what somebody types. All its words must be found: in title, subtitle, genre, hall or
 * centre, in any language.
 * @param genreName What a genre is called in the visitor's language.
 */
export function likenessTo(search: string, genreName: (genre: string) => string): (item: ProgrammeItem) => Likeness {
  const wanted = plain(search).split(/\s+/).filter(Boolean).map(createWanted);
  const genres = new Map<string, Findable>();
  return (item) => {
    if (wanted.length === 0) return 'exact';
    const { genre } = item.performance;
    const called = genres.get(genre) ?? findable(genreName(genre));
    genres.set(genre, called);
    const all = [findableOf(item), called];
    if (wanted.every(({ isIn }) => all.some(isIn))) return 'exact';
    return wanted.every(({ isIn, isAlmostIn }) => all.some((one) => isIn(one) || isAlmostIn(one))) ? 'almost' : 'none';
  };
}

/** What somebody types between two spaces. */
function createWanted(typed: string) {
  const parts = wordsOf(typed).map(createPart);
  return {
    isIn: ({ text }: Findable) => text.includes(typed),
    isAlmostIn: (one: Findable) => {
      one.words ??= wordsOf(one.text);
      const { words } = one;
      return parts.length > 0 && parts.every((isLike) => words.some(isLike));
    },
  };
}

/** The words of a programme come again and again: each is compared with a part of what is typed once. */
function createPart(typed: string): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const said = known.get(word) ?? (word.startsWith(typed) || isAlmost(typed, word));
    known.set(word, said);
    return said;
  };
}

const made = new WeakMap<ProgrammeItem, Findable>();

/** Made once: search is as quick as a visitor types. */
function findableOf(item: ProgrammeItem): Findable {
  const known = made.get(item);
  if (known) return known;
  const { title, subtitle, hall, genre } = item.performance;
  const all = [...said(title), ...(subtitle ? said(subtitle) : []), ...said(hall.name), item.owner.name, genre];
  const now = findable(all.join('\n'));
  made.set(item, now);
  return now;
}

const findable = (written: string): Findable => ({ text: plain(written) });

const said = (text: Text): readonly string[] => Object.values(text);

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Letters that are no letter with something on it, as one types them without. */
const TYPED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', '’': "'" };

/** Without capitals and accents. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøł’]/g, (letter) => TYPED[letter] ?? letter);
