import { type Frame, lookThrough } from './frame.ts';
import { outline } from './marks.ts';

/** CSS pixels. */
const RING = 2;
const STRONG_RING = 3.5;

/** Rings the seat under the pointer, so that the eye knows what a click will choose, and more strongly what is suggested. */
export function drawOverlay(context: CanvasRenderingContext2D, frame: Frame): void {
  for (const seat of frame.suggested) ring(context, frame, seat, STRONG_RING);
  if (frame.hovered >= 0) ring(context, frame, frame.hovered, RING);
}

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
