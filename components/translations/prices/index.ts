import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that is said of prices beyond price types, in one language: fetched where a centre has, or does, such a thing. */
export type PriceWords = typeof nl;

export const priceWords = createWords<PriceWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
