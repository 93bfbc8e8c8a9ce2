import type { Camera } from '../../sdk/model/scene/index.ts';
import type { Frame } from './drawing/frame.ts';
import type { HallPainter } from './drawing/hall-painter.ts';

/** Milliseconds a frame of a zoom may take; where it would take longer, what is there is stretched. */
const BUDGET = 8;
/** Beyond these the picture would be too coarse, or too much of it would be missing. */
const SMALLEST = 0.62;
const LARGEST = 1.6;

/**
 * Zooms on machines that are too slow to draw every step: what was painted last is stretched, which the browser does
 * beside us, over a small picture of the whole hall. Who uses it paints as soon as the zoom rests.
 */
export interface Stretch {
  /** Shows the frame by stretching; false when it has to be painted. */
  show(frame: Frame): boolean;
  /** What was painted, and is shown as it is. */
  painted(frame: Frame): void;
  /** Makes the small picture, when there is time for it and it may be needed. */
  prepare(frame: Frame): void;
  remove(): void;
}

export function createStretch(surface: HTMLElement, hall: Pick<HallPainter, 'cost' | 'sketch'>): Stretch {
  let base: Frame | undefined;
  let sketch: HTMLCanvasElement | undefined;
  let sketched: Frame | undefined;

  /** Puts the small picture where the hall lies for the camera of the last painting. */
  function placeSketch(): void {
    if (!sketch || !sketched || !base) return;
    const { camera, view } = base;
    const { x, y, width, height } = sketched.scene.bounds;
    sketch.style.setProperty('left', `${(x - camera.x) * camera.scale + view.width / 2}px`);
    sketch.style.setProperty('top', `${(y - camera.y) * camera.scale + view.height / 2}px`);
    sketch.style.setProperty('width', `${width * camera.scale}px`);
    sketch.style.setProperty('height', `${height * camera.scale}px`);
  }

  return {
    show(frame) {
      if (!base || base.scene !== frame.scene || base.view !== frame.view || base.ratio !== frame.ratio) return false;
      const factor = frame.camera.scale / base.camera.scale;
      if (factor === 1 || factor < SMALLEST || factor > LARGEST || hall.cost(frame) < BUDGET) return false;
      sketch?.style.removeProperty('visibility');
      surface.style.setProperty('transform', transformFor(base.camera, frame.camera));
      return true;
    },
    painted(frame) {
      base = frame;
      surface.style.removeProperty('transform');
      placeSketch();
      // Nobody sees it under the picture, yet the browser would draw it there in every frame.
      sketch?.style.setProperty('visibility', 'hidden');
    },
    prepare(frame) {
      const isKnown = sketched?.scene === frame.scene && sketched.palette === frame.palette;
      if (isKnown || hall.cost(frame) < BUDGET) return;
      sketch?.remove();
      sketch = hall.sketch(frame);
      sketched = frame;
      sketch.style.setProperty('visibility', 'hidden');
      surface.prepend(sketch);
      placeSketch();
    },
    remove() {
      sketch?.remove();
      surface.style.removeProperty('transform');
    },
  };
}

/** From what one camera saw to what another sees; around the middle of the view. */
function transformFor(from: Camera, to: Camera): string {
  const [x, y] = [(from.x - to.x) * to.scale, (from.y - to.y) * to.scale];
  return `translate(${x}px, ${y}px) scale(${to.scale / from.scale})`;
}
