import { type Frame, lookThrough } from './frame.ts';
import { outline } from './marks.ts';
import { createPad } from './pads.ts';

/** CSS pixels. */
const RING = 2;
const STRONG_RING = 3.5;

/** Rings the place under the pointer, so that the eye knows what a click will choose, and more strongly what is suggested. */
export function drawOverlay(context: CanvasRenderingContext2D, frame: Frame): void {
  for (const seat of frame.suggested) ring(context, frame, seat, STRONG_RING);
  if (frame.hovered >= 0) ring(context, frame, frame.hovered, RING);
  else if (frame.hoveredArea >= 0) ringArea(context, frame);
}

/** True when there is something to ring. */
export const hasOverlay = ({ hovered, hoveredArea, suggested }: Frame): boolean =>
  hovered >= 0 || hoveredArea >= 0 || suggested.length > 0;

function ring(context: CanvasRenderingContext2D, frame: Frame, seat: number, width: number): void {
  const { scene, palette, camera } = frame;
  context.save();
  lookThrough(context, frame);
  context.translate(scene.x[seat] ?? 0, scene.y[seat] ?? 0);
  context.strokeStyle = palette.text;
  context.lineWidth = width / camera.scale;
  context.stroke(new Path2D(outline(scene.kind[seat] ?? 0, scene.radius + (width * 0.7) / camera.scale)));
  context.restore();
}

function ringArea(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, palette, camera, hoveredArea } = frame;
  const area = scene.plan.areas[hoveredArea];
  if (!area) return;
  const { x, y, dx, dy } = createPad(area.outline, scene.shifts[area.floor]);
  const wide = scene.pitch * 0.25;
  context.save();
  lookThrough(context, frame);
  context.beginPath();
  for (const [at, from] of x.entries()) {
    context.lineTo(from + (dx[at] ?? 0) * wide, (y[at] ?? 0) + (dy[at] ?? 0) * wide);
  }
  context.closePath();
  context.strokeStyle = palette.text;
  context.lineWidth = RING / camera.scale;
  context.stroke();
  context.restore();
}
