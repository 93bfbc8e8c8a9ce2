import type { SeatChange, SeatStatus, Taken } from '../../contract/seat-status.ts';
import { flatSeats, KINDS } from '../seating-plan/flat-seats.ts';
import type { SeatingPlan } from '../seating-plan/types.ts';
import { readRuns, type SeatsByState } from './runs.ts';

/** What everybody sees of a seat, as stored in {@link HallStatus.states}. */
export const PublicSeatState = { free: 0, held: 1, sold: 2, blocked: 3 } as const;

/** What is taken in one hall at one moment, as everybody sees it. Never changed: what happens makes another one. */
export interface HallStatus {
  /** From where to follow on. */
  readonly cursor: string;
  /** A {@link PublicSeatState} for each of `plan.seats`. The house's own seats are blocked, whatever else is known. */
  readonly states: Uint8Array;
  /** By seat id, only what is taken. Made when first asked for: of a large hall, `states` tells the same much sooner. */
  readonly seats: Readonly<Record<string, Taken>>;
  /** Every area of the plan. */
  readonly areas: SeatStatus['areas'];
}

/**
 * Reads a status as it came over the wire, trusting nothing. Undefined when it is of another plan, or no status at all.
 */
export function readStatus(plan: SeatingPlan, told: SeatStatus): HallStatus | undefined {
  const { count, kind } = flatSeats(plan);
  const states = new Uint8Array(count);
  for (let seat = 0; seat < count; seat += 1) if (kind[seat] === HOUSE) states[seat] = PublicSeatState.blocked;
  if (!isOf(plan, told) || !take(plan, states, told.seats)) return undefined;
  return hallStatus(plan, { cursor: told.cursor, areas: told.areas, states });
}

/** The status after changes, in the order they came. Undefined when one of them is of another plan, or none at all. */
export function applyChanges(
  plan: SeatingPlan,
  before: HallStatus,
  changes: readonly SeatChange[],
): HallStatus | undefined {
  const states = before.states.slice();
  let { cursor, areas } = before;
  for (const change of changes) {
    if (!isOf(plan, change) || !take(plan, states, change.seats)) return undefined;
    cursor = change.cursor;
    // The same object until a number changes, for who compares.
    if (Object.keys(change.areas).length > 0) areas = { ...areas, ...change.areas };
  }
  return hallStatus(plan, { cursor, areas, states });
}

const STATES = Object.keys(PublicSeatState) as (keyof typeof PublicSeatState)[];

/** True for what has the shape of a status or a change and counts the seats of this very plan. */
function isOf({ id, version }: SeatingPlan, told: unknown): boolean {
  if (!isObject(told) || typeof told.cursor !== 'string') return false;
  const { plan, seats, areas } = told;
  if (!isObject(plan) || plan.id !== id || plan.version !== version) return false;
  const counts = isObject(areas) && Object.values(areas);
  return isObject(seats) && counts !== false && counts.every((area) => isObject(area) && Number.isInteger(area.free));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const HOUSE = KINDS.indexOf('house');

/** Marks what was told of seats; false when it cannot be read. Seats beyond the plan are passed over. */
function take(plan: SeatingPlan, states: Uint8Array, seats: SeatsByState): boolean {
  const { kind } = flatSeats(plan);
  // What a seat is when nobody has it.
  const givenBack = (seat: number) => (kind[seat] === HOUSE ? PublicSeatState.blocked : PublicSeatState.free);
  return STATES.every((name) => {
    const text: unknown = seats[name];
    if (text === undefined) return true;
    const mark = (first: number, behind: number) => {
      const end = Math.min(behind, states.length);
      for (let seat = first; seat < end; seat += 1) {
        states[seat] = name === 'free' ? givenBack(seat) : PublicSeatState[name];
      }
    };
    return typeof text === 'string' && readRuns(text, mark);
  });
}

function hallStatus(plan: SeatingPlan, known: Pick<HallStatus, 'cursor' | 'states' | 'areas'>): HallStatus {
  const { cursor, states, areas } = known;
  let seats: Record<string, Taken> | undefined;
  return Object.freeze({
    cursor,
    states,
    areas,
    get seats() {
      seats ??= Object.fromEntries(taken(plan, states));
      return seats;
    },
  });
}

function taken({ seats }: SeatingPlan, states: Uint8Array): [string, Taken][] {
  return seats.flatMap(({ id }, seat): [string, Taken][] => {
    const name = STATES[states[seat] ?? 0];
    return name && name !== 'free' ? [[id, name]] : [];
  });
}
