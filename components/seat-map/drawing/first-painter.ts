import type { Painter } from './frame.ts';
import { drawHall } from './hall.ts';
import { drawOverlay } from './overlay.ts';
import { drawSeats } from './seats.ts';

/** Shows the hall on one bare canvas, so that the first picture needs to wait for no library. */
export function createFirstPainter(container: HTMLElement): Painter {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  container.append(canvas);
  return {
    resize(view, ratio) {
      canvas.width = Math.round(view.width * ratio);
      canvas.height = Math.round(view.height * ratio);
    },
    paint(frame) {
      if (!context) return;
      drawHall(context, frame);
      drawSeats(context, frame);
      drawOverlay(context, frame);
    },
    remove: () => canvas.remove(),
  };
}
