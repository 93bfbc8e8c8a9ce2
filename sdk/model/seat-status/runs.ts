import type { SeatChange, SeatRuns } from '../../contract/seat-status.ts';

export type SeatsByState = SeatChange['seats'];
export type PublicState = keyof SeatsByState;

/** Seats a letter can pass over: `a` 0 to `z` 25, `A` 26 to `Z` 51. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const [MINUS, ZERO, NINE, CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z] = [45, 48, 57, 65, 90, 97, 122];

/** Writes seats as the contract's SeatRuns. @param seats Indices in the plan, each once, in rising order. */
export function writeRuns(seats: Iterable<number>): SeatRuns {
  let text = '';
  let end = 0;
  let length = 0;
  const close = () => {
    if (length > 1) text += length;
  };
  for (const seat of seats) {
    const passed = seat - end;
    if (passed === 0 && length > 0) {
      length += 1;
    } else {
      close();
      const far = passed - LETTERS.length + 1;
      text += far > 0 ? `-${far}Z` : LETTERS[passed];
      length = 1;
    }
    end = seat + 1;
  }
  close();
  return text;
}

/**
 * Reads SeatRuns: calls back with the first seat of each run and the one behind its last.
 * @returns False when the text is none; what came before the fault has been told by then.
 */
export function readRuns(text: string, tell: (first: number, end: number) => void): boolean {
  let seat = 0;
  let at = 0;
  const number = () => {
    let value = 0;
    for (; text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE; at += 1) {
      value = value * 10 + text.charCodeAt(at) - ZERO;
    }
    return value;
  };
  while (at < text.length) {
    if (text.charCodeAt(at) === MINUS) {
      at += 1;
      const far = number();
      if (far === 0) return false;
      seat += far;
    }
    const passed = letterAt(text, at);
    if (passed < 0) return false;
    at += 1;
    const first = seat + passed;
    seat = first + (number() || 1);
    tell(first, seat);
  }
  return true;
}

function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= SMALL_A && code <= SMALL_Z) return code - SMALL_A;
  return code >= CAPITAL_A && code <= CAPITAL_Z ? code - CAPITAL_A + 26 : -1;
}

/** Writes the states of some seats, for a status or a change. @param seats By index in the plan, in any order. */
export function writeSeats<State extends PublicState>(
  seats: Iterable<readonly [index: number, state: State]>,
): Partial<Record<State, SeatRuns>> {
  const sorted = [...seats].sort(([one], [other]) => one - other);
  const byState = new Map<State, number[]>();
  for (const [index, state] of sorted) {
    const known = byState.get(state);
    if (known) known.push(index);
    else byState.set(state, [index]);
  }
  const written: Partial<Record<State, SeatRuns>> = {};
  for (const [state, indices] of byState) written[state] = writeRuns(indices);
  return written;
}
