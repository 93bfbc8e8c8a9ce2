import type { Bounds, Point, SeatingPlan } from '../seating-plan/types.ts';

/** Room left between two floors that had to be moved apart: a wide gangway, in plan units (1 cm). */
const GAP = 250;

export interface FloorArrangement {
  /** By floor: how far its drawing moves. */
  readonly shifts: readonly Point[];
  /** By floor: where it lies afterwards. */
  readonly floors: readonly Bounds[];
  readonly bounds: Bounds;
}

/**
 * Lays all floors in one drawing, so that a visitor sees the whole offer at once. A plan that drew its floors beside
 * each other keeps them; a floor that would lie over an earlier one goes behind it, seen from the stage.
 */
export function arrangeFloors(plan: SeatingPlan): FloorArrangement {
  const shifts: Point[] = [];
  const placed: Bounds[] = [];
  for (const { bounds } of plan.floors) {
    const overlaps = placed.some((other) => intersect(bounds, other));
    const bottom = Math.max(...placed.map((other) => other.y + other.height));
    const shift = { x: 0, y: overlaps ? bottom + GAP - bounds.y : 0 };
    shifts.push(shift);
    placed.push({ ...bounds, x: bounds.x + shift.x, y: bounds.y + shift.y });
  }
  return { shifts, floors: placed, bounds: placed.length > 0 ? union(placed) : plan.bounds };
}

/** The smallest box around all boxes. */
export function union(boxes: readonly Bounds[]): Bounds {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function intersect(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
