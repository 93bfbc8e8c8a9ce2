import { expect } from '@open-wc/testing';
import { drawn, type Make, settled } from './subject.ts';

const PAINTED = ['color', 'background-color', 'border-block-start-color', 'fill', 'stroke', 'outline-color'];

/** The page's design tokens reach it. Name those it uses, such as `--foyer-color-accent`. */
export function themed(make: Make, tokens: readonly `--foyer-color-${string}`[]): void {
  for (const [index, token] of tokens.entries()) {
    it(`takes ${token} from the page`, async () => {
      const odd = `rgb(${index + 1}, 2, 3)`;
      document.documentElement.style.setProperty(token, odd);
      const element = await make();
      await settled(element);
      const painted = [...drawn(element)].some((part) => {
        const style = getComputedStyle(part);
        return PAINTED.some((property) => style.getPropertyValue(property) === odd);
      });
      expect(painted, `nothing inside is painted in ${token}`).to.equal(true);
    });
  }
}
