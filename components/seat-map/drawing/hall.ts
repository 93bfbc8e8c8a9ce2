import { type Detail, detailFor, viewBounds, visibleRows } from '../../../sdk/model/scene/index.ts';
import type { Decor, Point } from '../../../sdk/model/seating-plan/types.ts';
import { type Frame, lookThrough } from './frame.ts';

/** Smallest text drawn, in CSS pixels; what would be smaller is left out. */
const SMALLEST_TEXT = 8.5;

/** Draws what the seats stand in: floors, stage, doors, names of parts and rows. Quiet, so that the seats speak. */
export function drawHall(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera, palette } = frame;
  const detail = detailFor(scene.radius * camera.scale);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  lookThrough(context, frame);
  context.lineJoin = 'round';
  drawSections(context, frame, detail);
  drawAreas(context, frame);
  for (const decor of scene.plan.decor) drawDecor(context, frame, decor);
  drawNames(context, frame, detail);
  if (detail !== 'sections') drawRowLabels(context, frame);
  context.restore();
}

function drawSections(context: CanvasRenderingContext2D, frame: Frame, detail: Detail): void {
  const { scene, palette, summary } = frame;
  scene.plan.sections.forEach((section, index) => {
    const offer = summary.sections[index];
    trace(context, section.outline, scene.shifts[section.floor]);
    context.fillStyle = detail === 'sections' && offer?.free ? (palette.zoneWashes[offer.zone] ?? '') : palette.floor;
    context.fill();
    context.strokeStyle = palette.line;
    context.lineWidth = 1.2 / frame.camera.scale;
    context.stroke();
  });
}

function drawAreas(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, palette, camera, text, freeText, areaFree, hoveredArea } = frame;
  scene.plan.areas.forEach((area, index) => {
    const zone = scene.plan.zones.findIndex(({ id }) => id === area.zone);
    const free = areaFree(index);
    trace(context, area.outline, scene.shifts[area.floor]);
    context.fillStyle = free > 0 ? (palette.zoneWashes[zone] ?? palette.floor) : palette.floor;
    context.fill();
    context.strokeStyle = free > 0 ? (palette.zones[zone] ?? palette.line) : palette.taken;
    context.lineWidth = (hoveredArea === index ? 3 : 1.6) / camera.scale;
    context.stroke();
    const middle = centre(area.outline, scene.shifts[area.floor]);
    write(context, frame, text(area.name), middle, { size: 14, weight: 600, colour: palette.text });
    write(context, frame, freeText(free), middle, { size: 12, colour: palette.text, below: 17 });
  });
}

function drawDecor(context: CanvasRenderingContext2D, frame: Frame, decor: Decor): void {
  const { scene, palette, camera, text } = frame;
  const shift = scene.shifts[decor.floor];
  if (decor.kind !== 'label') {
    trace(context, decor.outline, shift);
    if (decor.kind === 'stage') {
      context.fillStyle = palette.stage;
      context.fill();
    } else if (decor.kind === 'pillar') {
      context.fillStyle = palette.line;
      context.fill();
    } else {
      context.strokeStyle = palette.line;
      context.lineWidth = (decor.kind === 'door' ? 3 : 1.5) / camera.scale;
      context.stroke();
    }
  }
  if (!decor.name) return;
  const stage = decor.kind === 'stage';
  write(context, frame, text(decor.name), centre(decor.outline, shift), {
    size: stage ? 13 : 11,
    weight: stage ? 600 : 400,
    spacing: stage ? 1.5 : 0,
    colour: stage ? palette.stageText : palette.quietText,
  });
}

/** Names of sections above their seats; over them, with what is free, while the seats themselves are too small. */
function drawNames(context: CanvasRenderingContext2D, frame: Frame, detail: Detail): void {
  const { scene, palette, summary, text, freeText, camera } = frame;
  const { sections } = scene.plan;
  if (sections.length < 2 && detail !== 'sections') return;
  sections.forEach((section, index) => {
    const box = boxOf(section.outline, scene.shifts[section.floor]);
    const name = text(section.name);
    if (detail === 'sections') {
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      const room = (box.right - box.left) * camera.scale;
      write(context, frame, name, middle, { size: 12, weight: 600, colour: palette.text, room });
      write(context, frame, freeText(summary.sections[index]?.free ?? 0), middle, {
        size: 11,
        colour: palette.quietText,
        below: 14,
        room,
      });
    } else {
      const above = { x: (box.left + box.right) / 2, y: box.top };
      write(context, frame, name, above, { size: 12, weight: 600, colour: palette.quietText, below: -11 });
    }
  });
}

/** What is written at the end of a row, at both ends, beside its outermost seats. */
function drawRowLabels(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera, view, palette } = frame;
  const size = Math.min(scene.pitch * 0.5, 15 / camera.scale);
  if (size * camera.scale < SMALLEST_TEXT * 0.8) return;
  context.font = `500 ${size}px ${palette.font}`;
  context.fillStyle = palette.quietText;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
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
      context.fillText(row.label, (scene.x[end] ?? 0) + dx * away, (scene.y[end] ?? 0) + dy * away);
    }
  }
}

interface Writing {
  /** CSS pixels, whatever the zoom. */
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  readonly spacing?: number;
  /** Moved down by so many CSS pixels. */
  readonly below?: number;
  /** Left out when it needs more than so many CSS pixels. */
  readonly room?: number;
}

function write(
  context: CanvasRenderingContext2D,
  { camera, palette }: Frame,
  words: string,
  at: Point,
  { size, colour, weight = 400, spacing = 0, below = 0, room = Infinity }: Writing,
): void {
  const unit = 1 / camera.scale;
  context.font = `${weight} ${size * unit}px ${palette.font}`;
  context.letterSpacing = `${spacing * unit}px`;
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (context.measureText(words).width <= room * unit) context.fillText(words, at.x, at.y + below * unit);
  context.letterSpacing = '0px';
}

function trace(context: CanvasRenderingContext2D, outline: readonly Point[], shift: Point | undefined): void {
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x + (shift?.x ?? 0), y + (shift?.y ?? 0));
  context.closePath();
}

function boxOf(outline: readonly Point[], shift: Point | undefined) {
  const xs = outline.map(({ x }) => x + (shift?.x ?? 0));
  const ys = outline.map(({ y }) => y + (shift?.y ?? 0));
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function centre(outline: readonly Point[], shift: Point | undefined): Point {
  const { left, right, top, bottom } = boxOf(outline, shift);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
