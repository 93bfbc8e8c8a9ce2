import type { HoldRequest, SeatRequest } from '../contract/index.ts';
import { placeName } from '../model/seating-plan/places.ts';
import { type GivenHall, performanceOf, planOf, statusOf } from './given-hall.ts';
import { freeIn, isArea, leftBehind, refuseChoice, refuseHold } from './given-rules.ts';
import { createObservable } from './observable.ts';
import type { ChosenLine, ChosenPlaces, ChosenState, Failure, Result, SeatingState, SeatingStore } from './types.ts';

/** A choice of seats that only this program knows of. `<foyer-seat-map>` takes it as its `store`. */
export interface SeatChoice extends SeatingStore {
  readonly chosen: ChosenPlaces;
  /** Ids of the visitor's seats, in the order they were chosen in. */
  readonly selected: readonly string[];
  /**
   * Makes free seats the visitor's: all or none. Gives all of the visitor's seats, or why not. A wheelchair place that is
   * protected is asked for as `{ seat, wheelchairUser: true }`.
   */
  pick(...seats: (string | SeatRequest)[]): Result<readonly string[]>;
  /** Gives seats back, and companions' seats with their wheelchair place; those that are not the visitor's are passed over. */
  release(...seats: string[]): void;
  /** Why a server would not let what is chosen be ordered as it is, such as `seat_left_alone`; null when it would. */
  check(): Failure | null;
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

  const own = () => held.map(({ place }) => place);
  const seats = () => own().filter((place) => !isArea(plan, place));
  const now = () => ({ plan, performance, taken, own: own() });

  function hold(place: string): Held {
    lines += 1;
    return { line: `${lines}`, place };
  }

  function select(ids: readonly string[]): void {
    const areas = held.filter(({ place }) => isArea(plan, place));
    held = [...areas, ...[...new Set(ids)].map(hold)];
  }

  function show(): void {
    const moment = now();
    const areas = Object.fromEntries(plan.areas.map(({ id }) => [id, { free: freeIn(moment, id) }]));
    state.set({ state: 'ready', performance, plan, status: { ...taken, cursor: '', areas }, stale: false });
    const chosenLines = held.flatMap(({ line, place }): ChosenLine[] => {
      const named = placeName(plan, place);
      return named ? [{ id: line, performance, place: named }] : [];
    });
    chosen.set(chosenLines.length > 0 ? { state: 'open', cart: { lines: chosenLines } } : { state: 'empty' });
  }

  function take(request: HoldRequest): Failure | undefined {
    const refused = refuseHold(now(), request);
    if (refused) return refused;
    const places = (request.areas ?? []).flatMap(({ area, quantity }) => Array<string>(quantity).fill(area));
    held = [...held, ...(request.seats ?? []).map(({ seat }) => hold(seat)), ...places.map(hold)];
    show();
    return undefined;
  }

  function giveBack(isMeant: (one: Held) => boolean): void {
    const left = leftBehind(
      now(),
      held.filter(isMeant).map(({ place }) => place),
    );
    held = held.filter((one) => !isMeant(one) && !left.includes(one.place));
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
      const error = take({ performance: performance.id, seats: ids.map(asked) });
      return error ? { error } : { data: seats() };
    },
    check: () => refuseChoice(now()),
    release: (...ids) => giveBack(({ place }) => ids.includes(place)),
    update,
  };
}

const asked = (seat: string | SeatRequest): SeatRequest => (typeof seat === 'string' ? { seat } : seat);
