import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { de } from '../../components/translations/de.ts';
import { en } from '../../components/translations/en.ts';
import { fr } from '../../components/translations/fr.ts';
import type { Translation } from '../../components/translations/index.ts';
import { nl as reference } from '../../components/translations/nl.ts';
import type { RareWords } from '../../components/translations/rare/index.ts';
import { ERROR_STATUS } from '../../sdk/contract/error.ts';

/** What comes with one element only, by the folder it is in. */
const OWN = globSync('components/translations/*/nl.ts').map((file) => file.split(/[\\/]/).at(-2) ?? '');

/** Of what some elements bring themselves, the sentences for what seldom goes wrong. */
type AllWords = Translation & { readonly rare: RareWords };

/** All that is said in a language: what all elements share, and what some bring themselves. */
async function allWords(language: string, common: Translation): Promise<AllWords> {
  const own = OWN.map(async (folder) => [
    folder,
    ((await import(`../../components/translations/${folder}/${language}.ts`)) as Record<string, object>)[language],
  ]);
  return { ...common, ...(Object.fromEntries(await Promise.all(own)) as Pick<AllWords, 'rare'>) };
}

const nl = await allWords('nl', reference);
const LANGUAGES: Record<string, AllWords> = {
  nl,
  en: await allWords('en', en),
  fr: await allWords('fr', fr),
  de: await allWords('de', de),
};

type Leaf = string | ((...values: never[]) => string);

/** Every text with its path, such as `cart.title`. */
function leaves(branch: object, path: readonly string[] = []): [string, Leaf][] {
  return Object.entries(branch).flatMap(([key, value]): [string, Leaf][] =>
    typeof value === 'object' && value !== null
      ? leaves(value, [...path, key])
      : [[[...path, key].join('.'), value as Leaf]],
  );
}

const paths = (translation: Translation) => leaves(translation).map(([path]) => path);

/** What a text says; plurals with a number that shows both of their forms. */
const said = (leaf: Leaf, ...values: unknown[]): string =>
  typeof leaf === 'string' ? leaf : (leaf as (...all: unknown[]) => string)(...values);

describe('the interface in every language', () => {
  it('lists every language there is a file for', () => {
    const files = globSync('components/translations/*.ts').map((file) => file.replace(/^.*[\\/](\w+)\.ts$/, '$1'));
    assert.deepEqual(files.filter((name) => name !== 'index').sort(), Object.keys(LANGUAGES).sort());
  });

  for (const [language, translation] of Object.entries(LANGUAGES)) {
    it(`${language} has exactly the keys of the reference, of the same kind`, () => {
      assert.deepEqual(paths(translation), paths(nl));
      const kinds = (texts: Translation) => leaves(texts).map(([path, leaf]) => `${path}: ${typeof leaf}`);
      assert.deepEqual(kinds(translation), kinds(nl));
    });

    it(`${language} has a sentence for every error code, and for no answer at all`, () => {
      const errors = { ...translation.errors, ...translation.rare.errors };
      assert.deepEqual(Object.keys(errors).sort(), [...Object.keys(ERROR_STATUS), 'network'].sort());
      for (const [code, sentence] of Object.entries(errors)) {
        assert.match(sentence, /^\p{Lu}.+[.!]$/u, `${code} is not a sentence`);
      }
    });

    it(`${language} uses every value it is given`, () => {
      for (const [path, leaf] of leaves(translation)) {
        if (typeof leaf === 'string' || leaf.length !== 1) continue;
        const [one, two] = [said(leaf, 1), said(leaf, 2)];
        assert.notEqual(one, two, `${path} says the same whatever it is given`);
      }
    });

    it(`${language} is free of slips of the keyboard`, () => {
      for (const [path, leaf] of leaves(translation)) {
        const text = said(leaf, 'A', 'B', 'C');
        assert.doesNotMatch(text, /undefined|\s{2}|\s$|^\s|"|\.\.\.|(?<!\p{L})(\p{L}{2,}) \1(?!\p{L})/u, path);
      }
    });
  }

  it('says nothing that no element uses', () => {
    const sources = globSync('components/**/*.ts')
      .filter((file) => !file.includes('translations'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const unused = paths(nl).filter((path) => {
      const keys = path.split('.');
      // Errors are looked up by their code; the other names stand somewhere in an element.
      return !keys.includes('errors') && !keys.slice(1).some((key) => new RegExp(`\\b${key}\\b`).test(sources));
    });
    assert.deepEqual(unused, []);
  });
});
