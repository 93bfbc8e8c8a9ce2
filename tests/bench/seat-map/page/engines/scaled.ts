import { type Placing, panned, zoomed } from '../engine.ts';

/** Moves an element that has no zoom or pan of its own, by the cheapest means a page has: a transform. */
export function scaled(element: HTMLElement, box: HTMLElement) {
  let at: Placing = fitted();
  place();

  function fitted(): Placing {
    const { scrollWidth: width, scrollHeight: height } = element;
    const scale = Math.min(box.clientWidth / width, box.clientHeight / height);
    return { scale, x: (box.clientWidth - width * scale) / 2, y: (box.clientHeight - height * scale) / 2 };
  }
  function place(): void {
    element.style.setProperty('transform-origin', '0 0');
    element.style.setProperty('transform', `translate(${at.x}px, ${at.y}px) scale(${at.scale})`);
  }

  return {
    view: () => box.getBoundingClientRect(),
    where: () => ({ x: box.clientWidth / 2, y: box.clientHeight / 2 }),
    pan(dx: number, dy: number) {
      at = panned(at, dx, dy);
      place();
    },
    zoom(factor: number, x: number, y: number) {
      at = zoomed(at, factor, x, y);
      place();
    },
  };
}
