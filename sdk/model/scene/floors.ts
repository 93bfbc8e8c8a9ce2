import { flatSeats, within } from '../seating-plan/flat-seats.ts';
import type { Bounds, Point, SeatingPlan } from '../seating-plan/types.ts';

/** Room between two floors: a wide gangway with a name in it, in plan units (1 cm). */
const GAP = 230;
/** How much of what surrounds the seats has to be seen, in plan units (1 cm). */
const SURROUNDINGS = 330;
/** Share of the largest scale that still counts as large. */
const NEARLY = 0.9;
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
 * How many floors stand in each column so that all of them are seen large in a view of this shape (width : height).
 * A phone gets them behind each other, a wide screen beside each other; always in order, and all at once.
 */
export function chooseColumns(plan: SeatingPlan, aspect: number): readonly number[] {
  const boxes = floorBoxes(plan);
  const ways = boxes.length <= MANY ? partitions(boxes.length) : [[boxes.length]];
  const tried = ways.map((columns) => {
    const { width, height } = union(place(boxes, columns));
    return { columns, scale: Math.min(aspect / width, 1 / height), area: width * height };
  });
  const largest = Math.max(...tried.map(({ scale }) => scale));
  // Of those that show seats nearly as large, the most compact one reads as one hall.
  const good = tried.filter(({ scale }) => scale >= largest * NEARLY).sort((a, b) => a.area - b.area);
  return good[0]?.columns ?? [boxes.length];
}

/** Lays the floors of a plan beside and behind each other. */
export function arrangeFloors(plan: SeatingPlan, columns: readonly number[]): FloorArrangement {
  const boxes = floorBoxes(plan);
  const floors = place(boxes, columns);
  const shifts = floors.map(({ x, y }, floor) => ({ x: x - (boxes[floor]?.x ?? 0), y: y - (boxes[floor]?.y ?? 0) }));
  return { shifts, floors, bounds: union(floors) };
}

/**
 * What has to be seen of each floor: all its places, and of what surrounds them (a deep stage, a far door) only so
 * much that people recognise it.
 */
function floorBoxes(plan: SeatingPlan): readonly Bounds[] {
  const boxes = known.get(plan) ?? measureFloors(plan);
  known.set(plan, boxes);
  return boxes;
}

/** Asked for with every way to arrange the floors; they stay as large as they are. */
const known = new WeakMap<SeatingPlan, readonly Bounds[]>();

function measureFloors(plan: SeatingPlan): readonly Bounds[] {
  const { floors, sections, rows, areas } = plan;
  const { rowBoxes } = flatSeats(plan);
  const places = floors.map((): Sides => [Infinity, Infinity, -Infinity, -Infinity]);
  const sectionFloors = sections.map(({ floor }) => places[floor]);
  rows.forEach(({ section, seats }, row) => {
    const sides = sectionFloors[section];
    if (!sides || seats.length === 0) return;
    const at = row * 4;
    stretch(sides, rowBoxes[at] as number, rowBoxes[at + 1] as number);
    stretch(sides, rowBoxes[at + 2] as number, rowBoxes[at + 3] as number);
  });
  for (const { floor, outline } of areas) for (const { x, y } of outline) stretch(places[floor], x, y);
  return floors.map((drawn, floor) => {
    const bounds = reachable(drawn.bounds);
    const [left, top, right, bottom] = places[floor] ?? [Infinity, Infinity, -Infinity, -Infinity];
    if (left > right || top > bottom) return bounds;
    const x = Math.min(left, Math.max(bounds.x, left - SURROUNDINGS));
    const y = Math.min(top, Math.max(bounds.y, top - SURROUNDINGS));
    return {
      x,
      y,
      width: Math.max(right, Math.min(bounds.x + bounds.width, right + SURROUNDINGS)) - x,
      height: Math.max(bottom, Math.min(bounds.y + bounds.height, bottom + SURROUNDINGS)) - y,
    };
  });
}

const reachable = ({ x, y, width, height }: Bounds): Bounds => ({
  x: within(x),
  y: within(y),
  width: Math.max(0, within(width)),
  height: Math.max(0, within(height)),
});

type Sides = [left: number, top: number, right: number, bottom: number];

function stretch(sides: Sides | undefined, left: number, top: number): void {
  if (!sides) return;
  const x = within(left);
  const y = within(top);
  if (x < sides[0]) sides[0] = x;
  if (y < sides[1]) sides[1] = y;
  if (x > sides[2]) sides[2] = x;
  if (y > sides[3]) sides[3] = y;
}

/** Columns from left to right, floors in each from the stage backwards; everything around shared middle lines. */
function place(boxes: readonly Bounds[], columns: readonly number[]): Bounds[] {
  const placed: Bounds[] = [];
  const starts = columns.map((_, index) => columns.slice(0, index).reduce((sum, length) => sum + length, 0));
  const heights = columns.map((length, column) => {
    const start = starts[column] ?? 0;
    return boxes.slice(start, start + length).reduce((sum, { height }) => sum + height + GAP, -GAP);
  });
  let left = 0;
  columns.forEach((length, column) => {
    const start = starts[column] ?? 0;
    const inColumn = boxes.slice(start, start + length);
    const width = Math.max(0, ...inColumn.map((box) => box.width));
    let top = (Math.max(...heights) - (heights[column] ?? 0)) / 2;
    for (const box of inColumn) {
      placed.push({ ...box, x: left + (width - box.width) / 2, y: top });
      top += box.height + GAP;
    }
    left += width + GAP;
  });
  return placed;
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
