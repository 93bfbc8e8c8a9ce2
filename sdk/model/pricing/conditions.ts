import type { Conditions } from '../../contract/prices/conditions.ts';
import type { PriceList, PriceRule } from '../../contract/prices/price-list.ts';
import { momentOf, yearOf } from './moments.ts';
import type { Place } from './places.ts';
import { has, isAmong } from './selection.ts';
import type { Membership } from './subscriptions.ts';
import type { LineToPrice, PricedPerformance, PricingRequest } from './types.ts';

/** A rule that is true of at least one place of the cart, its quantities included. */
export interface TrueRule {
  readonly rule: PriceRule;
  /** Ordered by index. */
  readonly places: readonly Place[];
}

/** Whether a rule can be true of any place of this cart at all: what depends on no place. */
function isOpen({ when, codes }: PriceRule, request: PricingRequest, given: ReadonlySet<string>): boolean {
  if (when.channels && !when.channels.includes(request.channel)) return false;
  if (codes && !codes.some((code) => given.has(code))) return false;
  return when.pass === undefined || request.passes.some(({ formula }) => formula === when.pass);
}

/** What depends on the performance alone. */
function meansPerformance(when: Conditions, performance: PricedPerformance, at: number): boolean {
  if (!isAmong(when.selection ?? {}, performance)) return false;
  if (when.from && at < momentOf(when.from, performance)) return false;
  return !when.until || at < momentOf(when.until, performance);
}

/** Whether who was born in the year that was told for a place has an age, in the year of the performance. */
export function isAge(age: NonNullable<Conditions['age']>, line: LineToPrice, timeZone: string): boolean {
  if (line.birthYear === undefined) return false;
  const years = yearOf(line.performance.startsAt, timeZone) - line.birthYear;
  return years >= (age.from ?? 0) && years <= (age.to ?? Number.POSITIVE_INFINITY);
}

const meansPlace = (when: Conditions, place: Place, timeZone: string): boolean =>
  (!when.zones || has(when.zones, place.line.zone)) &&
  (!when.priceTypes || has(when.priceTypes, place.line.priceType)) &&
  (!when.age || isAge(when.age, place.line, timeZone));

/** Where the places of a rule are counted apart. */
export const bucketOf = ({ quantity }: Conditions, { line }: Place): string =>
  quantity?.per === 'performance' ? line.performance.id : '';

/** Those of places of which there are as many as the rule asks. */
function withQuantity(when: Conditions, places: readonly Place[]): readonly Place[] {
  const { quantity } = when;
  if (!quantity) return places;
  const counts = new Map<string, number>();
  for (const place of places) {
    const bucket = bucketOf(when, place);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return places.filter((place) => {
    const count = counts.get(bucketOf(when, place)) ?? 0;
    return count >= (quantity.from ?? 0) && count <= (quantity.to ?? Number.POSITIVE_INFINITY);
  });
}

/** The rules of a list that are true of places of a cart, in the list's order. Linear in rules and in places. */
export function trueRules(
  list: PriceList,
  request: PricingRequest,
  places: readonly Place[],
  members: readonly Membership[],
): TrueRule[] {
  const given = new Set(request.codes);
  // What depends on the performance is asked once for all of its places.
  const groups = [...Map.groupBy(places, ({ line }) => line.performance.id).values()];
  const subscribed = new Map<string, Set<Place>>();
  for (const { formula, complete, places: own } of members) {
    const set = subscribed.get(formula.id) ?? new Set();
    subscribed.set(formula.id, set);
    for (const place of complete ? own : []) set.add(place);
  }
  return list.rules.flatMap((rule) => {
    const { when } = rule;
    if (!isOpen(rule, request, given)) return [];
    const inSubscription = when.subscription === undefined ? undefined : subscribed.get(when.subscription);
    if (when.subscription !== undefined && !inSubscription?.size) return [];
    const meant = groups.flatMap((group) => {
      const [first] = group;
      if (!first || !meansPerformance(when, first.line.performance, request.at)) return [];
      return group.filter(
        (place) => meansPlace(when, place, request.timeZone) && (!inSubscription || inSubscription.has(place)),
      );
    });
    const counted = withQuantity(when, meant);
    if (counted.length === 0) return [];
    return [{ rule, places: [...counted].sort((one, other) => one.index - other.index) }];
  });
}
