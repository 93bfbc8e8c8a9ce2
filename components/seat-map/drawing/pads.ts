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
  const corners = outline
    .map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }))
    .filter(({ x, y }, at, all) => at === 0 || x !== all[at - 1]?.x || y !== all[at - 1]?.y);
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.length > 1 && first?.x === last?.x && first?.y === last?.y) corners.pop();
  const turned = areaOf(corners) < 0 ? corners.reverse() : corners;
  const points = turned.flatMap((corner, at) => {
    const from = directionOf(turned.at(at - 1) ?? corner, corner);
    const to = directionOf(corner, turned[(at + 1) % turned.length] ?? corner);
    const turn = turned.length === 1 ? FULL : turnOf(from, to, turned.length === 2);
    // One direction will do for a bend; a sharp corner inwards needs both, or it would be cut off.
    const pieces = Math.abs(turn) < FINEST_TURN ? 0 : turn < 0 ? 1 : Math.ceil(turn / FINEST_TURN);
    return Array.from({ length: pieces + 1 }, (_, piece) => {
      const angle = from + (pieces > 0 ? (turn * piece) / pieces : turn / 2);
      return [corner.x, corner.y, Math.sin(angle), -Math.cos(angle)] as const;
    });
  });
  const column = (of: 0 | 1 | 2 | 3) => Float64Array.from(points, (point) => point[of]);
  const [x, y] = [column(0), column(1)];
  return {
    ...{ x, y, dx: column(2), dy: column(3) },
    ...{ left: Math.min(...x), top: Math.min(...y), right: Math.max(...x), bottom: Math.max(...y) },
  };
}

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
  const points = new Float64Array(2 * count);
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
  return corners.reduce((sum, { x, y }, at) => {
    const next = corners[(at + 1) % corners.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
}
