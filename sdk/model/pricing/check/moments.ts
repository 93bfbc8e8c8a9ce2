import type { Conditions, Moment } from '../../../contract/prices/conditions.ts';

/** Where moments can be compared, whatever the performance: each kind on an axis of its own, later is more. */
function place(moment: Moment): { readonly axis: 'at' | 'start' | 'sale'; readonly value: number } {
  if ('at' in moment) return { axis: 'at', value: Date.parse(moment.at) };
  if ('daysBeforeStart' in moment) return { axis: 'start', value: -moment.daysBeforeStart };
  return { axis: 'sale', value: moment.daysAfterOnSale };
}

/** Whether the one is never later than the other, for every performance. False where nobody can know. */
export function notLater(one: Moment, other: Moment): boolean {
  const [a, b] = [place(one), place(other)];
  return a.axis === b.axis && a.value <= b.value;
}

/** Whether no moment is both after `from` and before `until`. */
export function neverBetween(from: Moment | undefined, until: Moment | undefined): boolean {
  return from !== undefined && until !== undefined && notLater(until, from);
}

/** Whether whoever buys within the narrow period also buys within the wide one. */
export function within(narrow: Pick<Conditions, 'from' | 'until'>, wide: Pick<Conditions, 'from' | 'until'>): boolean {
  const starts = !wide.from || (narrow.from !== undefined && notLater(wide.from, narrow.from));
  const ends = !wide.until || (narrow.until !== undefined && notLater(narrow.until, wide.until));
  return starts && ends;
}
