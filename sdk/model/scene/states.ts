import type { Taken } from '../../contract/seat-status.ts';
import { PublicSeatState } from '../seat-status/index.ts';
import { KINDS, type Scene } from './scene.ts';

/** What a seat is to this visitor, as stored in the array that {@link readStates} makes. */
export const SeatState = { ...PublicSeatState, mine: 4, pending: 5 } as const;
export type SeatState = (typeof SeatState)[keyof typeof SeatState];
export type SeatStateName = keyof typeof SeatState;

const NAMES = Object.keys(SeatState) as SeatStateName[];
const HOUSE = KINDS.indexOf('house');

/** The word for a stored state. */
export const stateName = (state: number): SeatStateName => NAMES[state] ?? 'blocked';

/** What everybody sees of the seats: by index as a store keeps it, or only by id. */
export interface SeatsTaken {
  readonly seats: Readonly<Record<string, Taken>>;
  /** See `HallStatus`; read instead of `seats` when it is of as many seats as the plan has. */
  readonly states?: Uint8Array;
}

export interface StateInput {
  /** Live status; own seats appear in it as held. */
  readonly status: SeatsTaken;
  /** Ids of the seats in the visitor's own cart for this performance. */
  readonly mine?: Iterable<string>;
  /** Ids of the seats being asked for or given back at this moment. */
  readonly pending?: Iterable<string>;
}

/**
 * One state per seat. What is under way wins over what is ours, and that over what everybody sees. Ids the plan does
 * not know are passed over: plan and status may be of different versions for a moment.
 */
export function readStates(scene: Scene, { status, mine = [], pending = [] }: StateInput): Uint8Array {
  const states = status.states?.length === scene.count ? status.states.slice() : statesById(scene, status.seats);
  for (const id of mine) mark(scene, states, id, SeatState.mine);
  for (const id of pending) mark(scene, states, id, SeatState.pending);
  return states;
}

function statesById(scene: Scene, seats: SeatsTaken['seats']): Uint8Array {
  const states = new Uint8Array(scene.count);
  for (let seat = 0; seat < scene.count; seat += 1) {
    if (scene.kind[seat] === HOUSE) states[seat] = SeatState.blocked;
  }
  for (const id in seats) mark(scene, states, id, SeatState[seats[id] ?? 'held'] ?? SeatState.blocked);
  return states;
}

function mark({ indexOf }: Scene, states: Uint8Array, id: string, state: number): void {
  const seat = indexOf.get(id);
  if (seat !== undefined) states[seat] = state;
}

/** Seats whose state differs, in order: what has to be drawn again, and what may have to be said. */
export function changedSeats(before: Uint8Array, after: Uint8Array): number[] {
  const changed: number[] = [];
  for (let seat = 0; seat < after.length; seat += 1) if (before[seat] !== after[seat]) changed.push(seat);
  return changed;
}
