import type { HoldRequest, Performance } from '../contract/index.ts';
import { placeName } from '../model/seating-plan/places.ts';
import { type GivenHall, performanceOf, planOf, statusOf } from './given-hall.ts';
import { createObservable } from './observable.ts';
import type { ChosenLine, ChosenPlaces, ChosenState, Failure, Result, SeatingState, SeatingStore } from './types.ts';

/** A choice of seats that only this program knows of. `<foyer-seat-map>` takes it as its `store`. */
export interface SeatChoice extends SeatingStore {
  readonly chosen: ChosenPlaces;
  /** Ids of the visitor's seats, in the order they were chosen in. */
  readonly selected: readonly string[];
  /** Makes free seats the visitor's: all or none. Gives all of the visitor's seats, or why not. */
  pick(...seats: string[]): Result<readonly string[]>;
  /** Gives seats back; those that are not the visitor's are passed over. */
  release(...seats: string[]): void;
  /** Replaces part of what is given. @throws TypeError as `createSeatChoice`; nothing is replaced then. */
  update(part: Partial<GivenHall>): void;
}

interface Held {
  readonly line: string;
  readonly place: string;
}

/**
 * Lets somebody choose seats with no server behind it: the states and verbs of a shop's stores, kept in this program
 * only. Nothing is fetched, and nothing is stored.
 * @throws TypeError with what is wrong, when the plan is none or a seat is said to be what no seat can be.
 */
export function createSeatChoice(options: GivenHall): SeatChoice {
  let given = options;
  let plan = planOf(given.plan);
  let performance = performanceOf(plan, given);
  let taken = statusOf(plan, given.status);
  let held: readonly Held[] = [];
  let lines = 0;
  const state = createObservable<SeatingState>({ state: 'loading' }, () => () => {});
  const chosen = createObservable<ChosenState>({ state: 'empty' }, () => () => {});

  const isArea = (id: string) => plan.areas.some((area) => area.id === id);
  const seats = () => held.map(({ place }) => place).filter((place) => !isArea(place));

  function hold(place: string): Held {
    lines += 1;
    return { line: `${lines}`, place };
  }

  function select(ids: readonly string[]): void {
    const areas = held.filter(({ place }) => isArea(place));
    held = [...areas, ...[...new Set(ids)].map(hold)];
  }

  function freeIn(id: string): number {
    const capacity = plan.areas.find((area) => area.id === id)?.capacity ?? 0;
    return Math.max(0, (taken.areas[id]?.free ?? capacity) - held.filter(({ place }) => place === id).length);
  }

  function show(): void {
    const areas = Object.fromEntries(plan.areas.map(({ id }) => [id, { free: freeIn(id) }]));
    state.set({ state: 'ready', performance, plan, status: { ...taken, cursor: '', areas }, stale: false });
    const own = held.flatMap(({ line, place }): ChosenLine[] => {
      const named = placeName(plan, place);
      return named ? [{ id: line, performance, place: named }] : [];
    });
    chosen.set(own.length > 0 ? { state: 'open', cart: { lines: own } } : { state: 'empty' });
  }

  function take(request: HoldRequest): Failure | undefined {
    const refused = refusal(request, performance, held.length);
    if (refused) return refused;
    const places = (request.areas ?? []).flatMap(({ area, quantity }) => Array<string>(quantity).fill(area));
    held = [...held, ...(request.seats ?? []).map(({ seat }) => hold(seat)), ...places.map(hold)];
    show();
    return undefined;
  }

  function refusal(wish: HoldRequest, { state: sale, maxPlacesPerCart }: Performance, count: number) {
    if (sale !== 'on-sale') return failure('not_on_sale');
    const wanted = (wish.seats ?? []).map(({ seat }) => seat);
    const areas = wish.areas ?? [];
    const kindOf = (id: string) => placeName(plan, id)?.kind ?? 'area';
    const unknown = wanted.filter((id) => kindOf(id) === 'area');
    if (unknown.length > 0) return failure('seat_unknown', unknown);
    const own = seats();
    const gone = wanted.filter((id) => taken.seats[id] || own.includes(id) || kindOf(id) === 'house');
    if (gone.length > 0) return failure('seats_taken', gone);
    if (areas.some(({ area }) => !isArea(area))) return failure('area_unknown');
    if (areas.some(({ area, quantity }) => quantity > freeIn(area))) return failure('area_full');
    const places = areas.reduce((sum, { quantity }) => sum + quantity, count + wanted.length);
    return places > maxPlacesPerCart ? failure('too_many_places') : undefined;
  }

  function giveBack(isMeant: (one: Held) => boolean): void {
    held = held.filter((one) => !isMeant(one));
    show();
  }

  function update(part: Partial<GivenHall>): void {
    const next = { ...given, ...part };
    const nextPlan = next.plan === given.plan ? plan : planOf(next.plan);
    const known =
      nextPlan === plan && (['prices', 'rules', 'performance'] as const).every((key) => next[key] === given[key]);
    const nextPerformance = known ? performance : performanceOf(nextPlan, next);
    if (next.status !== given.status || nextPlan !== plan) taken = statusOf(nextPlan, next.status);
    [given, plan, performance] = [next, nextPlan, nextPerformance];
    if (part.selected && String(part.selected) !== String(seats())) select(part.selected);
    show();
  }

  select(given.selected ?? []);
  show();
  return {
    get performance() {
      return performance.id;
    },
    get selected() {
      return seats();
    },
    get: state.get,
    subscribe: state.subscribe,
    reload: () => {},
    chosen: {
      get: chosen.get,
      subscribe: chosen.subscribe,
      async hold(request) {
        const error = take(request);
        return error ? { error } : { data: chosen.get() };
      },
      async release(ids) {
        giveBack(({ line }) => ids.includes(line));
        return { data: chosen.get() };
      },
      reset: () => giveBack(() => true),
    },
    pick(...ids) {
      const error = take({ performance: performance.id, seats: ids.map((seat) => ({ seat })) });
      return error ? { error } : { data: seats() };
    },
    release: (...ids) => giveBack(({ place }) => ids.includes(place)),
    update,
  };
}

const failure = (code: Failure['code'], seats?: readonly string[]): Failure => ({
  code,
  retryable: false,
  ...(seats && { seats }),
});
