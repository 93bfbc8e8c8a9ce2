import type { Point } from '../../../sdk/model/seating-plan/types.ts';
import { type Gesture, pointIn } from './gesture.ts';

/** Two fingers zoom around the point between them and move the hall with it. */
export const pinch: Gesture = (view, hands, signal) => {
  const fingers = new Map<number, Point>();

  view.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'mouse') return;
      fingers.set(event.pointerId, pointIn(view, event));
      if (fingers.size === 2) for (const finger of fingers.keys()) view.setPointerCapture(finger);
    },
    { signal },
  );
  view.addEventListener(
    'pointermove',
    (event) => {
      const before = spread(fingers);
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, pointIn(view, event));
      const after = spread(fingers);
      if (!before || !after) return;
      hands.pan(after.middle.x - before.middle.x, after.middle.y - before.middle.y);
      hands.zoom(after.distance / before.distance, after.middle);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    view.addEventListener(type, (event) => fingers.delete(event.pointerId), { signal });
  }
};

function spread(fingers: ReadonlyMap<number, Point>) {
  const [a, b] = [...fingers.values()];
  if (!a || !b || fingers.size !== 2) return null;
  return {
    middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
    distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
  };
}
