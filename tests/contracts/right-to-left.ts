import { expect } from '@open-wc/testing';
import { widerThan } from './fits.ts';
import { type Make, settled } from './subject.ts';

/** On a page that is read from right to left it is laid out so, and stays inside its box. */
export function rightToLeft(make: Make): void {
  it('is laid out from right to left on a page that is', async () => {
    document.documentElement.dir = 'rtl';
    const element = await make();
    await settled(element);
    expect(getComputedStyle(element).direction).to.equal('rtl');
    expect(widerThan(element, document.documentElement.clientWidth)).to.deep.equal([]);
  });
}
