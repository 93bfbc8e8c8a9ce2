import { createWords } from '../internal/words.ts';
import { nl } from './nl.ts';

/** Everything an interface in one language says. Dutch is the reference: what it has, every other language must have. */
export type Translation = typeof nl;

/** Dutch comes with the elements; the others are fetched when a page is in them. */
const translations = createWords<Translation>(nl, {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
});

/** The texts in a language, or in Dutch when that language is not there (yet). */
export const translationFor = translations.in;

/** Fetches a language's texts once for the whole page; undefined when there is nothing to wait for. Never rejects. */
export const loadTranslation = translations.load;
