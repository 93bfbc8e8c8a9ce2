import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** What an order says that stands aside, cannot be shown or gives its tickets, in one language: fetched when it does. */
export type OrderMoreWords = typeof nl;

export const orderMoreWords = createWords<OrderMoreWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
