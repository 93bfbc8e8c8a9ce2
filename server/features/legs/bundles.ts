import type { BundleLines, ReservationItem } from '../../../sdk/contract/network/index.ts';

import type { Leg } from './leg.ts';

type Place = BundleLines['places'][number];

/** What is left of bundles when only these items are reserved: what is gone is in none. Sizes stay as they were. */
export function withinItems(bundles: readonly BundleLines[], items: readonly ReservationItem[]): BundleLines[] {
  const left = new Map(
    items.flatMap(({ performance, seats = [], areas = [] }) => [
      ...seats.map(({ seat }) => [keyOf({ performance, place: seat }), 1] as const),
      ...summed(areas).map(([area, quantity]) => [keyOf({ performance, place: area }), quantity] as const),
    ]),
  );
  const take = (place: Place): Place[] => {
    const most = left.get(keyOf(place)) ?? 0;
    const quantity = Math.min(most, place.quantity);
    left.set(keyOf(place), most - quantity);
    return quantity > 0 ? [{ ...place, quantity }] : [];
  };
  return bundles
    .map((bundle) => ({ ...bundle, places: bundle.places.flatMap(take) }))
    .filter(({ places }) => places.length > 0);
}

const keyOf = ({ performance, place }: Pick<Place, 'performance' | 'place'>) => `${performance} ${place}`;

/** An area is wanted once for each price type. */
function summed(areas: NonNullable<ReservationItem['areas']>): [string, number][] {
  const groups = Map.groupBy(areas, ({ area }) => area);
  return [...groups].map(([area, same]) => [area, same.reduce((sum, { quantity }) => sum + quantity, 0)]);
}

/** Places of some bundle, by their lines. */
export interface LinesOfBundle extends Omit<BundleLines, 'places'> {
  readonly lines: readonly string[];
}

/** As parts of what the lines of a leg are to be held, in the owner's own names. What has nothing there is left out. */
export function bundlesAt(bundles: readonly LinesOfBundle[], { lines }: Pick<Leg, 'lines'>): BundleLines[] {
  return bundles.flatMap(({ formula, kind, lines: ids, settlement, size }) => {
    const own = lines.filter(({ id }) => ids.includes(id));
    if (own.length === 0) return [];
    const groups = Map.groupBy(own, ({ performance, place }) => `${performance.id} ${place.id}`);
    const places = [...groups.values()].flatMap((same): Place[] => {
      const [first] = same;
      if (!first) return [];
      const { performance, place } = first;
      const named = place.kind === 'area' ? { lines: same.map(({ id }) => id) } : {};
      return [{ performance: performance.id, place: place.id, quantity: same.length, ...named }];
    });
    return [{ formula, kind, size, ...(settlement !== undefined && { settlement }), places }];
  });
}

/** Whether two lists of bundles ask for the same. */
export const isSame = (one: readonly BundleLines[] | null, other: readonly BundleLines[] | null): boolean =>
  one !== null && other !== null && JSON.stringify(one.map(ordered)) === JSON.stringify(other.map(ordered));

/** Out of a database the members of an object come in another order. */
const ordered = ({ formula, kind, size, settlement, places }: BundleLines) => [
  ...[formula, kind, size, settlement ?? null],
  places.map(({ performance, place, quantity, lines }) => [performance, place, quantity, lines ?? null]),
];
