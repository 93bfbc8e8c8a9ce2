import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that correcting the address of an order says in one language: fetched with it. */
export type OrderEmailWords = typeof nl;

export const orderEmailWords = createWords<OrderEmailWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
