import type { PointSource, ShapeSource } from './source.ts';
import type { Bounds, Point } from './types.ts';

/** From a seat's middle to the line around its section, in cm. */
const ROOM = 42;
const CIRCLE_POINTS = 24;

/** Corners of a box, clockwise. */
function outlineOf({ x, y, width, height }: Bounds): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** A written shape as a closed line of points, moved to where its floor is drawn. */
export function shapeOf({ box, circle, outline }: ShapeSource, [left, top]: PointSource): Point[] {
  if (box) return outlineOf({ x: left + box[0], y: top + box[1], width: box[2], height: box[3] });
  if (circle) {
    const [x, y, radius] = circle;
    return Array.from({ length: CIRCLE_POINTS }, (_, index) => {
      const angle = (index / CIRCLE_POINTS) * 2 * Math.PI;
      return { x: left + x + radius * Math.cos(angle), y: top + y + radius * Math.sin(angle) };
    });
  }
  return (outline ?? []).map(([x, y]) => ({ x: left + x, y: top + y }));
}

/** Grows around points. */
export interface Extent {
  add(points: readonly Point[]): void;
  /** The smallest box around all points, with a margin on all sides; an empty one around none. */
  bounds(margin: number): Bounds;
}

export function createExtent(): Extent {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  return {
    add(points) {
      for (const { x, y } of points) {
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    },
    bounds(margin) {
      if (left > right || top > bottom) return { x: 0, y: 0, width: 0, height: 0 };
      return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
    },
  };
}

/** Direction of walking along a row at one of its seats, as a unit vector. */
function along(row: readonly Point[], index: number): Point {
  const from = row[Math.max(0, index - 1)];
  const to = row[Math.min(row.length - 1, index + 1)];
  const x = from && to ? to.x - from.x : 0;
  const y = from && to ? to.y - from.y : 0;
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 1, y: 0 } : { x: x / length, y: y / length };
}

/** A point `side` centimetres to the right hand and `ahead` centimetres further on for somebody who walks along the row. */
function beside(row: readonly Point[], index: number, side: number, ahead = 0): Point {
  const { x, y } = along(row, index);
  const seat = row[index] ?? { x: 0, y: 0 };
  return { x: seat.x - side * y + ahead * x, y: seat.y + side * x + ahead * y };
}

/** The whole row as a line of points that lies to one side of it and a little longer at both ends. */
const lineBeside = (row: readonly Point[], side: number) => [
  beside(row, 0, side, -ROOM),
  ...row.slice(1, -1).map((_, index) => beside(row, index + 1, side)),
  beside(row, row.length - 1, side, ROOM),
];

const middle = (row: readonly Point[]) => row[row.length >> 1] ?? { x: 0, y: 0 };

/**
 * A line around rows that keeps their curve: along the front of the first, the ends of those between, the back of the
 * last. (A convex hull would make a horseshoe balcony cover the stalls.)
 */
export function around(rows: readonly (readonly Point[])[]): Point[] {
  const front = rows[0] ?? [];
  const back = rows.at(-1) ?? [];
  if (front.length === 0) return [];
  const { x, y } = along(front, front.length >> 1);
  // Rows written from right to left have their back on the other hand.
  const depth = { x: middle(back).x - middle(front).x, y: middle(back).y - middle(front).y };
  const side = depth.y * x - depth.x * y < 0 ? -ROOM : ROOM;
  const between = rows.slice(1, -1).filter((row) => row.length > 0);
  return [
    ...lineBeside(front, -side),
    ...between.map((row) => beside(row, row.length - 1, 0, ROOM)),
    ...lineBeside(back, side).reverse(),
    ...between.map((row) => beside(row, 0, 0, -ROOM)).reverse(),
  ];
}

/** How far a line around seats may be off, in cm: nobody sees it, and a line of many rows needs a quarter of its points. */
const OFF = 1;
/** So many points in a row may be left out. */
const MOST_LEFT_OUT = 12;

/** A line without the points that lie on the way between others, or nearly. */
export function thin(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  let from = 0;
  for (let at = 0; at < points.length; at += 1) {
    const next = points[at + 1];
    if (at > from && at - from <= MOST_LEFT_OUT && next && isOnWay(points, from, at + 1)) continue;
    kept.push(points[at] as Point);
    from = at;
  }
  return kept;
}

function isOnWay(points: readonly Point[], from: number, to: number): boolean {
  const a = points[from] as Point;
  const b = points[to] as Point;
  const x = b.x - a.x;
  const y = b.y - a.y;
  const length = Math.sqrt(x * x + y * y);
  for (let at = from + 1; at < to; at += 1) {
    const point = points[at] as Point;
    const along = (point.x - a.x) * x + (point.y - a.y) * y;
    const aside = (point.x - a.x) * y - (point.y - a.y) * x;
    if (along < 0 || along > length * length || Math.abs(aside) > OFF * length) return false;
  }
  return true;
}
