import { viewBounds, visibleRows } from '../../../sdk/model/scene/index.ts';
import { cornerOf } from './cut.ts';
import type { Frame } from './frame.ts';

/** CSS pixels; smaller, the names of rows are left out. */
const SMALLEST = 6.8;
const LARGEST = 15;

/** What is written at the end of a row, at both ends, beside its outermost seats. */
export function drawRowLabels(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera, view, ratio, palette } = frame;
  const size = Math.min(scene.pitch * camera.scale * 0.5, LARGEST);
  if (size < SMALLEST) return;
  const scale = camera.scale * ratio;
  const { left, top } = cornerOf(frame);
  context.font = `500 ${Math.round(size * ratio)}px ${palette.font}`;
  context.fillStyle = palette.quietText;
  for (const index of visibleRows(scene, viewBounds(camera, view), scene.pitch)) {
    const row = scene.plan.rows[index];
    const [first, last] = [row?.seats[0], row?.seats.at(-1)];
    if (!row || first === undefined || last === undefined) continue;
    for (const [end, next] of [
      [first, row.seats[1] ?? first],
      [last, row.seats.at(-2) ?? last],
    ] as const) {
      const dx = (scene.x[end] ?? 0) - (scene.x[next] ?? 0) || (end === first ? -1 : 1);
      const dy = (scene.y[end] ?? 0) - (scene.y[next] ?? 0);
      const away = (scene.pitch * 0.86) / Math.hypot(dx, dy);
      const x = Math.round(((scene.x[end] ?? 0) + dx * away) * scale) - left;
      const y = Math.round(((scene.y[end] ?? 0) + dy * away) * scale) - top;
      if (x > 0 && y > 0 && x < view.width * ratio && y < view.height * ratio) context.fillText(row.label, x, y);
    }
  }
}
