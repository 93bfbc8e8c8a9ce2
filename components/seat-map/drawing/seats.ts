import { detailFor, SeatState, viewBounds, visibleRows } from '../../../sdk/model/scene/index.ts';
import { type Frame, lookThrough } from './frame.ts';
import { hasNumber, penFor, type SeatMark } from './marks.ts';

/** Radius in canvas pixels below which no eye can tell a disc from a square. */
const ROUND_FROM = 2;
/** Own seats are found again from afar: their radius is no less than this, in CSS pixels. */
const LEAST_OWN = 4.5;

/** Seats in view that look alike. */
interface Group {
  readonly mark: SeatMark;
  readonly seats: number[];
}

/** Draws every seat in view, as much of it as can be told apart from here. */
export function drawSeats(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera } = frame;
  const detail = detailFor(scene.radius * camera.scale);
  if (detail === 'sections') return;
  context.save();
  lookThrough(context, frame);
  for (const group of groupSeats(frame, detail)) drawGroup(context, frame, group);
  context.restore();
}

/** Own seats come last, for they are larger than the room they have. */
function groupSeats(frame: Frame, detail: SeatMark['detail']): Group[] {
  const { scene, states, camera, view, zones, fits } = frame;
  const groups = new Map<number, Group>();
  for (const row of visibleRows(scene, viewBounds(camera, view), scene.pitch)) {
    for (const seat of scene.plan.rows[row]?.seats ?? []) {
      const state = states[seat] ?? 0;
      const kind = scene.kind[seat] ?? 0;
      const zone = state === SeatState.free ? (scene.zone[seat] ?? 0) : 0;
      const dimmed = (zones !== null && !zones.has(zone)) || fits?.[seat] === 0;
      const key = ((state * 8 + kind) * 2 + Number(dimmed)) * 65536 + zone;
      const group = groups.get(key);
      if (group) group.seats.push(seat);
      else groups.set(key, { mark: { state, kind, zone, detail, dimmed }, seats: [seat] });
    }
  }
  return [...groups.values()].sort((a, b) => a.mark.state - b.mark.state);
}

function drawGroup(context: CanvasRenderingContext2D, frame: Frame, { mark, seats }: Group): void {
  const { scene, palette, camera, ratio } = frame;
  const isOwn = mark.state === SeatState.mine || mark.state === SeatState.pending;
  if (!isOwn && scene.radius * camera.scale * ratio < ROUND_FROM) {
    drawSpecks(context, frame, mark, seats);
    return;
  }
  const radius = isOwn ? Math.max(scene.radius, LEAST_OWN / camera.scale) : scene.radius;
  const pen = penFor(mark, palette);
  const numbered = hasNumber(mark);
  for (const seat of seats) {
    const [x, y] = [scene.x[seat] ?? 0, scene.y[seat] ?? 0];
    context.translate(x, y);
    pen(context, radius, numbered ? scene.plan.seats[seat]?.number : undefined);
    context.translate(-x, -y);
  }
}

/** So small that squares do, which cost a fifth. */
function drawSpecks(context: CanvasRenderingContext2D, frame: Frame, mark: SeatMark, seats: readonly number[]): void {
  const { scene, palette } = frame;
  const isFree = mark.state === SeatState.free;
  context.fillStyle = isFree ? (palette.zones[mark.zone] ?? '') : palette.taken;
  const half = scene.radius * (isFree && !mark.dimmed ? 0.88 : 0.5);
  for (const seat of seats) {
    context.fillRect((scene.x[seat] ?? 0) - half, (scene.y[seat] ?? 0) - half, half * 2, half * 2);
  }
}
