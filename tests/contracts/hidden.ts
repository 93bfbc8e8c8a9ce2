import { expect } from '@open-wc/testing';
import type { Make } from './subject.ts';

/** It is gone from the page when its author says `hidden`, whatever its own styles say about display. */
export function hidden(make: Make): void {
  it('disappears when it is hidden', async () => {
    const element = await make();
    expect(getComputedStyle(element).display).not.to.equal('none');
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });
}
