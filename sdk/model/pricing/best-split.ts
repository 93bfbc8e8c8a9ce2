import type { ChosenSubscription } from '../../contract/prices/choices.ts';
import { sumOf } from './places.ts';
import { priceCart } from './price-cart.ts';
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
const PRICED = 6;

/** Every way to take `count` aims, one after another, without regard to who has which. */
function combinations(aims: readonly Aim[], count: number): Aim[][] {
  if (count === 0) return [[]];
  return aims.flatMap((aim, rank) => combinations(aims.slice(rank), count - 1).map((others) => [aim, ...others]));
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
  const found = aimsFor(bare, places, formulas);
  const tickets = ticketsOf(found, places);
  const divisions = [...Array(holders.length).keys()]
    .flatMap((count) => combinations(found, count + 1))
    .map((aims) => divisionOf(aims, tickets))
    .filter(({ estimate }) => estimate > 0)
    .sort((one, other) => other.estimate - one.estimate)
    .slice(0, PRICED);

  const before = priceCart(bare).totalCents;
  let best: Split = { subscriptions: [], totalCents: before, savedCents: 0 };
  for (const { aims, shares } of divisions) {
    const subscriptions = shares.flatMap((share, rank): ChosenSubscription[] => {
      const [holder, aim] = [holders[rank], aims[rank]];
      if (!holder || !aim || share.length < aim.from) return [];
      return [{ id: holder.id, formula: aim.formula.id, holder: holder.name, lines: share.map(({ line }) => line.id) }];
    });
    const { totalCents } = priceCart({ ...bare, subscriptions: [...others, ...subscriptions] });
    if (totalCents < best.totalCents) best = { subscriptions, totalCents, savedCents: before - totalCents };
  }
  return best;

  /** Shares places out for aims, and estimates what that takes off, rules apart. */
  function divisionOf(aims: readonly Aim[], performances: readonly Tickets[]) {
    const shares = shareOut(aims, performances);
    const estimate = sumOf(shares, (share) => {
      const aim = aims[shares.indexOf(share)];
      const size = new Set(share.map(({ line }) => line.performance.id)).size;
      if (!aim || size < aim.from) return 0;
      const member = { id: null, formula: aim.formula, places: share, size, complete: true, missingParts: [] };
      const offers = offersOf(member, request.list.rounding);
      return sumOf(share, ({ index, base }) => base - (offers.get(index) ?? base));
    });
    return { aims, shares, estimate };
  }
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
