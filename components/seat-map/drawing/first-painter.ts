import type { Painter } from './frame.ts';
import type { HallPainter } from './hall-painter.ts';
import { drawOverlay } from './overlay.ts';

/** Shows the hall on one bare canvas, so that the first picture needs to wait for no library. */
export function createFirstPainter(container: HTMLElement, hall: HallPainter, canvas: HTMLCanvasElement): Painter {
  const context = contextOf(canvas);
  container.append(canvas);
  return {
    resize(view, ratio) {
      canvas.width = Math.round(view.width * ratio);
      canvas.height = Math.round(view.height * ratio);
    },
    paint(frame) {
      if (!context) return;
      hall.paint(context, frame);
      drawOverlay(context, frame);
    },
    remove: () => canvas.remove(),
  };
}

/** The hall covers all of its canvas: a browser that knows it need not mix it with what lies below, in every frame. */
export const contextOf = (canvas: HTMLCanvasElement) => canvas.getContext('2d', { alpha: false });
