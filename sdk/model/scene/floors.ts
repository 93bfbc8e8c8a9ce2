import type { Bounds, Point, SeatingPlan } from '../seating-plan/types.ts';

/** Room between two floors: a wide gangway with a name in it, in plan units (1 cm). */
const GAP = 230;
/** Beyond so many floors every arrangement is no longer tried; they then stand in one column. */
const MANY = 8;

export interface FloorArrangement {
  /** By floor: how far its drawing moves. */
  readonly shifts: readonly Point[];
  /** By floor: where it lies afterwards. */
  readonly floors: readonly Bounds[];
  readonly bounds: Bounds;
}

/**
 * How many floors stand in each column so that all of them are seen largest in a view of this shape (width : height).
 * A phone gets them behind each other, a wide screen beside each other; always in order, and all at once.
 */
export function chooseColumns({ floors }: SeatingPlan, aspect: number): readonly number[] {
  let best: readonly number[] = [floors.length];
  let largest = 0;
  for (const columns of floors.length <= MANY ? partitions(floors.length) : []) {
    const { bounds } = arrangeFloors(floors, columns);
    const scale = Math.min(aspect / bounds.width, 1 / bounds.height);
    if (scale <= largest) continue;
    largest = scale;
    best = columns;
  }
  return best;
}

/** Lays the floors of a plan beside and behind each other, each column around its own middle line. */
export function arrangeFloors(floors: SeatingPlan['floors'], columns: readonly number[]): FloorArrangement {
  const placed: Bounds[] = [];
  let left = 0;
  for (const length of columns) {
    const column = floors.slice(placed.length, placed.length + length).map(({ bounds }) => bounds);
    const width = Math.max(0, ...column.map((box) => box.width));
    let top = 0;
    for (const box of column) {
      placed.push({ ...box, x: left + (width - box.width) / 2, y: top });
      top += box.height + GAP;
    }
    left += width + GAP;
  }
  const shifts = placed.map(({ x, y }, floor) => ({
    x: x - (floors[floor]?.bounds.x ?? 0),
    y: y - (floors[floor]?.bounds.y ?? 0),
  }));
  return { shifts, floors: placed, bounds: union(placed) };
}

/** The smallest box around all boxes; an empty one around none. */
export function union(boxes: readonly Bounds[]): Bounds {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Every way to cut a line of so many into consecutive pieces: 3 → [3], [1, 2], [2, 1], [1, 1, 1]. */
function partitions(count: number): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: count }, (_, taken) => partitions(taken).map((rest) => [...rest, count - taken])).flat();
}
