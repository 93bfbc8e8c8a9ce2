import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything the button that sells says in one language. */
export type BuyButtonWords = typeof nl;

export const buyButtonWords = createWords<BuyButtonWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
