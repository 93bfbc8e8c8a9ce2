import { visibleRows } from '../../../sdk/model/scene/index.ts';
import type { Box } from './cut.ts';
import type { Frame } from './frame.ts';

/** CSS pixels; smaller, the names of rows are left out. */
const SMALLEST = 6.8;
const LARGEST = 15;
/** CSS pixels beyond which no name of a row reaches. */
const FURTHEST = 80;

/** Height of the names of rows from here, in CSS pixels; 0 where they could not be read. */
export function rowLabelSize({ scene, camera }: Frame): number {
  const size = Math.min(scene.pitch * camera.scale * 0.5, LARGEST);
  return size < SMALLEST ? 0 : size;
}

/** What is written at the end of a row, at both ends, beside its outermost seats; in pixels from the plan's origin. */
export function drawRowLabels(context: CanvasRenderingContext2D, frame: Frame, box: Box): void {
  const { scene, camera, ratio, palette } = frame;
  const size = rowLabelSize(frame);
  if (size === 0) return;
  const scale = camera.scale * ratio;
  const reach = FURTHEST * ratio;
  const isNear = (x: number, y: number) =>
    x > box.left - reach && y > box.top - reach && x < box.left + box.width + reach && y < box.top + box.height + reach;
  const seen = { x: box.left / scale, y: box.top / scale, width: box.width / scale, height: box.height / scale };
  context.font = `500 ${Math.round(size * ratio)}px ${palette.font}`;
  context.fillStyle = palette.quietText;
  for (const index of visibleRows(scene, seen, scene.pitch + reach / scale)) {
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
      const x = Math.round(((scene.x[end] ?? 0) + dx * away) * scale);
      const y = Math.round(((scene.y[end] ?? 0) + dy * away) * scale);
      if (isNear(x, y)) context.fillText(row.label, x, y);
    }
  }
}
