import type { EntitlementWish, VisitWish } from '../entitlements/index.ts';
import type { LockedCart } from '../holds/index.ts';

/** What an order takes of vouchers and passes. A place is a visit when its price is that of one. */
export function wishOf(
  locked: LockedCart,
  { at, ids, order }: Pick<EntitlementWish, 'at' | 'order'> & { readonly ids: ReadonlyMap<string, string> },
): EntitlementWish {
  const { codes, extras } = locked.basket;
  const uses = (extras?.codes ?? []).flatMap(({ code, used, works }) => {
    const shown = codes.find((one) => one.code === code);
    return works && shown && 'row' in shown ? [{ id: shown.row.id, cents: used?.cents ?? 0 }] : [];
  });
  return { order, at, uses, visits: visitsOf(locked, ids) };
}

function visitsOf({ basket }: LockedCart, ids: ReadonlyMap<string, string>): VisitWish[] {
  const { choices, list, priced, typed } = basket;
  const isVisit = (line: string) =>
    priced?.lines.some(({ id, why }) => id === line && why.some(({ kind }) => kind === 'pass')) ?? false;
  return choices.visits.flatMap(({ code, line }, index): VisitWish[] => {
    const shown = typed.find((one) => one.code === code);
    const place = basket.places.find((one) => one.line.id === line);
    const id = ids.get(line);
    if (shown?.kind !== 'pass' || !place || id === undefined || !isVisit(line)) return [];
    const rules = list.passes.find((one) => one.id === shown.row.formula)?.visits;
    const field = `visits.${index}.line`;
    if (!rules) return [];
    const { id: performance, startsAt } = place.performance;
    const { title } = place.line.performance;
    return [{ entitlement: shown.row.id, line: id, performance, title, startsAt: new Date(startsAt), rules, field }];
  });
}
