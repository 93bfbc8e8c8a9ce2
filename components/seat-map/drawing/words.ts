import { type Detail, detailFor, type Scene } from '../../../sdk/model/scene/index.ts';
import type { Decor, Point } from '../../../sdk/model/seating-plan/types.ts';
import { cornerOf } from './cut.ts';
import type { Frame } from './frame.ts';
import { drawRowLabels } from './row-labels.ts';

/** Writes the names of parts, areas, stage, doors and rows. Words keep their size at every zoom, so they are no tiles. */
export type WriteWords = (context: CanvasRenderingContext2D, frame: Frame) => void;

/** What decides which names are read from here. */
interface Zoom {
  readonly detail: Detail;
  /** Distance of neighbours in CSS pixels. */
  readonly pitch: number;
}

interface Name {
  readonly at: Point;
  readonly words: (frame: Frame) => string;
  readonly shown: (zoom: Zoom) => boolean;
  readonly style: Style;
  /** Moved down by so many CSS pixels. */
  readonly below?: number;
  /** Left out when it needs more than this, in plan units: width, and height with a line above it. */
  readonly room?: number;
  readonly height?: number;
  /** Moved up by so many CSS pixels rather than left out, where a horseshoe is wider. */
  readonly higher?: number;
  /** Left out when it would stand on a name that says more. */
  readonly yields?: boolean;
  /** Left out without this one. */
  readonly follows?: Name;
}

interface Style {
  /** CSS pixels, whatever the zoom. */
  readonly size: number;
  readonly weight: number;
  readonly ink: 'text' | 'quietText' | 'stageText';
  readonly spacing?: number;
}

const STAGE: Style = { size: 13, weight: 600, ink: 'stageText', spacing: 2 };
const AREA: Style = { size: 14, weight: 600, ink: 'text' };
const FLOOR: Style = { size: 13, weight: 600, ink: 'text' };
const SECTION: Style = { size: 12, weight: 600, ink: 'text' };
const FREE: Style = { size: 12, weight: 400, ink: 'text' };
const OTHER: Style = { size: 11, weight: 400, ink: 'quietText' };
/** Names are written style by style, because a canvas is slow to change its font. */
const STYLES = [STAGE, AREA, FLOOR, SECTION, FREE, OTHER];

/** Distance of neighbours, in CSS pixels, from which on sections are named instead of floors. */
const NAMES_OF_SECTIONS = 17;
/** The same for doors, which stand close beside the seats. */
const NAMES_OF_DOORS = 13;
/** CSS pixels beyond which no name reaches. */
const FURTHEST = 320;
/** CSS pixels that two lines need. */
const TWO_LINES = 36;
const MOST_WIDTHS = 4000;
/** Between the ends of its arms a horseshoe has so many times the room it has before its front seats. */
const MOST_OVER = 1.4;
/** A name that moved up for want of room is written so much smaller. */
const SMALLER = 0.86;

/** Finds once where names stand; writing them costs only those in view. */
export function createWords(scene: Scene): WriteWords {
  const names = [...areaNames(scene), ...decorNames(scene), ...sectionNames(scene), ...floorNames(scene)];
  const styles = STYLES.map((style) => ({ style, names: names.filter((name) => name.style === style) }));
  const taken = namedPlaces(scene);
  const widths = new Map<string, number>();

  const widthOf = (context: CanvasRenderingContext2D, font: string, words: string): number => {
    const key = font + words;
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
    const written = new Set<Name>();
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const { style, names: alike } of styles) {
      const font = `${style.weight} ${style.size * ratio}px ${palette.font}`;
      context.font = font;
      context.letterSpacing = `${(style.spacing ?? 0) * ratio}px`;
      context.fillStyle = palette[style.ink];
      for (const name of alike) {
        if (!name.shown(zoom) || (name.follows && !written.has(name.follows))) continue;
        if (name.height !== undefined && name.height * camera.scale < TWO_LINES) continue;
        const usual = placeIn(frame, name);
        if (!usual) continue;
        const words = name.words(frame);
        const width = widthOf(context, font, words);
        const over = width / ((name.room ?? Infinity) * camera.scale * ratio);
        if (over > (name.higher ? MOST_OVER : 1)) continue;
        const at = over > 1 ? { x: usual.x, y: usual.y - Math.round((name.higher ?? 0) * ratio) } : usual;
        if (name.yields && taken.some((place) => standsOn(frame, place, at, width / 2, style.size * ratio))) continue;
        if (over > 1) context.font = `${style.weight} ${style.size * SMALLER * ratio}px ${palette.font}`;
        context.fillText(words, at.x, at.y);
        context.font = font;
        written.add(name);
      }
    }
    context.letterSpacing = '0px';
    if (zoom.detail === 'sections') frame.drawSigns?.(context, frame);
    else drawRowLabels(context, frame);
    context.restore();
  };
}

