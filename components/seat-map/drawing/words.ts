import { type Detail, detailFor, type Scene } from '../../../sdk/model/scene/index.ts';
import type { Decor, Point } from '../../../sdk/model/seating-plan/types.ts';
import { cornerOf } from './cut.ts';
import type { Frame } from './frame.ts';
import type { Palette } from './palette.ts';
import { drawRowLabels } from './row-labels.ts';

/** Writes the names of parts, areas, stage, doors and rows. Words keep their size at every zoom, so they are no tiles. */
export type WriteWords = (context: CanvasRenderingContext2D, frame: Frame) => void;

interface Name {
  readonly at: Point;
  readonly words: (frame: Frame) => string;
  readonly shown: (view: Zoom) => boolean;
  /** CSS pixels, whatever the zoom. */
  readonly size: number;
  readonly ink: 'text' | 'quietText' | 'stageText';
  readonly isBold?: boolean;
  readonly spacing?: number;
  /** Moved down by so many CSS pixels. */
  readonly below?: number;
  /** Left out when it needs more than this, in plan units. */
  readonly room?: number;
  /** Left out when it would stand on a name that says more. */
  readonly yields?: boolean;
  /** Stands on seats, and so on a plate of its own. */
  readonly plate?: boolean;
}

/** What decides which names are read from here. */
interface Zoom {
  readonly detail: Detail;
  /** Distance of neighbours in CSS pixels. */
  readonly pitch: number;
}

/** Distance of neighbours, in CSS pixels, from which on sections are named instead of floors. */
const NAMES_OF_SECTIONS = 17;
/** The same for doors, which stand close beside the seats. */
const NAMES_OF_DOORS = 13;
/** CSS pixels beyond which no name reaches. */
const FURTHEST = 320;
const MOST_WIDTHS = 4000;

