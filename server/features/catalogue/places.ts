import type { Place } from '../../../sdk/contract/cart.ts';
import { createScene, type Scene } from '../../../sdk/model/scene/index.ts';
import { wheelchairPlacesOf } from '../../../sdk/model/seat-rules/index.ts';
import { type Area, layOutPlan, type PlanSource, placeName } from '../../../sdk/model/seating-plan/index.ts';

/** A seating plan as the server needs it: which places there are, and what people call them. */
export interface PlanIndex {
  /** As the centre wrote it; this is what travels. */
  readonly source: PlanSource;
  /** Seat or area by its id; undefined when the plan has no such place. */
  place(id: string): Place | undefined;
  readonly areas: ReadonlyMap<string, Area>;
  /** Seats that are the house's own and never sold online. */
  readonly houseSeats: readonly string[];
  /** The wheelchair places a companion's seat belongs to; undefined for any other seat. */
  wheelchairsOf(companion: string): readonly string[] | undefined;
  /** The plan as the rules of choosing look at it. */
  scene(): Scene;
}

export function indexPlan(source: PlanSource): PlanIndex {
  const plan = layOutPlan(source);
  const known = new Set([...plan.seats, ...plan.areas].map(({ id }) => id));
  const places = new Map<string, Place | undefined>();
  let prepared: Scene | undefined;
  const scene = (): Scene => {
    prepared ??= createScene(plan);
    return prepared;
  };
  return {
    source,
    place(id) {
      if (!known.has(id)) return undefined;
      if (!places.has(id)) places.set(id, placeName(plan, id));
      return places.get(id);
    },
    areas: new Map(plan.areas.map((area) => [area.id, area])),
    scene,
    wheelchairsOf(companion) {
      const seat = scene().indexOf.get(companion);
      const beside = seat === undefined ? [] : wheelchairPlacesOf({ scene: scene() }, seat);
      return beside.length > 0 ? beside.flatMap((place) => plan.seats[place]?.id ?? []) : undefined;
    },
    houseSeats: plan.seats.filter(({ kind }) => kind === 'house').map(({ id }) => id),
  };
}

/** The seat or area a claim is on: `STAAN#7` is the seventh place taken of the area `STAAN`. */
export const claimedPlace = (place: string): string => place.split('#', 1)[0] ?? place;
