import type { BundleLines, ReservationItem, ReservationRequest } from '../../../../sdk/contract/network/index.ts';
import type { PriceList, Selection } from '../../../../sdk/contract/prices/index.ts';
import { isAmong, type PricedPerformance, subscriptionBooking } from '../../../../sdk/model/pricing/index.ts';
import { FoyerError } from '../../../errors.ts';

/** What bundles are judged by. */
export interface BundleContext {
  readonly list: PriceList;
  /** When the hold began. */
  readonly at: Date;
  /** As our price list sees our performances, by their id. */
  readonly performances: ReadonlyMap<string, PricedPerformance>;
}

const DAY = 24 * 3_600_000;

/**
 * Refuses bundles that our price list does not know as the seller does, and places that are none of the reservation's.
 * @throws FoyerError `formula_unknown` for a formula that we do not have, and for a performance that is not among it;
 * `not_on_sale` for one that cannot be booked by it now; `total_changed` when a visit is settled for another amount;
 * `invalid_request` for places that are not reserved, or are in two bundles. Each with its field.
 */
export function refuseBundles({ bundles = [], items }: ReservationRequest, context: BundleContext): void {
  const left = placesOf(items);
  for (const [index, bundle] of bundles.entries()) {
    const field = `bundles.${index}`;
    const among = bundle.kind === 'pass' ? visitsOf(bundle, field, context) : subscriptionOf(bundle, field, context);
    for (const [at, { performance, place, quantity }] of bundle.places.entries()) {
      const where = `${field}.places.${at}`;
      const key = `${performance} ${place}`;
      const free = left.get(key) ?? 0;
      if (free < quantity) throw new FoyerError('invalid_request', { field: `${where}.place` });
      left.set(key, free - quantity);
      among(context.performances.get(performance), `${where}.performance`);
    }
  }
}

/** How many of each place are wanted. */
function placesOf(items: readonly ReservationItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string, quantity: number) => counts.set(key, (counts.get(key) ?? 0) + quantity);
  for (const { performance, seats = [], areas = [] } of items) {
    for (const { seat } of seats) add(`${performance} ${seat}`, 1);
    for (const { area, quantity } of areas) add(`${performance} ${area}`, quantity);
  }
  return counts;
}

type Judge = (performance: PricedPerformance | undefined, field: string) => void;

function subscriptionOf({ formula }: BundleLines, field: string, { list, at }: BundleContext): Judge {
  const known = list.subscriptions.find(({ id }) => id === formula);
  if (!known) throw new FoyerError('formula_unknown', { field: `${field}.formula` });
  if (subscriptionBooking(known, at.getTime()) !== 'open') {
    throw new FoyerError('not_on_sale', { field: `${field}.formula` });
  }
  return mustBeAmong(known.among);
}

function visitsOf({ formula, settlement }: BundleLines, field: string, { list, at }: BundleContext): Judge {
  const visits = list.passes.find(({ id }) => id === formula)?.visits;
  if (!visits) throw new FoyerError('formula_unknown', { field: `${field}.formula` });
  if (settlement !== undefined && settlement !== (visits.settlement ?? visits.price)) {
    throw new FoyerError('total_changed', { field: `${field}.settlement` });
  }
  const among = mustBeAmong(visits.among);
  return (performance, where) => {
    among(performance, where);
    const days = ((performance?.startsAt ?? 0) - at.getTime()) / DAY;
    if (visits.daysAhead !== undefined && days > visits.daysAhead)
      throw new FoyerError('not_on_sale', { field: where });
  };
}

const mustBeAmong =
  (selection: Selection): Judge =>
  (performance, field) => {
    if (!performance || !isAmong(selection, performance)) throw new FoyerError('formula_unknown', { field });
  };

/** Which lines each bundle has. Of places alike those that the seller named, then the first. */
export function linesOfBundles(
  bundles: readonly BundleLines[],
  lines: readonly {
    readonly id: string;
    readonly performance: { readonly id: string };
    readonly place: { readonly id: string };
  }[],
): readonly (readonly string[])[] {
  const left = new Map(lines.map((line) => [line.id, line]));
  return bundles.map(({ places }) =>
    places.flatMap(({ performance, place, quantity, lines: named = [] }) => {
      const alike = [...left.values()].filter((line) => line.performance.id === performance && line.place.id === place);
      const first = alike.filter(({ id }) => named.includes(id));
      const taken = [...first, ...alike.filter((line) => !first.includes(line))].slice(0, quantity);
      for (const { id } of taken) left.delete(id);
      return taken.map(({ id }) => id);
    }),
  );
}
