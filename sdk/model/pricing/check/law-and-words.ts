import type { PriceList } from '../../../contract/prices/price-list.ts';
import type { Language, Text } from '../../../contract/text.ts';
import { selects } from './covers.ts';
import { error, type ListProblem, warning } from './problem.ts';

/** Tax is said once and with its law; who may have a price type can be true; visitors find their language. */
export function checkLawAndWords(list: PriceList): ListProblem[] {
  return [...vat(list), ...access(list), ...words(list)];
}

type VatRules = PriceList['vat'];
const startOf = ({ from }: VatRules[number]) => (from === undefined ? -Infinity : Date.parse(from));
const endOf = ({ until }: VatRules[number]) => (until === undefined ? Infinity : Date.parse(until));

function vat({ vat: rules }: PriceList): ListProblem[] {
  return rules.flatMap((rule, at) => {
    const never = endOf(rule) <= startOf(rule);
    const before = rules
      .slice(0, at)
      .findIndex(
        (other) =>
          (other.selection === undefined) === (rule.selection === undefined) &&
          selects(other.selection, rule.selection) &&
          startOf(other) <= startOf(rule) &&
          endOf(other) >= endOf(rule),
      );
    return [
      ...(never ? [error(['vat', at, 'until'], 'never-true', '`until` is not after `from`, so it is never true')] : []),
      ...(before >= 0
        ? [
            warning(
              ['vat', at],
              'shadowed',
              `never used: vat.${before} comes first and is true whenever this one is; take it out, or change one of the two`,
            ),
          ]
        : []),
      ...(rule.code === 'BE-EXEMPT-44' && !rule.legalText
        ? [warning(['vat', at], 'legal-text-missing', 'a price that is exempt says by which article; add `legalText`')]
        : []),
    ];
  });
}

function access({ access: entries }: PriceList): ListProblem[] {
  return entries.flatMap(({ age, anybody, pass, uitpas }, at) => [
    ...(anybody && (pass !== undefined || uitpas)
      ? [
          error(
            ['access', at, 'anybody'],
            'anybody-and-pass',
            'is for anybody and asks for a pass; take one of the two out',
          ),
        ]
      : []),
    ...(age?.from !== undefined && age.to !== undefined && age.from > age.to
      ? [error(['access', at, 'age'], 'never-true', '`from` is more than `to`, so nobody is of that age')]
      : []),
  ]);
}

/** Every name that visitors read, with its place. */
function namesOf(list: PriceList): { readonly path: readonly (string | number)[]; readonly text: Text }[] {
  const lists = ['rules', 'subscriptions', 'passes', 'products'] as const;
  return [
    ...lists.flatMap((name) => list[name].map(({ name: text }, at) => ({ path: [name, at, 'name'], text }))),
    ...list.subscriptions.flatMap(({ parts }, at) =>
      parts.map(({ name: text }, part) => ({ path: ['subscriptions', at, 'parts', part, 'name'], text })),
    ),
  ];
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nl: 'Dutch', fr: 'French', en: 'English', de: 'German' };

const LANGUAGES: readonly Language[] = ['nl', 'fr', 'en', 'de'];

function words(list: PriceList): ListProblem[] {
  const names = namesOf(list);
  return LANGUAGES.flatMap((language) => {
    const [first, ...more] = names.filter(({ text }) => !text[language]?.trim());
    if (!first) return [];
    const who = more.length === 0 ? 'has' : `this and ${more.length} more have`;
    const name = LANGUAGE_NAMES[language];
    if (language !== 'nl') {
      return [warning(first.path, 'language-missing', `${who} no name in ${name}; who reads ${name} sees Dutch there`)];
    }
    return [error([...first.path, 'nl'], 'name-empty', `${who} no name in Dutch, which everybody falls back to`)];
  });
}
