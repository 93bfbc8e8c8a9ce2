import { detailFor, KINDS, type Scene, SeatState, viewBounds, visibleRows } from '../../../sdk/model/scene/index.ts';
import { type Frame, lookThrough } from './frame.ts';

const WHEELCHAIR = KINDS.indexOf('wheelchair');
const COMPANION = KINDS.indexOf('companion');
const RESTRICTED = KINDS.indexOf('restricted-view');
const FULL = Math.PI * 2;
/** Radius in canvas pixels from which on a disc looks round. */
const ROUND_FROM = 2;

/** Seats in view that are drawn alike, so that each group is one path. */
interface Groups {
  /** Free, by zone. */
  readonly free: number[][];
  readonly held: number[];
  readonly taken: number[];
  readonly mine: number[];
  readonly pending: number[];
}

/** Draws every seat in view, as much of it as can be told apart from here. State and kind are told by shape, not only by colour. */
export function drawSeats(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera } = frame;
  const detail = detailFor(scene.radius * camera.scale);
  if (detail === 'sections') return;
  const groups = groupSeats(frame);
  context.save();
  lookThrough(context, frame);
  drawTaken(context, frame, groups, detail !== 'dots');
  groups.free.forEach((seats, zone) => {
    context.globalAlpha = !frame.zones || frame.zones.has(zone) ? 1 : 0.18;
    drawFree(context, frame, seats, zone, detail !== 'dots');
    if (detail === 'numbers') drawNumbers(context, frame, seats, frame.palette.zoneInks[zone] ?? '');
  });
  context.globalAlpha = 1;
  drawMine(context, frame, groups);
  context.restore();
}

function groupSeats({ scene, states, camera, view, palette }: Frame): Groups {
  const groups: Groups = { free: palette.zones.map(() => []), held: [], taken: [], mine: [], pending: [] };
  for (const row of visibleRows(scene, viewBounds(camera, view), scene.pitch)) {
    for (const seat of scene.plan.rows[row]?.seats ?? []) {
      const state = states[seat];
      if (state === SeatState.free) groups.free[scene.zone[seat] ?? 0]?.push(seat);
      else if (state === SeatState.mine) groups.mine.push(seat);
      else if (state === SeatState.pending) groups.pending.push(seat);
      else if (state === SeatState.held) groups.held.push(seat);
      else groups.taken.push(seat);
    }
  }
  return groups;
}

function drawFree(
  context: CanvasRenderingContext2D,
  frame: Frame,
  seats: readonly number[],
  zone: number,
  marks: boolean,
): void {
  const { scene, palette } = frame;
  context.fillStyle = palette.zones[zone] ?? '';
  fillSeats(context, frame, seats, scene.radius);
  if (!marks) return;
  context.fillStyle = palette.zoneInks[zone] ?? '';
  drawKinds(context, frame, seats);
}

/** Fills seats of one colour; where no eye can tell a disc from a square, as squares, which cost a fifth. */
function fillSeats(
  context: CanvasRenderingContext2D,
  { scene, camera, ratio }: Frame,
  seats: readonly number[],
  radius: number,
): void {
  if (radius * camera.scale * ratio < ROUND_FROM) {
    const half = radius * 0.88;
    for (const seat of seats) {
      context.fillRect((scene.x[seat] ?? 0) - half, (scene.y[seat] ?? 0) - half, half * 2, half * 2);
    }
    return;
  }
  context.beginPath();
  for (const seat of seats) traceSeat(context, scene, seat, radius);
  context.fill();
}

/** The outline that tells what kind of seat it is: square for a wheelchair, a cut-off top where the view is. */
export function traceSeat(context: CanvasRenderingContext2D, scene: Scene, seat: number, radius: number): void {
  const x = scene.x[seat] ?? 0;
  const y = scene.y[seat] ?? 0;
  const kind = scene.kind[seat];
  if (kind === WHEELCHAIR) {
    context.roundRect(x - radius, y - radius, radius * 2, radius * 2, radius * 0.3);
  } else if (kind === RESTRICTED) {
    const cut = 0.6;
    context.moveTo(x + radius * Math.cos(cut), y - radius * Math.sin(cut));
    context.arc(x, y, radius, -cut, Math.PI + cut);
    context.closePath();
  } else {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, FULL);
  }
}

