import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that is asked, in one language, before an order is cancelled: fetched with the question. */
export type OrderCancelWords = typeof nl;

export const orderCancelWords = createWords<OrderCancelWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
