import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Sentences for what seldom goes wrong, in one language: fetched when the first of it does. */
export type RareWords = typeof nl;

export const rareWords = createWords<RareWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
