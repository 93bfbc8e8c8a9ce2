import type { PlanSource } from '../../../../../sdk/model/seating-plan/source.ts';
import { SEAT_RADIUS } from '../engine.ts';

/** All seats in flat arrays, with a box around each row. */
export interface Seats {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly zone: Uint8Array;
  readonly number: Uint16Array;
  readonly sold: Uint8Array;
  readonly rowStart: Uint32Array;
  /** Left, top, right, bottom of every row. */
  readonly boxes: Float32Array;
}

const PITCH = 52;
const DEPTH = 95;

/** Works out where the seats are from the rules of the plan: only what the halls of this bench use of them. */
export function expand(plan: PlanSource, sold: readonly number[]): Seats {
  const blocks = (plan.sections ?? []).flatMap(({ zone, blocks }) => blocks.map((block) => ({ block, zone })));
  const rowsIn = (rows: string | readonly string[]) => Number(String(rows).split('..')[1]);
  const rowCount = blocks.reduce((sum, { block }) => sum + rowsIn(block.rows), 0);
  const count = blocks.reduce((sum, { block }) => sum + rowsIn(block.rows) * Number(block.seats), 0);
  const seats: Seats = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    zone: new Uint8Array(count),
    number: new Uint16Array(count),
    sold: new Uint8Array(count),
    rowStart: new Uint32Array(rowCount + 1),
    boxes: new Float32Array(rowCount * 4),
  };
  let seat = 0;
  let row = 0;
  for (const { block, zone } of blocks) {
    const { turn = 0, radius = 1, at: [left, top] = [0, 0] } = block;
    const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
    const zoneIndex = plan.zones.findIndex(({ id }) => id === zone);
    const perRow = Number(block.seats);
    for (let behind = 0; behind < rowsIn(block.rows); behind += 1, row += 1) {
      const arc = radius + behind * DEPTH;
      for (let index = 0; index < perRow; index += 1, seat += 1) {
        const angle = ((index - (perRow - 1) / 2) * PITCH) / arc;
        const across = arc * Math.sin(angle);
        const back = arc * Math.cos(angle) - radius;
        seats.x[seat] = left + across * cosine - back * sine;
        seats.y[seat] = top + across * sine + back * cosine;
        seats.zone[seat] = zoneIndex;
        seats.number[seat] = index + 1;
      }
      seats.rowStart[row + 1] = seat;
      box(seats, row);
    }
  }
  for (const index of sold) seats.sold[index] = 1;
  return seats;
}

function box({ x, y, rowStart, boxes }: Seats, row: number): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let seat = rowStart[row] ?? 0; seat < (rowStart[row + 1] ?? 0); seat += 1) {
    left = Math.min(left, x[seat] ?? 0);
    right = Math.max(right, x[seat] ?? 0);
    top = Math.min(top, y[seat] ?? 0);
    bottom = Math.max(bottom, y[seat] ?? 0);
  }
  boxes.set([left - SEAT_RADIUS, top - SEAT_RADIUS, right + SEAT_RADIUS, bottom + SEAT_RADIUS], row * 4);
}

/** The nearest seat within reach, from square cells that know their seats; -1 for none. */
export function createIndex({ count, x, y }: Seats): (atX: number, atY: number, reach: number) => number {
  const size = PITCH * 2;
  const left = Math.min(...sampled(x));
  const top = Math.min(...sampled(y));
  const columns = Math.ceil((Math.max(...sampled(x)) - left) / size) + 2;
  const lines = Math.ceil((Math.max(...sampled(y)) - top) / size) + 2;
  const starts = new Uint32Array(columns * lines + 1);
  const cellOf = new Uint32Array(count);
  const column = (at: number) => Math.min(columns - 1, Math.max(0, Math.floor((at - left) / size) + 1));
  const line = (at: number) => Math.min(lines - 1, Math.max(0, Math.floor((at - top) / size) + 1));
  for (let seat = 0; seat < count; seat += 1) {
    const cell = line(y[seat] ?? 0) * columns + column(x[seat] ?? 0);
    cellOf[seat] = cell;
    starts[cell + 1]! += 1;
  }
  for (let cell = 0; cell < columns * lines; cell += 1) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const seats = new Uint32Array(count);
  for (let seat = 0; seat < count; seat += 1) seats[next[cellOf[seat]!]!++] = seat;
  return (atX, atY, reach) => {
    let best = -1;
    let least = reach * reach;
    for (let at = line(atY - reach); at <= line(atY + reach); at += 1) {
      const end = starts[at * columns + column(atX + reach) + 1]!;
      for (let slot = starts[at * columns + column(atX - reach)]!; slot < end; slot += 1) {
        const seat = seats[slot]!;
        const distance = (x[seat]! - atX) ** 2 + (y[seat]! - atY) ** 2;
        if (distance > least) continue;
        least = distance;
        best = seat;
      }
    }
    return best;
  };
}

/** Enough of the seats to know where the others are, within a cell. */
const sampled = (all: Float32Array) => all.filter((_, index) => index % 20 === 0 || index % 25 === 24);
