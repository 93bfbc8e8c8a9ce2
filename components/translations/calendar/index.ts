import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything the calendar says in one language. */
export type CalendarWords = typeof nl;

export const calendarWords = createWords<CalendarWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
