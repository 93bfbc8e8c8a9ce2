import type { PriceList } from '../../contract/prices/price-list.ts';
import { checkFormulas } from './check/formulas.ts';
import { checkLawAndWords } from './check/law-and-words.ts';
import { checkNames } from './check/names.ts';
import type { ListProblem } from './check/problem.ts';
import { checkProducts } from './check/products.ts';
import { checkRules } from './check/rules.ts';

export type { ListProblem } from './check/problem.ts';

/**
 * What is wrong with a price list that has the right shape: names of things that are not there, rules that can never be
 * true, and warnings of what is allowed but rarely meant. Errors come first. For the server that takes a list in, and for
 * the command that checks one.
 */
export function checkPriceList(list: PriceList): readonly ListProblem[] {
  const problems = [
    ...checkNames(list),
    ...checkRules(list),
    ...checkFormulas(list),
    ...checkProducts(list),
    ...checkLawAndWords(list),
  ];
  return [...problems.filter(({ level }) => level === 'error'), ...problems.filter(({ level }) => level === 'warning')];
}
