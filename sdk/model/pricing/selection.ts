import type { Selection } from '../../contract/prices/conditions.ts';
import type { PricedPerformance } from './types.ts';

/** From so many words on a set is quicker than looking through them. */
const MANY = 12;

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether a list of a price list has a word; the long ones are made into a set once, as long as the list lives. */
export function has(words: readonly string[], word: string): boolean {
  if (words.length < MANY) return words.includes(word);
  const set = sets.get(words) ?? new Set(words);
  sets.set(words, set);
  return set.has(word);
}

/**
 * Whether a selection means a performance. Of partners' performances, only those of which it names the centre or which
 * it names one by one.
 */
export function isAmong(selection: Selection, performance: PricedPerformance): boolean {
  const { performances, tags, genres, centres, notTags } = selection;
  if (performances && !has(performances, performance.id)) return false;
  if (centres ? !has(centres, performance.centre) : performance.owner !== null && !performances) return false;
  if (genres && !has(genres, performance.genre)) return false;
  if (tags && !performance.tags.some((tag) => has(tags, tag))) return false;
  return !notTags || !performance.tags.some((tag) => has(notTags, tag));
}
