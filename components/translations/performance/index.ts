import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything the page of one performance says in one language. */
export type PerformanceWords = typeof nl;

export const performanceWords = createWords<PerformanceWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
