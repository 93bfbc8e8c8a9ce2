import type { PriceRule } from '../../contract/prices/price-list.ts';
import { bucketOf } from './conditions.ts';
import type { Place } from './places.ts';
import type { ShownPass } from './types.ts';

/** How many people the passes of each formula let in, each pass counted once. */
export function peopleOf(passes: readonly ShownPass[]): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const pass of new Map(passes.map((shown) => [shown.code, shown])).values()) {
    people.set(pass.formula, (people.get(pass.formula) ?? 0) + pass.people);
  }
  return people;
}

/** Whether a rule is for a limited number of places. */
export const isLimited = ({ when }: PriceRule): boolean =>
  when.quantity?.first !== undefined || when.pass !== undefined;

/** The places a limited rule still has to give: its first N, and for every performance the people of the passes. */
export interface Slots {
  isFree(place: Place): boolean;
  take(place: Place): void;
}

export function slotsOf({ when }: PriceRule, people: ReadonlyMap<string, number>): Slots {
  const first = when.quantity?.first ?? Number.POSITIVE_INFINITY;
  const served = when.pass === undefined ? Number.POSITIVE_INFINITY : (people.get(when.pass) ?? 0);
  const taken = new Map<string, number>();
  const counters = (place: Place) => [
    { key: `first ${bucketOf(when, place)}`, most: first },
    { key: `pass ${place.line.performance.id}`, most: served },
  ];
  return {
    isFree: (place) => counters(place).every(({ key, most }) => (taken.get(key) ?? 0) < most),
    take(place) {
      for (const { key } of counters(place)) taken.set(key, (taken.get(key) ?? 0) + 1);
    },
  };
}
