import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that is asked in one language of an e-mail address that looks mistyped: fetched once one is typed. */
export type EmailAdviceWords = typeof nl;

export const emailAdviceWords = createWords<EmailAdviceWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
