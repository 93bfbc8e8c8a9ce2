import type { Point } from '../seating-plan/types.ts';
import type { Scene } from './scene.ts';

/** Index in `plan.areas` of the area around a point; -1 when there is none. */
export function areaAt({ plan, shifts }: Scene, at: Point): number {
  return plan.areas.findIndex(({ outline, floor }) => {
    const shift = shifts[floor] ?? { x: 0, y: 0 };
    return encloses(outline, { x: at.x - shift.x, y: at.y - shift.y });
  });
}

/** Even-odd rule: a line from the point to the right crosses the outline an odd number of times. */
function encloses(outline: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  outline.forEach((a, index) => {
    const b = outline[(index + 1) % outline.length] ?? a;
    if (a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside;
  });
  return inside;
}
