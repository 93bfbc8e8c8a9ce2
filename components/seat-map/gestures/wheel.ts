import { type Gesture, isOnMap, pointIn } from './gesture.ts';

const LINE = 16;
const FASTEST = 1.35;

/**
 * Ctrl or ⌘ with the wheel, and the pinch of a trackpad (which browsers report so), zoom at the pointer. A plain wheel
 * scrolls the page, until the visitor has clicked into the map; and zooming out beyond the whole hall scrolls again.
 */
export const wheel: Gesture = (view, hands, signal) => {
  view.addEventListener(
    'wheel',
    (event) => {
      if (!isOnMap(event)) return;
      const asked = event.ctrlKey || event.metaKey;
      const out = event.deltaY > 0;
      if (!asked && (!hands.active() || (out && hands.atFit()))) {
        if (!hands.active()) hands.scrollAttempt();
        return;
      }
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE : event.deltaY;
      const factor = Math.exp(-pixels * (event.ctrlKey ? 0.008 : 0.0022));
      hands.zoom(Math.min(FASTEST, Math.max(1 / FASTEST, factor)), pointIn(view, event));
    },
    { passive: false, signal },
  );
};
