import type { Point } from '../../../sdk/model/seating-plan/types.ts';
import { type Gesture, isOnMap, pointIn, TAP_SLOP } from './gesture.ts';

/** Two taps count as one gesture within so many milliseconds. */
const DOUBLE_TAP = 300;

/** A pointer that goes down and up in one place points at something; one that only hovers looks at it. */
export const tap: Gesture = (view, hands, signal) => {
  let start: (Point & { id: number }) | null = null;
  let previous: (Point & { time: number }) | null = null;
  const down = new Set<number>();

  view.addEventListener(
    'pointerdown',
    (event) => {
      down.add(event.pointerId);
      const alone = down.size === 1 && event.button === 0 && isOnMap(event);
      start = alone ? { ...pointIn(view, event), id: event.pointerId } : null;
    },
    { signal },
  );
  view.addEventListener(
    'pointermove',
    (event) => {
      const point = pointIn(view, event);
      if (start && distance(point, start) >= TAP_SLOP) start = null;
      if (previous && distance(point, previous) >= TAP_SLOP * 3) previous = null;
      if (event.pointerType !== 'touch' && down.size === 0) hands.hover(isOnMap(event) ? point : null);
    },
    { signal },
  );
  view.addEventListener(
    'pointerup',
    (event) => {
      down.delete(event.pointerId);
      if (start?.id !== event.pointerId) return;
      const { x, y } = start;
      const twice =
        previous !== null && event.timeStamp - previous.time < DOUBLE_TAP && distance(start, previous) < TAP_SLOP * 3;
      previous = twice ? null : { x, y, time: event.timeStamp };
      start = null;
      if (twice) hands.doubleTap({ x, y });
      else hands.tap({ x, y }, event.pointerType);
    },
    { signal },
  );
  view.addEventListener(
    'pointercancel',
    (event) => {
      down.delete(event.pointerId);
      start = null;
    },
    { signal },
  );
  view.addEventListener('pointerleave', () => hands.hover(null), { signal });
};

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
