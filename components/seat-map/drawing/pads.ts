import type { Point } from '../../../sdk/model/seating-plan/types.ts';
import type { Cut } from './cut.ts';
import type { FillPolygon } from './polygon.ts';

/** An outline that can be drawn wider than it is, with round corners: its points, and where each of them moves to. */
export interface Pad {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per point: the direction outwards, of length 1. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Corners are rounded by straight pieces that turn by no more than this; seen as round up to the nearest zoom. */
const FINEST_TURN = 0.5;
const FULL = Math.PI * 2;

/** Prepares an outline, moved by `shift`. One of a single point becomes a disc, one of two a stick with round ends. */
export function createPad(outline: readonly Point[], shift: Point = { x: 0, y: 0 }): Pad {
  const corners = cornersOf(outline, shift);
  const count = corners.length;
  // Of a line to the next corner: its direction. Each is at two corners, and known from the first.
  const directions = corners.map((corner, at) => directionOf(corner, corners[(at + 1) % count] ?? corner));
  const points: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const { x, y } = corners[at] as Point;
    const from = directions[(at || count) - 1] as number;
    const turn = count === 1 ? FULL : turnOf(from, directions[at] as number, count === 2);
    // One direction will do for a bend; a sharp corner inwards needs both, or it would be cut off.
    const pieces = Math.abs(turn) < FINEST_TURN ? 0 : turn < 0 ? 1 : Math.ceil(turn / FINEST_TURN);
    for (let piece = 0; piece <= pieces; piece += 1) {
      const angle = from + (pieces > 0 ? (turn * piece) / pieces : turn / 2);
      points.push(x, y, Math.sin(angle), -Math.cos(angle));
    }
  }
  return padOf(points);
}

/** The corners in the order that turns to the right, none twice. */
function cornersOf(outline: readonly Point[], shift: Point): Point[] {
  const corners: Point[] = [];
  let last: Point | undefined;
  for (const point of outline) {
    if (last?.x !== point.x || last.y !== point.y) corners.push({ x: point.x + shift.x, y: point.y + shift.y });
    last = point;
  }
  const first = corners[0];
  const end = corners[corners.length - 1];
  if (corners.length > 1 && first?.x === end?.x && first?.y === end?.y) corners.pop();
  return areaOf(corners) < 0 ? corners.reverse() : corners;
}

/** From x, y and direction of each point by turns. */
function padOf(points: readonly number[]): Pad {
  const count = points.length / 4;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const dx = new Float64Array(count);
  const dy = new Float64Array(count);
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let at = 0; at < count; at += 1) {
    const across = points[at * 4] as number;
    const down = points[at * 4 + 1] as number;
    x[at] = across;
    y[at] = down;
    dx[at] = points[at * 4 + 2] as number;
    dy[at] = points[at * 4 + 3] as number;
    if (across < left) left = across;
    if (across > right) right = across;
    if (down < top) top = down;
    if (down > bottom) bottom = down;
  }
  return { x, y, dx, dy, left, top, right, bottom };
}

/** The points of one pad at a time. */
let moved = new Float64Array(256);

/** Fills a pad, wider than its outline by `wider` pixels; one out of sight costs nothing. */
export function fillPad(cut: Cut, fill: FillPolygon, pad: Pad, wider: number, colour: number, lines: number): void {
  const { scale, left, top, raster } = cut;
  const isSeen =
    pad.right * scale - left > -wider &&
    pad.left * scale - left < raster.width + wider &&
    pad.bottom * scale - top > -wider &&
    pad.top * scale - top < raster.height + wider;
  if (!isSeen) return;
  const count = pad.x.length;
  if (moved.length < 2 * count) moved = new Float64Array(4 * count);
  const points = moved;
  for (let at = 0; at < count; at += 1) {
    points[2 * at] = (pad.x[at] as number) * scale - left + (pad.dx[at] as number) * wider;
    points[2 * at + 1] = (pad.y[at] as number) * scale - top + (pad.dy[at] as number) * wider;
  }
  fill(raster, points, count, colour, lines);
}

const directionOf = (a: Point, b: Point): number => Math.atan2(b.y - a.y, b.x - a.x);

/** How far one turns at a corner, to the right when positive; at the ends of a stick one turns round to the right. */
function turnOf(from: number, to: number, isStick: boolean): number {
  if (isStick) return Math.PI;
  const turn = (to - from + 3 * Math.PI) % FULL;
  return turn - Math.PI;
}

/** Twice the area, positive for an outline that turns to the right on a screen. */
function areaOf(corners: readonly Point[]): number {
  let area = 0;
  for (let at = 0; at < corners.length; at += 1) {
    const { x, y } = corners[at] as Point;
    const next = corners[(at + 1) % corners.length] as Point;
    area += x * next.y - next.x * y;
  }
  return area;
}
