import type { SeatStatus } from '../../contract/seat-status.ts';
import { KINDS, type Scene } from './scene.ts';

/** What a seat is to this visitor, as stored in the array that {@link readStates} makes. */
export const SeatState = { free: 0, held: 1, sold: 2, blocked: 3, mine: 4, pending: 5 } as const;
export type SeatState = (typeof SeatState)[keyof typeof SeatState];
export type SeatStateName = keyof typeof SeatState;

const NAMES = Object.keys(SeatState) as SeatStateName[];
const HOUSE = KINDS.indexOf('house');

/** The word for a stored state. */
export const stateName = (state: number): SeatStateName => NAMES[state] ?? 'blocked';

export interface StateInput {
  /** Live status; own seats appear in it as held. */
  readonly status: Pick<SeatStatus, 'seats'>;
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
  const states = new Uint8Array(scene.count);
  for (let seat = 0; seat < scene.count; seat += 1) {
    if (scene.kind[seat] === HOUSE) states[seat] = SeatState.blocked;
  }
  for (const id in status.seats) mark(id, SeatState[status.seats[id] ?? 'held']);
  for (const id of mine) mark(id, SeatState.mine);
  for (const id of pending) mark(id, SeatState.pending);
  return states;

  function mark(id: string, state: SeatState): void {
    const seat = scene.indexOf.get(id);
    if (seat !== undefined) states[seat] = state;
  }
}

/** Seats whose state differs, in order: what has to be drawn again, and what may have to be said. */
export function changedSeats(before: Uint8Array, after: Uint8Array): number[] {
  const changed: number[] = [];
  for (let seat = 0; seat < after.length; seat += 1) if (before[seat] !== after[seat]) changed.push(seat);
  return changed;
}