/** Signs on special seats: the wheel and the back of a chair, a dot for who comes along. */
function drawKinds(context: CanvasRenderingContext2D, frame: Frame, seats: readonly number[]): void {
  const { scene, camera, palette } = frame;
  const ink = context.fillStyle;
  const numbered = detailFor(scene.radius * camera.scale) === 'numbers';
  const size = scene.radius;
  context.strokeStyle = ink;
  context.lineWidth = size * 0.16;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const seat of seats) {
    const x = scene.x[seat] ?? 0;
    const y = scene.y[seat] ?? 0;
    context.beginPath();
    if (scene.kind[seat] === WHEELCHAIR) {
      context.arc(x - size * 0.08, y + size * 0.22, size * 0.36, -0.35, Math.PI * 1.28);
      context.moveTo(x - size * 0.12, y - size * 0.36);
      context.lineTo(x - size * 0.12, y + size * 0.1);
      context.lineTo(x + size * 0.3, y + size * 0.1);
      context.lineTo(x + size * 0.48, y + size * 0.5);
      context.stroke();
      context.beginPath();
      context.arc(x - size * 0.12, y - size * 0.6, size * 0.13, 0, FULL);
      context.fillStyle = ink;
      context.fill();
    } else if (scene.kind[seat] === COMPANION) {
      // A dot in the middle, or on the rim where the number is.
      const aside = numbered ? size * 0.74 : 0;
      context.arc(x + aside, y - aside, size * 0.3, 0, FULL);
      context.fillStyle = numbered ? palette.mine : ink;
      context.fill();
    }
  }
}

/** Half full while somebody else chooses; a hollow ring with a cross once it is gone. */
function drawTaken(context: CanvasRenderingContext2D, frame: Frame, { held, taken }: Groups, glyphs: boolean): void {
  const { scene, palette } = frame;
  const radius = scene.radius * 0.78;
  const arm = radius * 0.4;
  context.fillStyle = context.strokeStyle = palette.taken;
  context.lineWidth = radius * 0.17;
  if (!glyphs) {
    context.globalAlpha = 0.7;
    fillSeats(context, frame, held, radius * 0.72);
    fillSeats(context, frame, taken, radius * 0.72);
    context.globalAlpha = 1;
    return;
  }
  context.beginPath();
  for (const seat of held) traceSeat(context, scene, seat, radius);
  for (const seat of taken) traceSeat(context, scene, seat, radius);
  for (const seat of taken) {
    const x = scene.x[seat] ?? 0;
    const y = scene.y[seat] ?? 0;
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x + arm, y - arm);
    context.lineTo(x - arm, y + arm);
  }
  context.stroke();
  context.beginPath();
  for (const seat of held) {
    context.moveTo((scene.x[seat] ?? 0) + radius, scene.y[seat] ?? 0);
    context.arc(scene.x[seat] ?? 0, scene.y[seat] ?? 0, radius, 0, Math.PI);
  }
  context.fill();
}

/** Larger than the others, dark, ringed, with a check; while it is being asked for, with three dots instead. */
function drawMine(context: CanvasRenderingContext2D, frame: Frame, { mine, pending }: Groups): void {
  const { scene, palette, camera } = frame;
  const own = [...mine, ...pending];
  if (own.length === 0) return;
  const radius = Math.max(scene.radius * 1.12, 5 / camera.scale);
  const size = radius * 0.42;
  context.beginPath();
  for (const seat of own) traceDisc(context, frame, seat, radius * 1.18);
  context.fillStyle = palette.floor;
  context.fill();
  context.beginPath();
  for (const seat of own) traceDisc(context, frame, seat, radius);
  context.fillStyle = palette.mine;
  context.fill();
  context.beginPath();
  for (const seat of mine) {
    const x = scene.x[seat] ?? 0;
    const y = scene.y[seat] ?? 0;
    context.moveTo(x - size, y + size * 0.05);
    context.lineTo(x - size * 0.25, y + size * 0.75);
    context.lineTo(x + size, y - size * 0.7);
  }
  context.strokeStyle = palette.mineInk;
  context.lineWidth = radius * 0.2;
  context.lineCap = context.lineJoin = 'round';
  context.stroke();
  context.beginPath();
  for (const seat of pending) {
    for (const side of [-1, 0, 1]) {
      const x = (scene.x[seat] ?? 0) + side * size;
      context.moveTo(x + size * 0.28, scene.y[seat] ?? 0);
      context.arc(x, scene.y[seat] ?? 0, size * 0.28, 0, FULL);
    }
  }
  context.fillStyle = palette.mineInk;
  context.fill();
}

function traceDisc(context: CanvasRenderingContext2D, { scene }: Frame, seat: number, radius: number): void {
  const x = scene.x[seat] ?? 0;
  const y = scene.y[seat] ?? 0;
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, FULL);
}

function drawNumbers(context: CanvasRenderingContext2D, frame: Frame, seats: readonly number[], ink: string): void {
  const { scene, palette } = frame;
  context.fillStyle = ink;
  context.font = `600 ${scene.radius * 0.95}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const seat of seats) {
    if (scene.kind[seat] === WHEELCHAIR) continue;
    const number = scene.plan.seats[seat]?.number ?? '';
    const lower = scene.kind[seat] === RESTRICTED ? 0.18 : 0.06;
    context.fillText(number, scene.x[seat] ?? 0, (scene.y[seat] ?? 0) + scene.radius * lower, scene.radius * 1.7);
  }
}
