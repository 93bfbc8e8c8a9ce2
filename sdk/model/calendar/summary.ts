import type { Money } from '../../contract/index.ts';
import { isBookable } from '../programme/filter.ts';
import type { ProgrammeItem } from '../programme/types.ts';
import type { Day } from './days.ts';

/** What is on on one day. */
export interface DaySummary {
  /** By start. */
  readonly items: readonly ProgrammeItem[];
  /** The least that a place costs, among what can be booked; null when nothing can. */
  readonly priceFrom: Money | null;
  /** `few`: only last places; `sold-out`: there were places; `closed`: nothing is for sale, for other reasons. */
  readonly level: 'available' | 'few' | 'sold-out' | 'closed';
}

/** Days on which something is on, in order of time. @param items By start, as a programme has them. */
export function summarise(items: readonly ProgrammeItem[]): ReadonlyMap<Day, DaySummary> {
  const days = Map.groupBy(items, ({ day }) => day);
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(inOrder.map(([day, ofDay]) => [day, summaryOf(ofDay)]));
}

function summaryOf(items: readonly ProgrammeItem[]): DaySummary {
  const bookable = items.filter(isBookable).map(({ performance }) => performance);
  const [cheapest = null] = bookable.map(({ priceFrom }) => priceFrom).sort((one, other) => one.cents - other.cents);
  if (bookable.length > 0) {
    const isFew = bookable.every(({ availability }) => availability.level === 'few');
    return { items, priceFrom: cheapest, level: isFew ? 'few' : 'available' };
  }
  const wasForSale = items.some(({ performance }) => performance.state === 'on-sale');
  return { items, priceFrom: null, level: wasForSale ? 'sold-out' : 'closed' };
}

/** The first day after this one on which something is on; null when there is none. */
export const dayAfter = (days: Iterable<Day>, day: Day): Day | null =>
  [...days].filter((one) => one > day).sort()[0] ?? null;

/** The last day before this one on which something is on; null when there is none. */
export const dayBefore = (days: Iterable<Day>, day: Day): Day | null =>
  [...days]
    .filter((one) => one < day)
    .sort()
    .at(-1) ?? null;
