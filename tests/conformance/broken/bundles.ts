import type { BundleLines, Line, ReservationRequest } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../../server/errors.ts';
import type { Owner } from './owner.ts';
import type { Wanted } from './programme.ts';

/** A tenth off each of three performances or more; and a pass whose visits cost € 2 and are settled at € 7. */
export const FORMULAS = { subscription: { formula: 'regio', size: 3 }, pass: 'podiumpas' } as const;
const [VISIT, SETTLEMENT] = [200, 700];
const euros = (cents: number) => ({ cents, currency: 'EUR' }) as const;

/** Prices the places that are parts of bundles. @throws FoyerError that says what is wrong with one. */
export function withBundles(owner: Owner, { bundles = [] }: ReservationRequest, wanted: readonly Wanted[]): Wanted[] {
  const isIn = new Map<string, BundleLines>();
  for (const [index, bundle] of bundles.entries()) {
    refuseUnknown(owner, bundle, `bundles.${index}`);
    for (const { performance, place } of bundle.places) {
      const key = `${performance}/${place}`;
      const isThere = wanted.some((one) => one.place === key) || owner.breaks('bundles what is not reserved');
      const isFree = !isIn.has(key) || owner.breaks('bundles a place twice');
      if (!isThere || !isFree) throw new FoyerError('invalid_request', { field: `bundles.${index}.places` });
      isIn.set(key, bundle);
    }
  }
  return wanted.map((one) => {
    const bundle = isIn.get(one.place) ?? (owner.breaks('bundles everything') ? bundles[0] : undefined);
    return bundle ? { ...one, line: { ...one.line, ...priced(owner, bundle, one.line) } } : one;
  });
}

function refuseUnknown({ breaks }: Owner, { formula, kind, settlement }: BundleLines, field: string): void {
  const known = kind === 'pass' ? FORMULAS.pass : FORMULAS.subscription.formula;
  if (formula !== known && !breaks('prices formulas it does not have')) {
    throw new FoyerError('formula_unknown', { field: `${field}.formula` });
  }
  const isOther = kind === 'pass' && settlement !== undefined && settlement !== SETTLEMENT;
  if (isOther && !breaks('settles visits by itself')) {
    throw new FoyerError('total_changed', { field: `${field}.settlement` });
  }
}

function priced(
  owner: Owner,
  { formula, kind, size }: BundleLines,
  { price, priceType }: Wanted['line'],
): Partial<Line> {
  if (kind === 'subscription' && size < FORMULAS.subscription.size) return {};
  const cents = kind === 'pass' ? VISIT : Math.round(price.cents * 0.9);
  const step = (of: 'price' | BundleLines['kind'], id: string, amount: number) => ({
    ...{ kind: of, id, name: { nl: id } },
    amount: euros(amount),
  });
  return {
    price: euros(cents),
    ...(!owner.breaks('prices a bundle without a word') && {
      why: [step('price', priceType, price.cents), step(kind, formula, cents - price.cents)],
    }),
    ...(kind === 'pass' && { owed: euros(SETTLEMENT) }),
  };
}
