import type { Language } from '../../sdk/contract/index.ts';

/** Texts by language, fetched when a page is in it. */
export interface Words<Texts> {
  /** The texts in a language, or in Dutch when that language is not there (yet). */
  in(language: Language): Texts;
  /** Fetches a language's texts once for the whole page; undefined when there is nothing to wait for. Never rejects. */
  load(language: Language): Promise<void> | undefined;
}

/** Dutch comes with who speaks it; the others are fetched by `loaders`. */
export function createWords<Texts>(nl: Texts, loaders: Partial<Record<Language, () => Promise<Texts>>>): Words<Texts> {
  const loaded = new Map<Language, Texts>([['nl', nl]]);
  const loading = new Map<Language, Promise<void>>();

  async function fetchTexts(language: Language, load: () => Promise<Texts>): Promise<void> {
    try {
      loaded.set(language, await load());
    } catch {
      // The page goes on in Dutch rather than stay empty; the next element that is shown tries again.
    } finally {
      loading.delete(language);
    }
  }

  return {
    in: (language) => loaded.get(language) ?? nl,
    load(language) {
      const load = loaders[language];
      if (!load || loaded.has(language)) return undefined;
      const started = loading.get(language) ?? fetchTexts(language, load);
      loading.set(language, started);
      return started;
    },
  };
}
