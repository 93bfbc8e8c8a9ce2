import { type Frame, lookThrough } from './frame.ts';
import { outline } from './marks.ts';

/** Rings the seat under the pointer, so that the eye knows what a click will choose. */
export function drawOverlay(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, hovered, palette, camera } = frame;
  if (hovered < 0) return;
  context.save();
  lookThrough(context, frame);
  context.translate(scene.x[hovered] ?? 0, scene.y[hovered] ?? 0);
  context.strokeStyle = palette.text;
  context.lineWidth = 2 / camera.scale;
  context.stroke(new Path2D(outline(scene.kind[hovered] ?? 0, scene.radius * 1.14)));
  context.restore();
}
