import type { SeatStatus, Taken } from '../../../sdk/contract/seat-status.ts';
import { claimedPlace } from '../catalogue/index.ts';

export type PlaceState = 'free' | 'held' | 'sold' | 'blocked';

/** What a place is, and until when: seconds since 1970 by the database's clock, null for good. */
export interface PlaceChange {
  readonly state: PlaceState;
  readonly until: number | null;
}

/** What is new to those who follow a performance: seats by id, areas with what they have left. */
export interface Delta {
  readonly seats: Readonly<Record<string, PlaceState>>;
  readonly areas: SeatStatus['areas'];
}

/** Everything that is taken, and what every area has left. */
export interface Snapshot {
  readonly seats: Readonly<Record<string, Taken>>;
  readonly areas: SeatStatus['areas'];
}

/** What is taken in one performance, followed over time. Pure: told everything, asks nothing. */
export interface Board {
  /** Takes changes over in the order given; tells what is different in the end. */
  apply(changes: readonly Readonly<Record<string, PlaceChange>>[]): Delta;
  /** Frees what was held until now. */
  expire(now: number): Delta;
  /** How the named places, and all areas, are. */
  look(places: Iterable<string>): Delta;
  snapshot(): Snapshot;
}

/** @param areas Capacity of each unnumbered place of the plan. */
export function createBoard(
  taken: Readonly<Record<string, PlaceChange>>,
  areas: ReadonlyMap<string, { readonly capacity: number }>,
): Board {
  const places = new Map(Object.entries(taken).filter(([, { state }]) => state !== 'free'));

  const free = (area: string) => {
    let count = areas.get(area)?.capacity ?? 0;
    for (const place of places.keys()) if (place !== area && claimedPlace(place) === area) count -= 1;
    return { free: Math.max(0, count) };
  };
  const isSeat = (place: string) => !areas.has(claimedPlace(place));

  const look = (names: Iterable<string>): Delta => {
    const seats: [string, PlaceState][] = [];
    const touched = new Set<string>();
    for (const name of names) {
      if (isSeat(name)) seats.push([name, places.get(name)?.state ?? 'free']);
      else touched.add(claimedPlace(name));
    }
    return {
      seats: Object.fromEntries(seats),
      areas: Object.fromEntries([...touched].map((area) => [area, free(area)])),
    };
  };

  return {
    look,
    apply(changes) {
      const touched = new Set<string>();
      for (const [name, change] of changes.flatMap((change) => Object.entries(change))) {
        const before = places.get(name)?.state ?? 'free';
        if (change.state === 'free') places.delete(name);
        else places.set(name, change);
        if (before !== change.state) touched.add(name);
      }
      return look(touched);
    },
    expire(now) {
      const over = [...places].filter(([, { state, until }]) => state === 'held' && until !== null && until <= now);
      for (const [name] of over) places.delete(name);
      return look(over.map(([name]) => name));
    },
    snapshot: () => ({
      seats: Object.fromEntries(
        [...places].flatMap(([name, { state }]) => (isSeat(name) && state !== 'free' ? [[name, state]] : [])),
      ),
      areas: Object.fromEntries([...areas.keys()].map((area) => [area, free(area)])),
    }),
  };
}

/** True when there is nothing to tell. */
export const isEmpty = ({ seats, areas }: Delta): boolean =>
  Object.keys(seats).length === 0 && Object.keys(areas).length === 0;

/** Two deltas as one: what came later counts. */
export const merge = (earlier: Delta, later: Delta): Delta => ({
  seats: { ...earlier.seats, ...later.seats },
  areas: { ...earlier.areas, ...later.areas },
});
