import type { PriceList } from '../../../sdk/contract/prices/index.ts';
import { FoyerError } from '../../errors.ts';

/**
 * Refuses a list that names what it does not have: a rule's group, a product's pass.
 * @throws FoyerError `invalid_request` with the path of the first mistake.
 */
export function refuseMistakes(list: PriceList): void {
  const groups = idsOf(list.groups);
  const passes = idsOf(list.passes);
  list.rules.forEach(({ group, when }, index) => {
    need(groups, group, `rules.${index}.group`);
    need(passes, when.pass, `rules.${index}.when.pass`);
    need(idsOf(list.subscriptions), when.subscription, `rules.${index}.when.subscription`);
  });
  list.access.forEach(({ pass }, index) => {
    need(passes, pass, `access.${index}.pass`);
  });
  list.products.forEach(({ kind, pass }, index) => {
    if (kind === 'pass' && pass === undefined) refuse(`products.${index}.pass`, 'A product that is a pass names it.');
    need(passes, pass, `products.${index}.pass`);
  });
  for (const key of ['groups', 'rules', 'subscriptions', 'passes', 'products'] as const) refuseTwice(list[key], key);
}

const idsOf = (some: readonly { readonly id: string }[]) => new Set(some.map(({ id }) => id));

function need(known: ReadonlySet<string>, id: string | undefined, field: string): void {
  if (id !== undefined && !known.has(id)) refuse(field, `There is no ${id} in this list.`);
}

function refuseTwice(some: readonly { readonly id: string }[], key: string): void {
  const index = some.findIndex(({ id }, at) => some.findIndex((other) => other.id === id) < at);
  if (index >= 0) refuse(`${key}.${index}.id`, `${some[index]?.id} is there twice.`);
}

function refuse(field: string, message: string): never {
  throw new FoyerError('invalid_request', { field, message });
}
