import { type Detail, detailFor, viewBounds, visibleRows } from '../../../sdk/model/scene/index.ts';
import type { Decor, Point } from '../../../sdk/model/seating-plan/types.ts';
import { type Frame, lookThrough } from './frame.ts';

/** Smallest text drawn, in CSS pixels; what would be smaller is left out. */
const SMALLEST_TEXT = 8.5;
/** Distance of neighbours, in CSS pixels, from which on sections are named instead of floors. */
const NAMES_OF_SECTIONS = 17;
/** The same for doors, which stand close beside the seats. */
const NAMES_OF_DOORS = 13;

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
    const fill = detail === 'sections' && offer?.free ? (palette.zoneWashes[offer.zone] ?? '') : palette.floor;
    drawPad(context, frame, section.outline, section.floor, fill, palette.line);
  });
}

/** A shape with soft corners: its outline widened by a round pen, twice, so that the rim shows. */
function drawPad(
  context: CanvasRenderingContext2D,
  { scene, camera }: Frame,
  outline: readonly Point[],
  floor: number,
  fill: string,
  rim: string,
  rimWidth = 1.2,
): void {
  const pad = scene.pitch * 0.5;
  trace(context, outline, scene.shifts[floor]);
  context.strokeStyle = rim;
  context.lineWidth = pad + (2 * rimWidth) / camera.scale;
  context.stroke();
  context.strokeStyle = context.fillStyle = fill;
  context.lineWidth = pad;
  context.stroke();
  context.fill();
}

function drawAreas(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, palette, text, freeText, areaFree, hoveredArea } = frame;
  scene.plan.areas.forEach((area, index) => {
    const zone = scene.plan.zones.findIndex(({ id }) => id === area.zone);
    const free = areaFree(index);
    const fill = free > 0 ? (palette.zoneWashes[zone] ?? palette.floor) : palette.floor;
    const rim = free > 0 ? (palette.zones[zone] ?? palette.line) : palette.taken;
    drawPad(context, frame, area.outline, area.floor, fill, rim, hoveredArea === index ? 3 : 1.5);
    const middle = centre(boxOf(area.outline, scene.shifts[area.floor]));
    write(context, frame, text(area.name), middle, { size: 14, weight: 600, colour: palette.text, below: -8 });
    write(context, frame, freeText(free), middle, { size: 12, colour: palette.text, below: 9 });
  });
}

function drawDecor(context: CanvasRenderingContext2D, frame: Frame, decor: Decor): void {
  const { scene, palette, camera, text } = frame;
  const shift = scene.shifts[decor.floor];
  const floor = scene.floors[decor.floor];
  const box = boxOf(decor.outline, shift);
  if (decor.kind === 'stage') {
    drawPad(context, frame, decor.outline, decor.floor, palette.stage, palette.stage);
    if (!decor.name) return;
    write(context, frame, text(decor.name), middleOfStage(box, floor?.y), {
      size: 13,
      weight: 600,
      spacing: 2,
      colour: palette.stageText,
    });
    return;
  }
  trace(context, decor.outline, shift);
  context.fillStyle = palette.line;
  if (decor.kind === 'pillar' || decor.kind === 'door') context.fill();
  context.strokeStyle = palette.line;
  context.lineWidth = 1.5 / camera.scale;
  if (decor.kind === 'wall') context.stroke();
  if (!decor.name || scene.pitch * camera.scale < NAMES_OF_DOORS) return;
  const middle = centre(box);
  const writing = { size: 11, colour: palette.quietText };
  // A door stands at the edge of the drawing, where there is no room for a word beside it.
  const at = decor.kind === 'door' ? { x: middle.x, y: box.bottom } : middle;
  write(context, frame, text(decor.name), at, { ...writing, below: decor.kind === 'door' ? 11 : 0 });
}

/** A deep stage is seen only in part; its name stands in that part. */
const middleOfStage = (box: Box, top = box.top): Point => centre({ ...box, top: Math.max(box.top, top) });

