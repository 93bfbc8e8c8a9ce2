import { type Group, workOut } from './groups.ts';
import { type Place, type Standing, sumOf } from './places.ts';
import type { Rounding } from './rounding.ts';
import { type Membership, offersOf } from './subscriptions.ts';

/** What a place costs by the subscription it is part of. */
interface Offer {
  readonly member: Membership;
  readonly cents: number;
}

interface Priced {
  readonly standings: readonly Standing[];
  /** The subscription a place is part of, by its index. */
  readonly offers: ReadonlyMap<number, Membership>;
}

/** Prices all places, those for which `takes` says so starting from their subscription's price. */
function work(
  places: readonly Place[],
  groups: readonly Group[],
  people: ReadonlyMap<string, number>,
  rounding: Rounding,
  takes: (index: number) => Offer | undefined,
): Standing[] {
  const standings = places.map((place): Standing => {
    const offer = takes(place.index);
    const start = offer ? offer.cents : place.base;
    const subscribed = offer !== undefined && offer.member.formula.rules !== 'after';
    return { place, start, cents: start, feeCents: place.line.feeCents, subscribed, steps: [] };
  });
  for (const group of groups) workOut(group, { standings, people, rounding });
  return standings;
}

/** The places that are better off by the rules than by their subscription: each, or for a price of the whole all together. */
function betterWithout(
  members: readonly Membership[],
  by: readonly Standing[],
  without: readonly Standing[],
): Set<number> {
  const gain = (index: number) => (by[index]?.cents ?? 0) - (without[index]?.cents ?? 0);
  const better = members
    .filter(({ complete, formula }) => complete && formula.rules === 'cheaper')
    .flatMap(({ formula, places, size }) => {
      const indexes = places.map(({ index }) => index);
      const tier = formula.tiers.findLast(({ from }) => from <= size);
      if (tier?.price.kind !== 'whole') return indexes.filter((index) => gain(index) > 0);
      return sumOf(indexes, gain) > 0 ? indexes : [];
    });
  return new Set(better);
}

const total = (standings: readonly Standing[]) => sumOf(standings, ({ cents }) => cents);

/** What every place costs once subscriptions and rules have met. */
export function standingsOf(
  places: readonly Place[],
  members: readonly Membership[],
  groups: readonly Group[],
  people: ReadonlyMap<string, number>,
  rounding: Rounding,
): Priced {
  const all = new Map<number, Offer>();
  const offers = new Map<number, Membership>();
  for (const member of members) {
    for (const [index, cents] of offersOf(member, rounding)) all.set(index, { member, cents });
    for (const { index } of member.complete ? member.places : []) offers.set(index, member);
  }
  const price = (takes: (index: number) => Offer | undefined) => work(places, groups, people, rounding, takes);
  const by = price((index) => all.get(index));
  const isChoice = (index: number) => all.get(index)?.member.formula.rules === 'cheaper';
  if (![...all.keys()].some(isChoice)) return { standings: by, offers };
  const without = price((index) => (isChoice(index) ? undefined : all.get(index)));
  const better = betterWithout(members, by, without);
  const mixed = better.size === 0 ? by : price((index) => (better.has(index) ? undefined : all.get(index)));
  // Sets of places can fall apart when some of them go by the subscription: then nobody does.
  return { standings: total(without) < total(mixed) ? without : mixed, offers };
}
