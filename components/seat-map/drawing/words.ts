import { type Detail, detailFor, type Scene } from '../../../sdk/model/scene/index.ts';
import type { Decor, Point } from '../../../sdk/model/seating-plan/types.ts';
import type { Box } from './cut.ts';
import type { Frame } from './frame.ts';
import { drawRowLabels } from './row-labels.ts';
import { drawRowSigns } from './row-signs.ts';

/** The names of parts, areas, stage, doors and rows. They keep their size at every zoom. */
export interface Words {
  /** Writes those that reach into a box, on a context whose zero is its corner. */
  write(context: CanvasRenderingContext2D, frame: Frame, box: Box): void;
  /** Writes those that keep their place in the view, on a context whose zero is the view's corner. */
  sign(context: CanvasRenderingContext2D, frame: Frame): void;
  /** Where something else is written than in a frame before from the same scale; a little more than that. */
  changed(before: Frame, frame: Frame): readonly Box[];
}

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
  /** How many places it says are free; only such words change while the hall stands still. */
  readonly count?: (frame: Frame) => number;
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
/** CSS pixels beyond which no name reaches: to the side, and up or down. */
const FURTHEST = 320;
const HIGHEST = 48;
/** CSS pixels that two lines need. */
const TWO_LINES = 36;
const MOST_WIDTHS = 4000;
/** Between the ends of its arms a horseshoe has so many times the room it has before its front seats. */
const MOST_OVER = 1.4;
/** A name that moved up for want of room is written so much smaller. */
const SMALLER = 0.86;
/** CSS pixels of an edge, half of them outside the letters. */
const EDGE = 5;

/** Finds once where names stand; writing them costs only those in view. */
export function createWords(scene: Scene): Words {
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

  function write(context: CanvasRenderingContext2D, frame: Frame, box: Box): void {
    const { camera, ratio, palette } = frame;
    const zoom = zoomOf(frame);
    const written = new Set<Name>();
    context.save();
    context.setTransform(1, 0, 0, 1, -box.left, -box.top);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.strokeStyle = palette.background;
    context.lineWidth = EDGE * ratio;
    context.lineJoin = 'round';
    for (const { style, names: alike } of styles) {
      const font = `${style.weight} ${style.size * ratio}px ${palette.font}`;
      let isReady = false;
      for (const name of alike) {
        if (!isSaid(name, frame, zoom) || (name.follows && !written.has(name.follows))) continue;
        const usual = placeIn(frame, name);
        if (!isWithin(usual, frame, box)) continue;
        if (!isReady) {
          context.font = font;
          context.letterSpacing = `${(style.spacing ?? 0) * ratio}px`;
          context.fillStyle = palette[style.ink];
          isReady = true;
        }
        const words = name.words(frame);
        const width = widthOf(context, font, words);
        const over = width / ((name.room ?? Infinity) * camera.scale * ratio);
        if (over > (name.higher ? MOST_OVER : 1)) continue;
        const at = over > 1 ? { x: usual.x, y: usual.y - Math.round((name.higher ?? 0) * ratio) } : usual;
        if (name.yields && taken.some((place) => standsOn(frame, place, at, width / 2, style.size * ratio))) continue;
        if (over > 1) context.font = `${style.weight} ${style.size * SMALLER * ratio}px ${palette.font}`;
        // It may stand on seats; the others have room.
        if (style === FLOOR) context.strokeText(words, at.x, at.y);
        context.fillText(words, at.x, at.y);
        context.font = font;
        written.add(name);
      }
    }
    context.letterSpacing = '0px';
    if (zoom.detail === 'sections') frame.drawSigns?.(context, frame);
    else drawRowLabels(context, frame, box);
    context.restore();
  }

  return {
    write,
    sign: drawRowSigns,
    changed(before, frame) {
      const zoom = zoomOf(frame);
      return names.flatMap((name): Box[] => {
        if (!name.count || !isSaid(name, frame, zoom) || name.count(before) === name.count(frame)) return [];
        const { x, y } = placeIn(frame, name);
        const { ratio, camera } = frame;
        const half = Math.ceil(Math.min(FURTHEST, ((name.room ?? Infinity) * camera.scale) / 2) * ratio);
        const tall = Math.ceil(name.style.size * ratio);
        return [{ left: x - half, top: y - tall, width: 2 * half, height: 2 * tall }];
      });
    },
  };
}

const zoomOf = ({ scene, camera }: Frame): Zoom => ({
  detail: detailFor(scene.radius * camera.scale),
  pitch: scene.pitch * camera.scale,
});

