import { fixtureCleanup } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

/** Puts the element on the page, in the state that is meant, and resolves when it shows it. */
export type Make = () => Promise<HTMLElement>;

/** The page as it is before anybody changed it. */
async function restorePage(): Promise<void> {
  fixtureCleanup();
  const page = document.documentElement;
  page.removeAttribute('lang');
  page.removeAttribute('dir');
  page.removeAttribute('style');
  await emulateMedia({ colorScheme: 'light' });
  await setViewport({ width: 800, height: 600 });
}

// After every test of a file that uses the contracts, whether it passed or not.
afterEach(restorePage);

/** Every element that is drawn inside this one, through shadow roots too, itself first. */
export function* drawn(element: Element): Generator<Element> {
  yield element;
  for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) yield* drawn(child);
}

/** Resolves when everything inside, too, has nothing left to update. */
export async function settled(element: Element): Promise<void> {
  for (const part of drawn(element)) {
    if ('updateComplete' in part) await part.updateComplete;
  }
}

/** The words somebody reads, without those of styles. */
export function wordsOf(element: Element): string {
  const words: string[] = [];
  for (const part of drawn(element)) {
    if (part instanceof HTMLStyleElement) continue;
    for (const node of [...(part.shadowRoot?.childNodes ?? []), ...part.childNodes]) {
      if (node instanceof Text && node.data.trim()) words.push(node.data.trim());
    }
  }
  return words.join(' ');
}
