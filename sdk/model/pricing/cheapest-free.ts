import { bucketOf, type TrueRule } from './conditions.ts';
import { isLimited, slotsOf } from './limits.ts';
import { type Standing, sumOf } from './places.ts';

/** Places of which the last one is free. */
export type FreeSet = readonly Standing[];

const dearestFirst = (one: Standing, other: Standing) => other.cents - one.cents || one.place.index - other.place.index;

/** The places a rule serves, where it serves only the first N or the people of a pass: the dearest. */
export function served(
  { rule }: TrueRule,
  standings: readonly Standing[],
  people: ReadonlyMap<string, number>,
): Standing[] {
  const sorted = [...standings].sort(dearestFirst);
  if (!isLimited(rule)) return sorted;
  const slots = slotsOf(rule, people);
  return sorted.filter(({ place }) => {
    const free = slots.isFree(place);
    if (free) slots.take(place);
    return free;
  });
}

/**
 * The full sets of a rule that makes the cheapest of so many free: the dearest together, so that the buyer has most of
 * it. A set is made only where it gives more than what its places would have otherwise (`gain`, in cents); a place that
 * has more otherwise stays out of it.
 */
function setsOf(size: number, sorted: readonly Standing[], gain: (standing: Standing) => number): FreeSet[] {
  const sets: FreeSet[] = [];
  let waiting: Standing[] = [];
  for (const standing of sorted) {
    waiting.push(standing);
    if (waiting.length < size) continue;
    if (standing.cents > sumOf(waiting, gain)) {
      sets.push(waiting);
      waiting = [];
    } else {
      const best = waiting.reduce((most, next) => (gain(next) > gain(most) ? next : most));
      waiting = waiting.filter((next) => next !== best);
    }
  }
  return sets;
}

/** All sets of a rule, made apart for each performance where it counts so. */
export function freeSets(
  candidate: TrueRule,
  standings: readonly Standing[],
  people: ReadonlyMap<string, number>,
  gain: (standing: Standing) => number,
): FreeSet[] {
  const { effect, when } = candidate.rule;
  if (effect.kind !== 'cheapest-free') return [];
  const buckets = new Map<string, Standing[]>();
  for (const standing of served(candidate, standings, people)) {
    const bucket = bucketOf(when, standing.place);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), standing]);
  }
  return [...buckets.values()].flatMap((bucket) => setsOf(effect.of, bucket, gain));
}
