import type { PretixArea, PretixPoint } from './pretix-format.ts';
import type { DecorSource, PointSource } from './source.ts';

const STAGE = /stage|podium|bühne|buehne|sc[eè]ne|toneel|speelvlak/i;
const DOOR = /door|deur|porte|tür|entrance|ingang|eingang|exit|uitgang/i;
const CIRCLE_POINTS = 24;
/** Half the side of the box that stands for a text without a shape, in pixels. */
const TEXT_ROOM = 10;

const box = (left: number, top: number, width: number, height: number): PretixPoint[] => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left + width, y: top + height },
  { x: left, y: top + height },
];

/** Corners of an area's shape in pixels, relative to its position; none when it has no size. */
function cornersOf({ polygon, ellipse, circle, rectangle, width = 0, height = 0, text }: PretixArea): PretixPoint[] {
  if (polygon) return [...polygon.points];
  const radius = ellipse?.radius ?? (circle && { x: circle.radius, y: circle.radius });
  if (radius) {
    return Array.from({ length: CIRCLE_POINTS }, (_, index) => {
      const angle = (index / CIRCLE_POINTS) * 2 * Math.PI;
      return { x: radius.x * Math.cos(angle), y: radius.y * Math.sin(angle) };
    });
  }
  if (rectangle) return box(0, 0, rectangle.width, rectangle.height);
  if (width > 0 && height > 0) return box(0, 0, width, height);
  if (typeof text !== 'object') return [];
  const { x, y } = text.position ?? { x: 0, y: 0 };
  return box(x - TEXT_ROOM, y - TEXT_ROOM, 2 * TEXT_ROOM, 2 * TEXT_ROOM);
}

/** Makes decor of what pretix draws besides seats; its text says what it is. `place` turns pixels into a point of ours. */
export function decorOf(area: PretixArea, place: (pixels: PretixPoint) => PointSource): DecorSource[] {
  const corners = cornersOf(area);
  if (corners.length === 0) return [];
  const turn = ((area.rotation ?? 0) * Math.PI) / 180;
  const { x: left, y: top } = area.position ?? { x: 0, y: 0 };
  const outline = corners.map(({ x, y }) =>
    place({
      x: left + x * Math.cos(turn) - y * Math.sin(turn),
      y: top + x * Math.sin(turn) + y * Math.cos(turn),
    }),
  );
  const text = (typeof area.text === 'object' ? area.text.text : (area.text ?? '')).trim();
  const kind = STAGE.test(text) ? 'stage' : DOOR.test(text) ? 'door' : text ? 'label' : 'wall';
  return [{ kind, ...(text && { name: { nl: text } }), outline }];
}
