import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that is said in one language of places that are held, on pages away from the cart: fetched with it. */
export type HeldWords = typeof nl;

export const heldWords = createWords<HeldWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
