import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything the waiting list says in one language. */
export type WaitingListWords = typeof nl;

export const waitingListWords = createWords<WaitingListWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