/** Finds once where names stand; writing them costs only those in view. */
export function createWords(scene: Scene): WriteWords {
  const names = [...areaNames(scene), ...decorNames(scene), ...sectionNames(scene), ...floorNames(scene)];
  const taken = namedPlaces(scene);
  const widths = new Map<string, number>();

  const widthOf = (context: CanvasRenderingContext2D, words: string, spacing: number): number => {
    const key = `${context.font} ${spacing} ${words}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (widths.size > MOST_WIDTHS) widths.clear();
    const { width } = context.measureText(words);
    widths.set(key, width);
    return width;
  };

  return (context, frame) => {
    const { camera, ratio, palette } = frame;
    const zoom = { detail: detailFor(scene.radius * camera.scale), pitch: scene.pitch * camera.scale };
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const name of names) {
      const at = name.shown(zoom) ? placeIn(frame, name) : null;
      if (!at) continue;
      const words = name.words(frame);
      context.font = `${name.isBold ? 600 : 400} ${name.size * ratio}px ${palette.font}`;
      context.letterSpacing = `${(name.spacing ?? 0) * ratio}px`;
      const width = widthOf(context, words, name.spacing ?? 0);
      if (width > (name.room ?? Infinity) * camera.scale * ratio) continue;
      if (name.yields && taken.some((place) => standsOn(frame, place, at, width / 2, name.size * ratio))) continue;
      if (name.plate) drawPlate(context, palette, at, width, name.size * ratio);
      context.fillStyle = palette[name.ink];
      context.fillText(words, at.x, at.y);
    }
    context.letterSpacing = '0px';
    if (zoom.detail !== 'sections') drawRowLabels(context, frame);
    context.restore();
  };
}

/** Where a name stands in the view, in whole canvas pixels; null when it is out of sight. */
function placeIn(frame: Frame, { at, below = 0 }: Name): Point | null {
  const { camera, ratio, view } = frame;
  const { left, top } = cornerOf(frame);
  const x = Math.round(at.x * camera.scale * ratio) - left;
  const y = Math.round(at.y * camera.scale * ratio + below * ratio) - top;
  const isNear =
    Math.abs(x - (view.width / 2) * ratio) < (view.width / 2 + FURTHEST) * ratio &&
    y > -50 &&
    y < view.height * ratio + 50;
  return isNear ? { x, y } : null;
}

function drawPlate(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y }: Point,
  width: number,
  size: number,
): void {
  context.globalAlpha = 0.8;
  context.fillStyle = palette.floor;
  context.fillRect(x - width / 2 - size * 0.3, y - size * 0.65, width + size * 0.6, size * 1.3);
  context.globalAlpha = 1;
}

function areaNames(scene: Scene): Name[] {
  return scene.plan.areas.flatMap((area, index): Name[] => {
    const at = centre(boxOf(area.outline, scene.shifts[area.floor]));
    const shown = () => true;
    return [
      { at, shown, words: ({ text }) => text(area.name), size: 14, isBold: true, ink: 'text', below: -8 },
      { at, shown, words: ({ freeText, areaFree }) => freeText(areaFree(index)), size: 12, ink: 'text', below: 9 },
    ];
  });
}

function decorNames(scene: Scene): Name[] {
  return scene.plan.decor.flatMap((decor): Name[] => {
    const { name, kind } = decor;
    if (!name) return [];
    const words = ({ text }: Frame) => text(name);
    if (kind === 'stage') {
      const at = middleOfStage(decor, scene);
      return [{ at, words, shown: () => true, size: 13, isBold: true, spacing: 2, ink: 'stageText' }];
    }
    const shown = ({ pitch }: Zoom) => pitch >= NAMES_OF_DOORS;
    const box = boxOf(decor.outline, scene.shifts[decor.floor]);
    const middle = centre(box);
    // A door stands at the edge of the drawing, where there is no room for a word beside it.
    const place = kind === 'door' ? { at: { x: middle.x, y: box.bottom }, below: 11 } : { at: middle };
    return [{ ...place, words, shown, size: 11, ink: 'quietText' }];
  });
}

/** From afar, sections are named with what is free where their seats are; near by, before their front seats. */
function sectionNames(scene: Scene): Name[] {
  const { sections, floors } = scene.plan;
  const hasMore = sections.length > floors.length;
  return sections.flatMap(({ name, outline, floor }, index): Name[] => {
    const box = boxOf(outline, scene.shifts[floor]);
    const words = ({ text }: Frame) => text(name);
    const free = ({ freeText, summary }: Frame) => freeText(summary.sections[index]?.free ?? 0);
    const isFar = ({ detail }: Zoom) => detail === 'sections';
    const far = { at: centre(box), shown: isFar, room: (box.right - box.left) * 0.95, plate: true } as const;
    const before = scene.sectionFronts[index];
    const isNear = ({ detail, pitch }: Zoom) => hasMore && detail !== 'sections' && pitch > NAMES_OF_SECTIONS;
    const near: Name[] = before
      ? [{ at: before, shown: isNear, words, size: 12, isBold: true, ink: 'text', below: -9 }]
      : [];
    return [
      { ...far, words, size: 12, isBold: true, ink: 'text' },
      { ...far, words: free, size: 11, ink: 'quietText', below: 15 },
      ...near,
    ];
  });
}

function floorNames(scene: Scene): Name[] {
  const { sections, floors } = scene.plan;
  if (floors.length < 2) return [];
  const hasSections = sections.length > floors.length;
  const shown = ({ detail, pitch }: Zoom) => detail !== 'sections' && !(hasSections && pitch > NAMES_OF_SECTIONS);
  return floors.flatMap(({ name }, index): Name[] => {
    const at = scene.floorFronts[index];
    const boxes = sections.filter(({ floor }) => floor === index).map(({ outline }) => boxOf(outline, undefined));
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    // Between the arms of a horseshoe there is less room than it is wide.
    const place = { shown, room: width * 0.7, below: -9, yields: true };
    return at ? [{ ...place, at, words: ({ text }) => text(name), size: 13, isBold: true, ink: 'text' }] : [];
  });
}

/** A deep stage is seen only in part; its name stands in that part. */
function middleOfStage({ outline, floor }: Decor, { shifts, floors }: Scene): Point {
  const box = boxOf(outline, shifts[floor]);
  return centre({ ...box, top: Math.max(box.top, floors[floor]?.y ?? box.top) });
}

/** Where the names of areas and of the stage stand, which say more than the name of a floor. */
function namedPlaces(scene: Scene): readonly Box[] {
  const { areas, decor } = scene.plan;
  const stages = decor.filter(({ kind, name }) => kind === 'stage' && name);
  return [
    ...areas.map(({ outline, floor }) => boxOf(outline, scene.shifts[floor])),
    ...stages.map((stage) => {
      const { x, y } = middleOfStage(stage, scene);
      return { left: x, right: x, top: y, bottom: y };
    }),
  ];
}

/** True when words around a point of the view would stand on a place of the plan, or nearly. */
function standsOn(frame: Frame, box: Box, { x, y }: Point, half: number, size: number): boolean {
  const scale = frame.camera.scale * frame.ratio;
  const { left, top } = cornerOf(frame);
  const reach = size / 2 + 8 * frame.ratio;
  return (
    box.left * scale - left < x + half &&
    box.right * scale - left > x - half &&
    box.top * scale - top < y + reach &&
    box.bottom * scale - top > y - reach
  );
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
