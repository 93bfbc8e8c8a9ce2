import type { PriceList } from '../../../contract/prices/price-list.ts';
import { error, type ListProblem, warning } from './problem.ts';

const LISTS = ['groups', 'rules', 'subscriptions', 'passes', 'products'] as const;

/** Whatever is named is there, once. */
export function checkNames(list: PriceList): ListProblem[] {
  return [
    ...LISTS.flatMap((name) =>
      twice(list[name].map(({ id }) => id)).map((at) => twiceAt([name, at, 'id'], list[name][at]?.id)),
    ),
    ...twice(list.access.map(({ priceType }) => priceType)).map((at) =>
      twiceAt(['access', at, 'priceType'], list.access[at]?.priceType),
    ),
    ...references(list),
    ...codes(list),
  ];
}

/** Indices of what was there before. */
const twice = (ids: readonly string[]) => ids.flatMap((id, at) => (ids.indexOf(id) < at ? [at] : []));

const twiceAt = (path: readonly (string | number)[], id = '') =>
  error(path, 'id-twice', `“${id}” is there already; give one of the two another id`);

function references(list: PriceList): ListProblem[] {
  const known = {
    group: list.groups.map(({ id }) => id),
    pass: list.passes.map(({ id }) => id),
    subscription: list.subscriptions.map(({ id }) => id),
  };
  const named = (path: readonly (string | number)[], kind: keyof typeof known, id: string | undefined) =>
    id === undefined || known[kind].includes(id) ? [] : [unknown(path, kind, id, known[kind])];
  return [
    ...list.rules.flatMap(({ group, when }, at) => [
      ...named(['rules', at, 'group'], 'group', group),
      ...named(['rules', at, 'when', 'pass'], 'pass', when.pass),
      ...named(['rules', at, 'when', 'subscription'], 'subscription', when.subscription),
    ]),
    ...list.access.flatMap(({ pass }, at) => named(['access', at, 'pass'], 'pass', pass)),
    ...list.products.flatMap(({ pass }, at) => named(['products', at, 'pass'], 'pass', pass)),
  ];
}

function unknown(path: readonly (string | number)[], kind: string, id: string, known: readonly string[]): ListProblem {
  const plural = kind === 'pass' ? 'passes' : `${kind}s`;
  const there =
    known.length === 0 ? `there are no ${plural} in this list yet` : `there are: ${known.slice(0, 8).join(', ')}`;
  return error(path, `${kind}-unknown`, `no ${kind} is called “${id}” (${there}); write it, or name one that is there`);
}

/** A code in two rules makes both true, which is rarely what somebody meant. */
function codes({ rules }: PriceList): ListProblem[] {
  const first = new Map<string, string>();
  return rules.flatMap((rule, at) =>
    (rule.codes ?? []).flatMap((code, index) => {
      const other = first.get(code);
      if (other === undefined) first.set(code, rule.id);
      const message = `the code ${code} is also one of rule “${other}”; who gives it gets both where both may be used`;
      return other === undefined ? [] : [warning(['rules', at, 'codes', index], 'code-twice', message)];
    }),
  );
}
