import type { HoldRequest, Performance } from '../contract/index.ts';
import { createScene, readStates, type Scene } from '../model/scene/index.ts';
import type { HallNow } from '../model/seat-choice/types.ts';
import { afterRelease, type BrokenRule, checkChoice, checkHold } from '../model/seat-rules/index.ts';
import type { HallStatus } from '../model/seat-status/index.ts';
import { placeName } from '../model/seating-plan/places.ts';
import type { SeatingPlan } from '../model/seating-plan/types.ts';
import type { Failure } from './types.ts';

/** A hall that no server keeps, and what somebody has chosen in it. */
export interface GivenMoment {
  readonly plan: SeatingPlan;
  readonly performance: Performance;
  readonly taken: Omit<HallStatus, 'cursor'>;
  /** Ids of the places that are the visitor's: a seat's once, an area's as often as they have places in it. */
  readonly own: readonly string[];
}

/** Why places cannot be held, by the rules and in the words of a server; undefined when they can. */
export function refuseHold(moment: GivenMoment, { seats = [], areas = [] }: HoldRequest): Failure | undefined {
  const { plan, performance, taken, own } = moment;
  if (performance.state !== 'on-sale') return failure('not_on_sale');
  const wanted = seats.map(({ seat }) => seat);
  const twice = wanted.filter((id, index) => wanted.indexOf(id) < index);
  if (twice.length > 0) return failure('duplicate_seat', twice);
  const kindOf = (id: string) => placeName(plan, id)?.kind ?? 'area';
  const unknown = wanted.filter((id) => kindOf(id) === 'area');
  if (unknown.length > 0) return failure('seat_unknown', unknown);
  const gone = wanted.filter((id) => taken.seats[id] || own.includes(id) || kindOf(id) === 'house');
  if (gone.length > 0) return failure('seats_taken', gone);
  if (areas.some(({ area }) => !isArea(plan, area))) return failure('area_unknown');
  if (areas.some(({ area, quantity }) => quantity > freeIn(moment, area))) return failure('area_full');
  const broken = brokenBy(moment, seats);
  if (broken) return broken;
  const places = areas.reduce((sum, { quantity }) => sum + quantity, own.length + wanted.length);
  return places > performance.maxPlacesPerCart ? failure('too_many_places') : undefined;
}

/** Why what is chosen could not be ordered as it is; null when it could. */
export function refuseChoice(moment: GivenMoment): Failure | null {
  if (isFreeForAll(moment)) return null;
  const hall = hallOf(moment);
  return asFailure(hall, checkChoice(hall)) ?? null;
}

/** Companions' seats that go with the seats that are given back. */
export function leftBehind(moment: GivenMoment, seats: readonly string[]): readonly string[] {
  if (moment.performance.seatRules.wheelchair === 'released') return [];
  const hall = hallOf(moment);
  return idsOf(hall, afterRelease(hall, indicesOf(hall, seats)));
}

export const isArea = ({ areas }: SeatingPlan, id: string): boolean => areas.some((area) => area.id === id);

/** Places left in an area. */
export function freeIn({ plan, taken, own }: GivenMoment, id: string): number {
  const capacity = plan.areas.find((area) => area.id === id)?.capacity ?? 0;
  return Math.max(0, (taken.areas[id]?.free ?? capacity) - own.filter((place) => place === id).length);
}

function brokenBy(moment: GivenMoment, seats: NonNullable<HoldRequest['seats']>): Failure | undefined {
  if (seats.length === 0 || moment.performance.seatRules.wheelchair === 'released') return undefined;
  const hall = hallOf(moment);
  const indices = (some: typeof seats) =>
    indicesOf(
      hall,
      some.map(({ seat }) => seat),
    );
  const declared = new Set(indices(seats.filter(({ wheelchairUser }) => wheelchairUser)));
  return asFailure(hall, checkHold(hall, indices(seats), declared));
}

const isFreeForAll = ({ performance: { seatRules } }: GivenMoment): boolean =>
  seatRules.singleSeat === 'off' && seatRules.wheelchair === 'released';

const scenes = new WeakMap<SeatingPlan, Scene>();

function hallOf({ plan, performance, taken, own }: GivenMoment): HallNow {
  const scene = scenes.get(plan) ?? createScene(plan);
  scenes.set(plan, scene);
  return { scene, states: readStates(scene, { status: taken, mine: own }), rules: performance.seatRules };
}

const indicesOf = ({ scene }: HallNow, ids: readonly string[]) => ids.flatMap((id) => scene.indexOf.get(id) ?? []);
const idsOf = ({ scene }: HallNow, seats: readonly number[]) =>
  seats.flatMap((seat) => scene.plan.seats[seat]?.id ?? []);

const asFailure = (hall: HallNow, broken: BrokenRule | null): Failure | undefined =>
  broken ? failure(broken.code, idsOf(hall, broken.seats)) : undefined;

const failure = (code: Failure['code'], seats?: readonly string[]): Failure => ({
  code,
  retryable: false,
  ...(seats && { seats }),
});
