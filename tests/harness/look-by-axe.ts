import type axe from 'axe-core';

/**
 * In a page that has axe: what axe says of a part of it. axe knows that `overflow: hidden` cuts off what is beyond, and
 * not that `clip` cuts off the same, and takes what nobody sees for something over the text beside it. So for as long as
 * it looks, what clips says that it hides; both look the same. Uses nothing from outside itself, so that it can be sent.
 */
export async function lookByAxe(part: Element | string): Promise<axe.AxeResults> {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
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
}
