import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that is said about a choice that had better be another, in one language: fetched with the first of it. */
export type SeatAdviceWords = typeof nl;

export const seatAdviceWords = createWords<SeatAdviceWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
