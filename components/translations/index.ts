import type { Language } from '../../sdk/contract/index.ts';
import { nl } from './nl.ts';

/** Everything an interface in one language says. Dutch is the reference: what it has, every other language must have. */
export type Translation = typeof nl;

/** Dutch comes with the elements; the others are fetched when a page is in them. */
const loaders: Partial<Record<Language, () => Promise<Translation>>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
};

const loaded = new Map<Language, Translation>([['nl', nl]]);
const loading = new Map<Language, Promise<void>>();

/** The texts in a language, or in Dutch when that language is not there (yet). */
export function translationFor(language: Language): Translation {
  return loaded.get(language) ?? nl;
}

/** Fetches a language's texts once for the whole page; undefined when there is nothing to wait for. Never rejects. */
export function loadTranslation(language: Language): Promise<void> | undefined {
  const load = loaders[language];
  if (!load || loaded.has(language)) return undefined;
  const started = loading.get(language) ?? fetchTranslation(language, load);
  loading.set(language, started);
  return started;
}

async function fetchTranslation(language: Language, load: () => Promise<Translation>): Promise<void> {
  try {
    loaded.set(language, await load());
  } catch {
    // The page goes on in Dutch rather than stay empty; the next element that is shown tries again.
  } finally {
    loading.delete(language);
  }
}
