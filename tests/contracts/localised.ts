import { expect } from '@open-wc/testing';
import { type Make, settled, wordsOf } from './subject.ts';

/** It speaks the page's language, follows the page when that changes, and speaks Dutch where we lack the language. */
export function localised(make: Make): void {
  it('speaks the language of the page', async () => {
    const page = document.documentElement;
    page.lang = 'nl';
    const element = await make();
    await settled(element);
    const dutch = wordsOf(element);
    page.lang = 'en';
    const english = await changedFrom(element, dutch);
    page.lang = 'ja';
    expect(await changedFrom(element, english)).to.equal(dutch);
  });
}

/** Its words once they are others; words of a language that was not used yet take a moment to arrive. */
async function changedFrom(element: Element, before: string): Promise<string> {
  for (let frame = 0; frame < 300; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(element);
    const now = wordsOf(element);
    if (now !== before) return now;
  }
  throw new Error(`It still says “${before}” after the language of the page changed.`);
}