/** Where a name stands in the view, in whole canvas pixels; null when it is out of sight. */
function placeIn(frame: Frame, { at, below = 0 }: Name): Point | null {
  const { camera, ratio, view } = frame;
  const x = (at.x - camera.x) * camera.scale;
  const y = (at.y - camera.y) * camera.scale + below;
  if (Math.abs(x) > view.width / 2 + FURTHEST || Math.abs(y) > view.height / 2 + 20) return null;
  const { left, top } = cornerOf(frame);
  return {
    x: Math.round(at.x * camera.scale * ratio) - left,
    y: Math.round((at.y * camera.scale + below) * ratio) - top,
  };
}

function areaNames(scene: Scene): Name[] {
  return scene.plan.areas.flatMap((area, index): Name[] => {
    const at = centre(boxOf(area.outline, scene.shifts[area.floor]));
    const shown = () => true;
    return [
      { at, shown, words: ({ text }) => text(area.name), style: AREA, below: -8 },
      { at, shown, words: ({ freeText, areaFree }) => freeText(areaFree(index)), style: FREE, below: 9 },
    ];
  });
}

function decorNames(scene: Scene): Name[] {
  return scene.plan.decor.flatMap((decor): Name[] => {
    const { name, kind } = decor;
    if (!name) return [];
    const words = ({ text }: Frame) => text(name);
    if (kind === 'stage') return [{ at: middleOfStage(decor, scene), words, shown: () => true, style: STAGE }];
    const shown = ({ pitch }: Zoom) => pitch >= NAMES_OF_DOORS;
    const box = boxOf(decor.outline, scene.shifts[decor.floor]);
    const middle = centre(box);
    // A door stands at the edge of the drawing, where there is no room for a word beside it.
    const place = kind === 'door' ? { at: { x: middle.x, y: box.bottom }, below: 11 } : { at: middle };
    return [{ ...place, words, shown, style: OTHER }];
  });
}

/** From afar, sections are named with what is free where their seats are; near by, before their front seats. */
function sectionNames(scene: Scene): Name[] {
  const { sections, floors } = scene.plan;
  const hasMore = sections.length > floors.length;
  const isFar = ({ detail }: Zoom) => detail === 'sections';
  const isNear = ({ detail, pitch }: Zoom) => hasMore && detail !== 'sections' && pitch > NAMES_OF_SECTIONS;
  return sections.flatMap(({ name, outline, floor }, index): Name[] => {
    const box = boxOf(outline, scene.shifts[floor]);
    const words = ({ text }: Frame) => text(name);
    const place = { at: centre(box), shown: isFar, room: box.right - box.left };
    const far: Name = { ...place, words, style: SECTION, below: -7 };
    const free = ({ freeText, summary }: Frame) => freeText(summary.sections[index]?.free ?? 0);
    const count: Name = { ...place, words: free, style: FREE, below: 8, height: box.bottom - box.top, follows: far };
    const at = scene.sectionFronts[index];
    return at ? [far, count, { at, shown: isNear, words, style: SECTION, below: -9 }] : [far, count];
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
    const place = { shown, room: width * 0.7, below: -9, higher: 24, yields: true };
    return at ? [{ ...place, at, words: ({ text }) => text(name), style: FLOOR }] : [];
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
