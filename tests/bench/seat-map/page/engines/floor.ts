import type { Engine } from '../engine.ts';

/** An empty canvas that is told to be empty: what a frame costs before anything is in it. */
export function create(): Engine {
  const canvas = document.createElement('canvas');
  const draw = () => canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  return {
    data: null,
    show(box) {
      canvas.width = box.clientWidth;
      canvas.height = box.clientHeight;
      box.append(canvas);
      draw();
    },
    view: () => canvas.getBoundingClientRect(),
    pan: draw,
    zoom: draw,
    change: () => void draw(),
  };
}
