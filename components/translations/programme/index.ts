import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything the programme says in one language. */
export type ProgrammeWords = typeof nl;

export const programmeWords = createWords<ProgrammeWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
