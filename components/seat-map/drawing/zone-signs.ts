import type { Scene } from '../../../sdk/model/scene/index.ts';
import type { Point } from '../../../sdk/model/seating-plan/types.ts';
import type { Frame } from './frame.ts';
import { drawMark } from './marks.ts';

/** CSS pixels: radius of a sign, how far above the name it stands, and how high a section is that has room for it there. */
const RADIUS = 6.5;
const ABOVE = 24;
const ROOM = 58;

type Boxes = readonly ReturnType<typeof boxOf>[];
const known = new WeakMap<Scene, Boxes>();

/**
 * From afar a section is one colour. Where colours do not tell zones apart, the sign of its zone stands above its name,
 * or, in a section with less room, at its left end: the same as in the legend. Counted from the plan's origin, as words are.
 */
export function drawZoneSigns(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, camera, ratio, palette, summary } = frame;
  if (!palette.zoneSigns.some(Boolean)) return;
  const scale = camera.scale * ratio;
  boxesOf(scene).forEach((box, index) => {
    const offer = summary.sections[index];
    if (!offer?.free) return;
    const hasRoom = box.height * camera.scale >= ROOM;
    const x = hasRoom ? (box.x + box.width / 2) * scale : box.x * scale + RADIUS * 2 * ratio;
    const y = (box.y + box.height / 2) * scale - (hasRoom ? ABOVE * ratio : 0);
    context.save();
    context.translate(Math.round(x), Math.round(y));
    drawMark(context, { state: 0, kind: 0, zone: offer.zone, detail: 'glyphs' }, RADIUS * ratio, palette);
    context.restore();
  });
}

function boxesOf(scene: Scene): Boxes {
  const boxes =
    known.get(scene) ?? scene.plan.sections.map(({ outline, floor }) => boxOf(outline, scene.shifts[floor]));
  known.set(scene, boxes);
  return boxes;
}

function boxOf(outline: readonly Point[], shift: Point | undefined) {
  const xs = outline.map(({ x }) => x + (shift?.x ?? 0));
  const ys = outline.map(({ y }) => y + (shift?.y ?? 0));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
