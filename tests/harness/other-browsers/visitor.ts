import type { OtherBrowser } from './browser.ts';

const PATIENCE = 30_000;

/** Somebody with a pointer and keys in another browser. */
export interface OtherVisitor {
  /** Asks until the expression gives a string that is not empty. @throws Error after so many milliseconds, or half a minute. */
  wait(expression: string, patience?: number): Promise<string>;
  /** Brings what the expression gives into sight and, once it stands still there, presses it. @throws Error as `wait`. */
  tap(element: string): Promise<void>;
}

/** Where an element is that stands still in sight; nothing as long as it moves. */
const standing = (element: string) => `(() => {
  const found = ${element};
  if (!found) return '';
  const { left, top, width, height } = found.getBoundingClientRect();
  const place = [left + width / 2, top + height / 2].join(' ');
  const isStill = place === globalThis.lastPlace;
  globalThis.lastPlace = place;
  if (!isStill) found.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  return isStill && width > 0 ? place : '';
})()`;

export function otherVisitor({ name, read, tap }: OtherBrowser): OtherVisitor {
  async function wait(expression: string, patience = PATIENCE): Promise<string> {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      // Between two pages there is none to ask.
      const found = await read(expression).catch(() => '');
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${name} waited in vain for ${expression}; it shows: ${await read('document.body.innerText')}`);
  }

  return {
    wait,
    async tap(element) {
      const [x = 0, y = 0] = (await wait(standing(element))).split(' ').map(Number);
      await tap(x, y);
    },
  };
}
