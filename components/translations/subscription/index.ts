import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that choosing a subscription says in one language. */
export type SubscriptionWords = typeof nl;

export const subscriptionWords = createWords<SubscriptionWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
