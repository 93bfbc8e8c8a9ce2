import type { Bounds } from '../seating-plan/types.ts';
import type { Scene } from './scene.ts';

/** How much of a seat is drawn: only its section, a dot, its state as a glyph, or its number too. */
export type Detail = 'sections' | 'dots' | 'glyphs' | 'numbers';

/** Smallest distance of neighbours, in CSS pixels, at which a seat may be chosen by pointer (WCAG 2.5.8: 24 px). */
export const CHOOSABLE_PITCH = 24;
/** Distance of neighbours, in CSS pixels, a tap on a hall seen from afar zooms to. */
export const COMFORTABLE_PITCH = 34;
/** Distance of neighbours, in CSS pixels, beyond which coming closer shows nothing more. */
export const CLOSEST_PITCH = 72;
/** How far beside a seat a fingertip may land, in CSS pixels. */
export const FINGER_REACH = 22;

/** What can be told apart when a seat is drawn with this radius in CSS pixels. */
export function detailFor(radius: number): Detail {
  if (radius < 1.2) return 'sections';
  if (radius < 3.2) return 'dots';
  return radius < 8 ? 'glyphs' : 'numbers';
}

/** Rows that have a seat in view: what is left out costs nothing. `margin` is in plan units. */
export function visibleRows({ rowBoxes }: Scene, seen: Bounds, margin: number): number[] {
  const rows: number[] = [];
  const [left, top] = [seen.x - margin, seen.y - margin];
  const [right, bottom] = [seen.x + seen.width + margin, seen.y + seen.height + margin];
  for (let at = 0; at < rowBoxes.length; at += 4) {
    const inView =
      (rowBoxes[at] ?? 0) <= right &&
      (rowBoxes[at + 2] ?? 0) >= left &&
      (rowBoxes[at + 1] ?? 0) <= bottom &&
      (rowBoxes[at + 3] ?? 0) >= top;
    if (inView) rows.push(at / 4);
  }
  return rows;
}
