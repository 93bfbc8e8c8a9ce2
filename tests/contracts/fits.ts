import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { drawn, type Make, settled } from './subject.ts';

/** It fits a window of 320 CSS pixels, which is also what 400 % zoom leaves of a desktop, without scrolling sideways. */
export function fits(make: Make, state = ''): void {
  it(`fits a window of 320 pixels${state && ` ${state}`}`, async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await make();
    await settled(element);
    expect(widerThan(element, 320)).to.deep.equal([]);
  });
}

/** What sticks out of a page that wide; what a scroll box or hidden text keeps inside itself does not. */
export function widerThan(element: Element, width: number): string[] {
  const parts = [...drawn(element)].filter((part) => {
    const { left, right, width: own } = part.getBoundingClientRect();
    return own > 1 && (right > width + 1 || left < -1) && !isClipped(part);
  });
  return parts.map((part) => `${part.localName}.${part.getAttribute('class') ?? part.getAttribute('part') ?? ''}`);
}

function isClipped(part: Element): boolean {
  for (let around = parentOf(part); around; around = parentOf(around)) {
    if (getComputedStyle(around).overflowX !== 'visible') return true;
  }
  return false;
}

const parentOf = (part: Element): Element | null => {
  const root = part.getRootNode();
  return part.assignedSlot ?? part.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};
