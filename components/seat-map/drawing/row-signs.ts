import { visibleRows } from '../../../sdk/model/scene/index.ts';
import { boxOf } from './cut.ts';
import type { Frame } from './frame.ts';
import { rowLabelSize } from './row-labels.ts';

/**
 * In the middle of a wide hall no end of a row is in view, and with it no name of a row. There each row's name stands at
 * the left edge of the view, where the row comes in, and stays there however the hall is moved.
 */
export function drawRowSigns(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera, ratio, palette } = frame;
  const size = Math.round(rowLabelSize(frame) * ratio);
  if (size === 0) return;
  const { left, top, width, height } = boxOf(frame);
  const scale = camera.scale * ratio;
  const x = (seat: number) => (scene.x[seat] ?? Number.NaN) * scale - left;
  const y = (seat: number) => (scene.y[seat] ?? Number.NaN) * scale - top;
  const isGone = (seat: number) => x(seat) < 0 || x(seat) > width || y(seat) < 0 || y(seat) > height;
  const seen = { x: left / scale, y: top / scale, width: width / scale, height: height / scale };
  context.font = `600 ${size}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.strokeStyle = palette.line;
  context.lineWidth = ratio;
  for (const index of visibleRows(scene, seen, 0)) {
    const { label, seats } = scene.plan.rows[index] ?? { label: '', seats: [] };
    if ([seats[0], seats.at(-1)].some((end) => end === undefined || !isGone(end))) continue;
    const first = seats.find((seat, at) => !isGone(seat) && [at - 1, at + 1].some((next) => x(seats[next] ?? -1) < 0));
    if (first === undefined) continue;
    // A tab at the edge, so that nobody takes it for a seat.
    const wide = Math.round(size * (0.7 + 0.55 * label.length));
    const middle = Math.round(y(first));
    context.fillStyle = palette.background;
    context.beginPath();
    context.roundRect(-1, middle - size * 0.75, wide + 1, size * 1.5, [0, size * 0.4, size * 0.4, 0]);
    context.fill();
    context.stroke();
    context.fillStyle = palette.text;
    context.fillText(label, wide / 2, middle);
  }
}
