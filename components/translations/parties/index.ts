import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that is said in one language of who sells and who plays: fetched once a partner's places are chosen. */
export type PartiesWords = typeof nl;

export const partiesWords = createWords<PartiesWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
