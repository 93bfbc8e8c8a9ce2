import type axe from 'axe-core';

/**
 * In a page that has axe: what axe says of a part of it. Uses nothing from outside itself, so that it can be sent.
 *
 * axe knows that `overflow: hidden` cuts off what is beyond, and not that `clip` cuts off the same, and takes what nobody
 * sees for something over the text beside it. So for as long as it looks, what clips says that it hides; both look the
 * same. And it notes where all is when it begins, and asks again later: where something moved meanwhile, it looks again.
 */
export async function lookByAxe(part: Element | string): Promise<axe.AxeResults> {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const layout = () =>
    all(document)
      .map((one) => one.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '))
      .join();
  const look = async (): Promise<axe.AxeResults> => {
    const clipping = all(document).filter(
      (one): one is HTMLElement => one instanceof HTMLElement && getComputedStyle(one).overflow === 'clip',
    );
    const before = clipping.map(({ style }) => style.overflow);
    for (const { style } of clipping) style.overflow = 'hidden';
    try {
      return await window.axe.run(part);
    } finally {
      for (const [index, { style }] of clipping.entries()) style.overflow = before[index] ?? '';
    }
  };
  for (let time = 1; ; time += 1) {
    const before = layout();
    const results = await look();
    if (layout() === before || time === 5) return results;
  }
}
