import { expect } from '@open-wc/testing';
import { type Make, settled } from './subject.ts';

/** It says nothing to the console while it comes, stays and goes: no error, and no warning of Lit about our use of it. */
export function silent(make: Make): void {
  it('says nothing to the console', async () => {
    const said: unknown[][] = [];
    const { error, warn } = console;
    console.error = (...words: unknown[]) => void said.push(words);
    console.warn = (...words: unknown[]) => void said.push(words);
    try {
      const element = await make();
      await settled(element);
      element.remove();
      document.body.append(element);
      await settled(element);
      element.remove();
    } finally {
      Object.assign(console, { error, warn });
    }
    expect(said).to.deep.equal([]);
  });
}
