import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import type { Frame, Painter } from '../drawing/frame.ts';
import { drawHall } from '../drawing/hall.ts';
import { drawOverlay } from '../drawing/overlay.ts';
import { drawSeats } from '../drawing/seats.ts';

/**
 * Shows the hall on Konva's layers: what stands still, the seats, and what follows the pointer each on their own, so
 * that a moving pointer redraws one ring. All seats are one shape: a node a seat would cost seconds in a big hall.
 */
export function createStage(container: HTMLElement): Painter {
  // We draw in the animation frame in which the camera moved; Konva's own scheduling would come one frame later.
  Konva.autoDrawEnabled = false;
  let frame: Frame | undefined;
  const stage = new Stage({ container: emptyContainer(container), listening: false });
  const [hall, seats, overlay] = [drawHall, drawSeats, drawOverlay].map((draw) => {
    const layer = new Layer({ listening: false, clearBeforeDraw: draw !== drawHall });
    layer.add(
      new Shape({
        listening: false,
        perfectDrawEnabled: false,
        sceneFunc: (context) => frame && draw(context._context as CanvasRenderingContext2D, frame),
      }),
    );
    stage.add(layer);
    return layer;
  });
  return {
    resize(view, ratio) {
      for (const layer of [hall, seats, overlay]) layer?.canvas.setPixelRatio(ratio);
      stage.size(view);
    },
    paint(next, what) {
      frame = next;
      if (what === 'all') {
        hall?.draw();
        seats?.draw();
      }
      overlay?.draw();
    },
    remove() {
      stage.destroy();
    },
  };
}

/** Konva empties its container by `innerHTML`, which pages with Trusted Types forbid; ours is empty and takes no markup. */
function emptyContainer(parent: HTMLElement): HTMLDivElement {
  const container = document.createElement('div');
  Object.defineProperty(container, 'innerHTML', { set: () => undefined });
  parent.append(container);
  return container;
}
