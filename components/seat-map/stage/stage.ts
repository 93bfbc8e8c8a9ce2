import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { contextOf } from '../drawing/first-painter.ts';
import type { Frame, Painter } from '../drawing/frame.ts';
import type { HallPainter } from '../drawing/hall-painter.ts';
import { drawOverlay, hasOverlay } from '../drawing/overlay.ts';

/**
 * Shows the hall on Konva's layers: the hall, and what follows the pointer from when there is something to follow, so
 * that a moving pointer redraws one ring. All seats are one shape: a node a seat would cost seconds in a big hall.
 * The hall goes on on the canvas that shows it already.
 */
export function createStage(container: HTMLElement, hall: HallPainter, canvas: HTMLCanvasElement): Painter {
  // We draw in the animation frame in which the camera moved; Konva's own scheduling would come one frame later.
  Konva.autoDrawEnabled = false;
  let frame: Frame | undefined;
  const stage = new Stage({ container: emptyContainer(container), listening: false });

  function addLayer(clearBeforeDraw: boolean, draw: (context: CanvasRenderingContext2D, frame: Frame) => void): Layer {
    const layer = new Layer({ listening: false, clearBeforeDraw });
    layer.add(
      new Shape({
        listening: false,
        perfectDrawEnabled: false,
        sceneFunc: (context) => frame && draw(context._context as CanvasRenderingContext2D, frame),
      }),
    );
    return layer;
  }

  const picture = addLayer(false, hall.paint);
  picture.canvas._canvas = canvas;
  picture.canvas.context._context = contextOf(canvas) ?? picture.canvas.context._context;
  stage.add(picture);
  // Every layer is one more picture of the size of the view to put together, in every frame.
  let overlay: Layer | undefined;
  return {
    resize(view, ratio) {
      for (const layer of [picture, overlay]) layer?.canvas.setPixelRatio(ratio);
      stage.size(view);
    },
    paint(next, what) {
      frame = next;
      if (what === 'all') picture.draw();
      if (overlay) overlay.draw();
      else if (hasOverlay(next)) {
        overlay = addLayer(true, drawOverlay);
        overlay.canvas.setPixelRatio(next.ratio);
        stage.add(overlay);
      }
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
