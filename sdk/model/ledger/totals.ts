import type { Entry } from '../../contract/network/entry.ts';
import type { EntryTotal } from '../../contract/network/settlement.ts';

/** Entries by kind and VAT code, added up; in one order, so that two centres can lay them side by side. */
export function totalsOf(entries: readonly Pick<Entry, 'kind' | 'vat' | 'amount'>[]): EntryTotal[] {
  const groups = Map.groupBy(entries, ({ kind, vat }) => `${kind} ${vat}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      const cents = group.reduce((sum, { amount }) => sum + amount.cents, 0);
      return [{ kind: first.kind, vat: first.vat, count: group.length, amount: { cents, currency: 'EUR' } }];
    });
}
