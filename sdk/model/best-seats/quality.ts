import { KINDS, type Scene } from '../scene/scene.ts';
import { RESTRICTED } from '../seat-choice/loose-seats.ts';
import type { Bounds, Point, SeatingPlan } from '../seating-plan/types.ts';

/** What decides how good a seat is; together 1. */
const ZONE = 0.45;
const FLOOR = 0.15;
const PLACE = 0.4;
/** What is left of the quality of a seat that does not see everything. */
const RESTRICTED_VIEW = 0.5;
/** How far back the ideal seat is: a third of the way from the front row to the last. */
const BACK = 1 / 3;

const known = new WeakMap<SeatingPlan, Float64Array>();

/**
 * How good each seat is as a seat, the best one of the hall being 1: by its zone and floor in the order in which the
 * centre wrote them (best first), by its distance to the ideal place on its floor, and less for a restricted view.
 * The ideal place is in the middle before the stage, a third of the way back; where the stage stands in the middle of
 * the seats, it is the stage itself. Worked out once per plan.
 */
export function qualities(scene: Scene): Float64Array {
  const before = known.get(scene.plan);
  if (before) return before;
  const quality = measure(scene);
  const best = quality.reduce((most, one) => Math.max(most, one), 0) || 1;
  for (let seat = 0; seat < quality.length; seat += 1) quality[seat] = (quality[seat] ?? 0) / best;
  known.set(scene.plan, quality);
  return quality;
}

function measure({ plan, zone, kind, count }: Scene): Float64Array {
  const quality = new Float64Array(count);
  const boxes = boxesOf(plan);
  const ideals = boxes.map((box, floor) => idealOf(plan, floor, box));
  const farthest = boxes.map(({ width, height }) => Math.hypot(width / 2, height) || 1);
  plan.seats.forEach(({ x, y, row }, seat) => {
    if (kind[seat] === HOUSE) return;
    const floor = plan.sections[plan.rows[row]?.section ?? 0]?.floor ?? 0;
    const ideal = ideals[floor] ?? { x, y };
    const near = 1 - Math.min(1, Math.hypot(x - ideal.x, y - ideal.y) / (farthest[floor] ?? 1));
    const good =
      ZONE * (1 - (zone[seat] ?? 0) / plan.zones.length) + FLOOR * (1 - floor / plan.floors.length) + PLACE * near;
    quality[seat] = kind[seat] === RESTRICTED ? good * RESTRICTED_VIEW : good;
  });
  return quality;
}

const HOUSE = KINDS.indexOf('house');

/** Around the seats of each floor. */
function boxesOf({ floors, sections, rows, seats }: SeatingPlan): Bounds[] {
  const ends = floors.map(() => ({ left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }));
  for (const { x, y, row } of seats) {
    const end = ends[sections[rows[row]?.section ?? 0]?.floor ?? 0];
    if (!end) continue;
    end.left = Math.min(end.left, x);
    end.top = Math.min(end.top, y);
    end.right = Math.max(end.right, x);
    end.bottom = Math.max(end.bottom, y);
  }
  return ends.map(({ left, top, right, bottom }) =>
    left > right ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top },
  );
}

function idealOf(plan: SeatingPlan, floor: number, box: Bounds): Point {
  const stage = plan.decor.find((thing) => thing.kind === 'stage' && thing.floor === floor)?.outline ?? [];
  const middle = box.x + box.width / 2;
  if (stage.length === 0) return { x: middle, y: box.y + box.height * BACK };
  const x = stage.reduce((sum, point) => sum + point.x, 0) / stage.length;
  const y = stage.reduce((sum, point) => sum + point.y, 0) / stage.length;
  const isInside = x > box.x && x < box.x + box.width && y > box.y + box.height / 4 && y < box.y + box.height;
  return { x, y: isInside ? y : box.y + box.height * BACK };
}
