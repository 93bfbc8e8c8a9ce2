import { expect, oneEvent } from '@open-wc/testing';
import type { Make } from './subject.ts';

/**
 * The page can prevent what the visitor asks for: when it cancels the event, `unchanged` holds. The event also reaches
 * the page, out of the element's shadow.
 */
export function cancelable(
  type: keyof HTMLElementEventMap,
  make: Make,
  act: (element: HTMLElement) => Promise<void>,
  unchanged: (element: HTMLElement) => void,
): void {
  it(`does nothing when the page cancels ${type}`, async () => {
    const element = await make();
    document.addEventListener(type, (event) => event.preventDefault(), { once: true });
    const heard = oneEvent(document, type);
    await act(element);
    const event = await heard;
    expect(event.defaultPrevented).to.equal(true);
    expect(event.composed).to.equal(true);
    unchanged(element);
  });
}
