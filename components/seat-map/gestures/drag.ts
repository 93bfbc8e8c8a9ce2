import type { Point } from '../../../sdk/model/seating-plan/types.ts';
import { type Gesture, isOnMap, pointIn, TAP_SLOP } from './gesture.ts';

/** Share of its speed a thrown hall keeps each millisecond. */
const KEEP = 0.995;
const SLOWEST = 0.02;

/** One pointer moves the hall; let go in motion, it glides to rest, unless the visitor asked for less motion. */
export const drag: Gesture = (view, hands, signal) => {
  const down = new Set<number>();
  let last: (Point & { time: number }) | null = null;
  let speed: Point = { x: 0, y: 0 };
  let dragging = false;
  let gliding = 0;

  view.addEventListener(
    'pointerdown',
    (event) => {
      down.add(event.pointerId);
      cancelAnimationFrame(gliding);
      dragging = false;
      speed = { x: 0, y: 0 };
      last = down.size === 1 && event.button === 0 && isOnMap(event) ? at(event) : null;
    },
    { signal },
  );
  view.addEventListener(
    'pointermove',
    (event) => {
      if (!last || down.size !== 1) return;
      const now = at(event);
      const [dx, dy] = [now.x - last.x, now.y - last.y];
      if (!dragging && Math.hypot(dx, dy) < TAP_SLOP) return;
      if (!dragging) view.setPointerCapture(event.pointerId);
      dragging = true;
      const time = Math.max(1, now.time - last.time);
      speed = { x: speed.x * 0.4 + (dx / time) * 0.6, y: speed.y * 0.4 + (dy / time) * 0.6 };
      last = now;
      hands.pan(dx, dy);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    view.addEventListener(
      type,
      (event) => {
        down.delete(event.pointerId);
        const rested = last !== null && event.timeStamp - last.time > 60;
        if (dragging && type === 'pointerup' && !rested && !prefersStillness()) glide(event.timeStamp);
        dragging = false;
        last = null;
      },
      { signal },
    );
  }
  signal.addEventListener('abort', () => cancelAnimationFrame(gliding));

  function at(event: PointerEvent) {
    return { ...pointIn(view, event), time: event.timeStamp };
  }

  function glide(since: number): void {
    gliding = requestAnimationFrame((now) => {
      const time = Math.min(50, Math.max(1, now - since));
      hands.pan(speed.x * time, speed.y * time);
      const kept = KEEP ** time;
      speed = { x: speed.x * kept, y: speed.y * kept };
      if (Math.hypot(speed.x, speed.y) > SLOWEST) glide(now);
    });
  }
};

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