/** Whether a name is read from so near or so far, and has room for its two lines. */
const isSaid = (name: Name, { camera }: Frame, zoom: Zoom): boolean =>
  name.shown(zoom) && (name.height === undefined || name.height * camera.scale >= TWO_LINES);

/** Where a name stands, in whole pixels from the plan's origin: wherever the hall is moved, it is the same. */
const placeIn = ({ camera, ratio }: Frame, { at, below = 0 }: Name): Point => ({
  x: Math.round(at.x * camera.scale * ratio),
  y: Math.round((at.y * camera.scale + below) * ratio),
});

const isWithin = ({ x, y }: Point, { ratio }: Frame, { left, top, width, height }: Box): boolean =>
  x > left - FURTHEST * ratio &&
  x < left + width + FURTHEST * ratio &&
  y > top - HIGHEST * ratio &&
  y < top + height + HIGHEST * ratio;

function areaNames(scene: Scene): Name[] {
  return scene.plan.areas.flatMap((area, index): Name[] => {
    const at = centre(edgesOf(area.outline, scene.shifts[area.floor]));
    const shown = () => true;
    const count = ({ areaFree }: Frame) => areaFree(index);
    return [
      { at, shown, words: ({ text }) => text(area.name), style: AREA, below: -8 },
      { at, shown, words: (frame) => frame.freeText(count(frame)), style: FREE, below: 9, count },
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
    const box = edgesOf(decor.outline, scene.shifts[decor.floor]);
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
    const box = edgesOf(outline, scene.shifts[floor]);
    const words = ({ text }: Frame) => text(name);
    const place = { at: centre(box), shown: isFar, room: box.right - box.left };
    const far: Name = { ...place, words, style: SECTION, below: -7 };
    const count = ({ summary }: Frame) => summary.sections[index]?.free ?? 0;
    const free = (frame: Frame) => frame.freeText(count(frame));
    const height = box.bottom - box.top;
    const left: Name = { ...place, words: free, style: FREE, below: 8, height, follows: far, count };
    const at = scene.sectionFronts[index];
    return at ? [far, left, { at, shown: isNear, words, style: SECTION, below: -9 }] : [far, left];
  });
}

function floorNames(scene: Scene): Name[] {
  const { sections, floors } = scene.plan;
  if (floors.length < 2) return [];
  const hasSections = sections.length > floors.length;
  const shown = ({ detail, pitch }: Zoom) => detail !== 'sections' && !(hasSections && pitch > NAMES_OF_SECTIONS);
  return floors.flatMap(({ name }, index): Name[] => {
    const at = scene.floorFronts[index];
    const boxes = sections.filter(({ floor }) => floor === index).map(({ outline }) => edgesOf(outline, undefined));
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    // Between the arms of a horseshoe there is less room than it is wide.
    const place = { shown, room: width * 0.7, below: -9, higher: 24, yields: true };
    return at ? [{ ...place, at, words: ({ text }) => text(name), style: FLOOR }] : [];
  });
}

/** A deep stage is seen only in part; its name stands in that part. */
function middleOfStage({ outline, floor }: Decor, { shifts, floors }: Scene): Point {
  const box = edgesOf(outline, shifts[floor]);
  return centre({ ...box, top: Math.max(box.top, floors[floor]?.y ?? box.top) });
}

/** Where the names of areas and of the stage stand, which say more than the name of a floor. */
function namedPlaces(scene: Scene): readonly Edges[] {
  const { areas, decor } = scene.plan;
  const stages = decor.filter(({ kind, name }) => kind === 'stage' && name);
  return [
    ...areas.map(({ outline, floor }) => edgesOf(outline, scene.shifts[floor])),
    ...stages.map((stage) => {
      const { x, y } = middleOfStage(stage, scene);
      return { left: x, right: x, top: y, bottom: y };
    }),
  ];
}

/** True when words around a point would stand on a place of the plan, or nearly. */
function standsOn(frame: Frame, place: Edges, { x, y }: Point, half: number, size: number): boolean {
  const scale = frame.camera.scale * frame.ratio;
  const reach = size / 2 + 8 * frame.ratio;
  return (
    place.left * scale < x + half &&
    place.right * scale > x - half &&
    place.top * scale < y + reach &&
    place.bottom * scale > y - reach
  );
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function edgesOf(outline: readonly Point[], shift: Point | undefined): Edges {
  const xs = outline.map(({ x }) => x + (shift?.x ?? 0));
  const ys = outline.map(({ y }) => y + (shift?.y ?? 0));
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const centre = ({ left, right, top, bottom }: Edges): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
