import { createWords } from '../../internal/words.ts';
import { nl } from './nl.ts';

/** Everything that finding good seats for somebody says in one language: fetched with it. */
export type SeatBestWords = typeof nl;

export const seatBestWords = createWords<SeatBestWords>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});
