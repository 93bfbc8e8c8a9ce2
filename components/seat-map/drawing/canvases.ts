import type { View } from '../../../sdk/model/scene/index.ts';
import type { Frame } from './frame.ts';
import type { HallPainter } from './hall-painter.ts';
import { drawOverlay, hasOverlay } from './overlay.ts';

/** Where the hall is seen: one canvas for all of its seats, and one above for what follows the pointer. */
export interface Canvases {
  resize(view: View, ratio: number): void;
  /** `overlay` draws only what follows the pointer. Nothing is seen before the first `all`. */
  paint(frame: Frame, what: 'all' | 'overlay'): void;
  remove(): void;
}

/** @param lost The browser took the hall's canvas away, as it may, and gave it back empty. */
export function createCanvases(container: HTMLElement, hall: HallPainter, lost: () => void): Canvases {
  const picture = document.createElement('canvas');
  // The hall covers all of its canvas: a browser that knows it need not mix it with what lies below, in every frame.
  const context = picture.getContext('2d', { alpha: false });
  // Black, as long as there is nothing on it.
  picture.hidden = true;
  picture.className = 'hall';
  picture.addEventListener('contextrestored', lost);
  container.append(picture);
  /** From when there is something to follow: each canvas is one more picture to put together, in every frame. */
  let overlay: CanvasRenderingContext2D | null | undefined;

  function size(canvas: HTMLCanvasElement, { width, height }: Pick<HTMLCanvasElement, 'width' | 'height'>): void {
    canvas.width = width;
    canvas.height = height;
  }

  function addOverlay(): CanvasRenderingContext2D | null {
    const canvas = document.createElement('canvas');
    size(canvas, picture);
    container.append(canvas);
    return canvas.getContext('2d');
  }

  return {
    resize({ width, height }, ratio) {
      size(picture, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      if (overlay) size(overlay.canvas, picture);
    },
    paint(frame, what) {
      if (what === 'all' && context) {
        hall.paint(context, frame);
        picture.hidden = false;
      }
      if (overlay === undefined && hasOverlay(frame)) overlay = addOverlay();
      if (!overlay) return;
      overlay.resetTransform();
      overlay.clearRect(0, 0, picture.width, picture.height);
      drawOverlay(overlay, frame);
    },
    remove() {
      picture.remove();
      overlay?.canvas.remove();
    },
  };
}
