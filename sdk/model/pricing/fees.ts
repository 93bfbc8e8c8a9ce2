import type { Group } from './groups.ts';
import type { PricedCart } from './types.ts';

/** What is added once to the order: of the rules of a group that are true of any place one, the lowest or the first. */
export function orderFees(groups: readonly Group[]): PricedCart['fees'] {
  return groups.flatMap(({ pick, rules }) => {
    const fees = rules.flatMap(({ rule }) =>
      rule.effect.kind === 'fee-order' ? [{ rule: rule.id, name: rule.name, cents: rule.effect.cents }] : [],
    );
    const [first] = pick === 'first' ? fees : [...fees].sort((one, other) => one.cents - other.cents);
    return first && first.cents > 0 ? [first] : [];
  });
}
