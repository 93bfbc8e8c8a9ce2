import type { ChosenSubscription } from '../../contract/prices/choices.ts';
import { type Place, sumOf } from './places.ts';
import { priceCart } from './price-cart.ts';
import type { Rounding } from './rounding.ts';
import { isAmong } from './selection.ts';
import { type Aim, shareOut, type Tickets } from './share-out.ts';
import { membershipsOf, offersOf, subscriptionBooking } from './subscriptions.ts';
import type { PricingRequest } from './types.ts';
import { placesOf } from './visits.ts';

export interface SplitRequest {
  /** The cart as it is; other subscriptions in it than those of `holders` stay as they are. */
  readonly request: PricingRequest;
  /** One subscription each, by its id. */
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  /** Formulas to choose from, by id; without it, all that can be bought now. */
  readonly formulas?: readonly string[];
}

export interface Split {
  /** Of the holders for whom a subscription pays. */
  readonly subscriptions: readonly ChosenSubscription[];
  readonly totalCents: number;
  /** What it takes off, compared with no subscription for any of the holders. */
  readonly savedCents: number;
}

/** So many of the most promising divisions are priced with all rules. */
const PRICED = 4;

/** Places shared out for aims, and what that takes off, rules apart. */
interface Division {
  readonly parts: readonly { readonly aim: Aim; readonly places: readonly Place[] }[];
  readonly estimate: number;
}

/** Every way to take `count` aims, one after another, without regard to who has which. */
function combinations(aims: readonly Aim[], count: number): Aim[][] {
  if (count === 0) return [[]];
  return aims.flatMap((aim, rank) => combinations(aims.slice(rank), count - 1).map((others) => [aim, ...others]));
}

function divisionOf(aims: readonly Aim[], performances: readonly Tickets[], rounding: Rounding): Division {
  const shares = shareOut(aims, performances);
  const parts = aims.flatMap((aim, rank) => {
    const places = shares[rank] ?? [];
    return places.length >= aim.from ? [{ aim, places }] : [];
  });
  const estimate = sumOf(parts, ({ aim: { formula }, places }) => {
    const member = { id: null, formula, places, size: places.length, complete: true, missingParts: [] };
    const offers = offersOf(member, rounding);
    return sumOf(places, ({ index, base }) => base - (offers.get(index) ?? base));
  });
  return { parts, estimate };
}

/** The divisions that take off most, each once. */
function promising(divisions: readonly Division[]): readonly Division[] {
  const different = new Map<string, Division>();
  for (const division of divisions) {
    const key = division.parts.map(({ aim, places }) =>
      [aim.formula.id, ...places.map(({ index }) => index)].join(' '),
    );
    if (division.estimate > 0) different.set(key.sort().join('/'), division);
  }
  return [...different.values()].sort((one, other) => other.estimate - one.estimate).slice(0, PRICED);
}

/**
 * The best division of the places of a cart over holders and formulas: who has which, and by which formula, so that the
 * cart costs least. Every tier of every formula is an aim for every holder; every set of aims is filled with the places
 * there are, the most promising are priced with all rules, and the cheapest is the answer. A holder has one place of a
 * performance at most. Where formulas differ in what they may choose from, it is a good division, not a proof.
 */
export function bestSplit({ request, holders, formulas }: SplitRequest): Split {
  const own = new Set(holders.map(({ id }) => id));
  const others = request.subscriptions.filter(({ id }) => !own.has(id));
  const bare: PricingRequest = { ...request, subscriptions: others };
  const places = freePlaces(bare);
  const aims = aimsFor(bare, places, formulas);
  const tickets = ticketsOf(aims, places);
  const divisions = [...holders.keys()]
    .flatMap((rank) => combinations(aims, rank + 1))
    .map((some) => divisionOf(some, tickets, request.list.rounding));

  const before = priceCart(bare).totalCents;
  let best: Split = { subscriptions: [], totalCents: before, savedCents: 0 };
  for (const { parts } of promising(divisions)) {
    const subscriptions = parts.flatMap(({ aim, places: share }, rank): ChosenSubscription[] => {
      const holder = holders[rank];
      const lines = share.map(({ line }) => line.id);
      return holder ? [{ id: holder.id, formula: aim.formula.id, holder: holder.name, lines }] : [];
    });
    const { totalCents } = priceCart({ ...bare, subscriptions: [...others, ...subscriptions] });
    if (totalCents < best.totalCents) best = { subscriptions, totalCents, savedCents: before - totalCents };
  }
  return best;
}

/** The places that can be part of a subscription and are not yet, the dearest first. */
function freePlaces(request: PricingRequest) {
  const places = placesOf(request);
  const taken = new Set(membershipsOf(request, places).flatMap(({ places: those }) => those));
  return places
    .filter((place) => !taken.has(place) && !place.why.some(({ kind }) => kind === 'pass'))
    .sort((one, other) => other.base - one.base || one.index - other.index);
}

/** Every tier that the places have performances enough for; the highest first, which has what is left over. */
function aimsFor(
  { list, at }: PricingRequest,
  places: ReturnType<typeof freePlaces>,
  wanted: readonly string[] | undefined,
): Aim[] {
  return list.subscriptions
    .filter((formula) => (wanted?.includes(formula.id) ?? true) && subscriptionBooking(formula, at) === 'open')
    .flatMap((formula) => {
      const among = places.filter(({ line }) => isAmong(formula.among, line.performance));
      const size = new Set(among.map(({ line }) => line.performance.id)).size;
      return formula.tiers.filter(({ from }) => from <= size).map(({ from }): Aim => ({ formula, from }));
    })
    .sort((one, other) => other.from - one.from);
}

/** The places by performance; first what parts of formulas ask for, then what fewest can have. */
function ticketsOf(aims: readonly Aim[], places: ReturnType<typeof freePlaces>): Tickets[] {
  const formulas = [...new Set(aims.map(({ formula }) => formula))];
  const groups = Map.groupBy(places, ({ line }) => line.performance.id);
  return [...groups.values()]
    .flatMap((group) => {
      const performance = group[0]?.line.performance;
      if (!performance) return [];
      const able = formulas.filter(({ among }) => isAmong(among, performance));
      const isPart = able.some(({ parts }) => parts.some(({ among }) => isAmong(among, performance)));
      return able.length > 0 ? [{ places: group, formulas: new Set(able), isPart, id: performance.id }] : [];
    })
    .sort(
      (one, other) =>
        Number(other.isPart) - Number(one.isPart) ||
        one.formulas.size - other.formulas.size ||
        one.places.length - other.places.length ||
        (one.id < other.id ? -1 : 1),
    );
}
