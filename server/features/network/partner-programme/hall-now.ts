import type { SeatChange, SeatStatus, Taken } from '../../../../sdk/contract/index.ts';
import { type PublicState, readRuns, writeSeats } from '../../../../sdk/model/seat-status/index.ts';

/** What is taken in a partner's hall, kept up to date by what the partner tells. */
export interface HallNow {
  /** As anybody who comes now must know it. */
  status(): SeatStatus;
  /** @returns false for what cannot be: another plan, or no seats of one. Then nothing more can be believed. */
  apply(change: SeatChange): boolean;
}

/** No hall has more seats; a text of a few letters could name millions. */
const MOST_SEATS = 200_000;

/** @returns undefined when the status cannot be read. */
export function createHallNow(told: SeatStatus): HallNow | undefined {
  const seats = new Map<number, Taken>();
  let { cursor, areas } = told;
  if (!mark(seats, told.seats)) return undefined;
  return {
    status: () => ({ cursor, plan: told.plan, seats: writeSeats(seats), areas }),
    apply(change) {
      const { id, version } = told.plan;
      if (change.plan.id !== id || change.plan.version !== version || !mark(seats, change.seats)) return false;
      cursor = change.cursor;
      areas = { ...areas, ...change.areas };
      return true;
    },
  };
}

function mark(seats: Map<number, Taken>, runs: SeatChange['seats']): boolean {
  return Object.entries(runs).every(([state, text]) => {
    let fits = true;
    const isRead = readRuns(text, (first, end) => {
      fits &&= end <= MOST_SEATS;
      for (let seat = first; fits && seat < end; seat += 1) set(seats, seat, state as PublicState);
    });
    return isRead && fits;
  });
}

function set(seats: Map<number, Taken>, seat: number, state: PublicState): void {
  if (state === 'free') seats.delete(seat);
  else seats.set(seat, state);
}