/** Where the names of areas and of the stage stand, which say more than the name of a floor. */
function namedPlaces({ scene, camera }: Frame): Box[] {
  const { areas, decor } = scene.plan;
  const stages = decor.filter(({ kind, name }) => kind === 'stage' && name);
  return [
    ...areas.map(({ outline, floor }) => boxOf(outline, scene.shifts[floor])),
    ...stages.map(({ outline, floor }) => {
      const { x, y } = middleOfStage(boxOf(outline, scene.shifts[floor]), scene.floors[floor]?.y);
      return { left: x, right: x, top: y - 8 / camera.scale, bottom: y + 8 / camera.scale };
    }),
  ];
}

/**
 * Floors by name before their front seats; nearer by, sections instead; and seen from afar, sections with what is free
 * where their seats would be.
 */
function drawNames(context: CanvasRenderingContext2D, frame: Frame, detail: Detail): void {
  const { scene, palette, summary, text, freeText, camera } = frame;
  const { floors, sections } = scene.plan;
  const isNear = scene.pitch * camera.scale > NAMES_OF_SECTIONS;
  if (detail === 'sections') {
    sections.forEach((section, index) => {
      const box = boxOf(section.outline, scene.shifts[section.floor]);
      const room = (box.right - box.left) * camera.scale * 0.95;
      write(context, frame, text(section.name), centre(box), { size: 12, weight: 600, colour: palette.text, room });
      const free = freeText(summary.sections[index]?.free ?? 0);
      write(context, frame, free, centre(box), { size: 11, colour: palette.quietText, below: 14, room });
    });
  } else if (isNear && sections.length > floors.length) {
    for (const [index, { name }] of sections.entries()) {
      const at = scene.sectionFronts[index];
      if (at) write(context, frame, text(name), at, { size: 12, weight: 600, colour: palette.text, below: -9 });
    }
  } else if (floors.length > 1) {
    for (const [index, { name }] of floors.entries()) {
      const at = scene.floorFronts[index];
      const boxes = sections
        .filter(({ floor }) => floor === index)
        .map(({ outline }) => boxOf(outline, scene.shifts[index]));
      const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
      // Between the arms of a horseshoe there is less room than it is wide.
      const room = width * camera.scale * 0.7;
      const writing = { size: 13, weight: 600, colour: palette.text, below: -9, room, clearOf: namedPlaces(frame) };
      if (at) write(context, frame, text(name), at, writing);
    }
  }
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
  readonly align?: CanvasTextAlign;
  /** Moved down by so many CSS pixels. */
  readonly below?: number;
  /** Left out when it needs more than so many CSS pixels. */
  readonly room?: number;
  /** Left out when it would stand on one of these. */
  readonly clearOf?: readonly Box[];
}

function write(
  context: CanvasRenderingContext2D,
  { camera, palette }: Frame,
  words: string,
  at: Point,
  { size, colour, weight = 400, spacing = 0, align = 'center', below = 0, room = Infinity, clearOf = [] }: Writing,
): void {
  const unit = 1 / camera.scale;
  context.font = `${weight} ${size * unit}px ${palette.font}`;
  context.letterSpacing = `${spacing * unit}px`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'middle';
  const { width } = context.measureText(words);
  const y = at.y + below * unit;
  const [half, reach] = [width / 2, (size / 2) * unit];
  const stands = ({ left, right, top, bottom }: Box) =>
    left < at.x + half && right > at.x - half && top < y + reach && bottom > y - reach;
  if (width <= room * unit && !clearOf.some(stands)) context.fillText(words, at.x, y);
  context.letterSpacing = '0px';
}

function trace(context: CanvasRenderingContext2D, outline: readonly Point[], shift: Point | undefined): void {
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x + (shift?.x ?? 0), y + (shift?.y ?? 0));
  context.closePath();
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(outline: readonly Point[], shift: Point | undefined): Box {
  const xs = outline.map(({ x }) => x + (shift?.x ?? 0));
  const ys = outline.map(({ y }) => y + (shift?.y ?? 0));
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const centre = ({ left, right, top, bottom }: Box): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
