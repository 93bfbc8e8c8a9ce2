import type { Locator, Page } from 'playwright-core';
import { focusedName } from './visitor.ts';

/** Somebody with a keyboard and nothing else: presses are counted, and wherever the focus comes it must be seen. */
export interface Typist {
  /** Every key pressed so far, with where it led. A word that is typed is none: nobody can type less of it. */
  readonly route: readonly string[];
  /** Where the focus was that nobody could have seen, and why; each once. */
  readonly faults: () => readonly string[];
  /** Presses one key. @returns the name of what has the focus then. */
  press(key: string): Promise<string>;
  /** Presses a key until the focus is on something by this name; it may be there already. */
  pressTo(key: string, name: RegExp): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses a key that leads to another page, and waits for what is to be seen there. */
  leaveBy(key: string, arrival: Locator): Promise<void>;
}

/** More stops than a page may have before what somebody came for. */
const PATIENCE = 60;

export function sitDown(page: Page): Typist {
  const route: string[] = [];
  const faults = new Set<string>();
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    // What moves the focus by itself may take a moment: it is asked for once the page stands still.
    const found = await page.evaluate(faultsOfStop);
    const name = await focusedName(page);
    route.push(`${key} → ${name.slice(0, 80)}`);
    for (const fault of found) faults.add(`${route.at(-1)}: ${fault}`);
    return name;
  };
  return {
    route,
    faults: () => [...faults],
    press,
    async pressTo(key, name) {
      const passed = [await focusedName(page)];
      while (!name.test(passed.at(-1) ?? '')) {
        if (passed.length > PATIENCE)
          throw new Error(`${key} never came to ${name}; it came to: ${passed.join(' · ')}`);
        passed.push(await press(key));
      }
    },
    type: (text) => page.keyboard.type(text),
    async leaveBy(key, arrival) {
      await page.keyboard.press(key);
      await arrival.waitFor();
      route.push(`${key} → ${new URL(page.url()).pathname}`);
    },
  };
}

/** In the page: why somebody would not see where the focus is. */
async function faultsOfStop(): Promise<string[]> {
  const focusedNow = () => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  };
  // Pages scroll for the focus, and some slowly: it is looked at once it stands still.
  const placeNow = () => JSON.stringify(focusedNow()?.getBoundingClientRect());
  for (let before = '', still = 0; still < 3; before = placeNow()) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    still = placeNow() === before ? still + 1 : 0;
  }
  const focused = focusedNow();
  if (!focused || focused === document.body) return [];

  const parentOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const upFrom = (element: Element | null): Element[] => (element ? [element, ...upFrom(parentOf(element))] : []);
  const hasRing = (element: Element) =>
    ['', '::before', '::after'].some((drawn) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, drawn);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });

  const way = upFrom(focused);
  // A field that is drawn by its label shows the ring there; a heading that somebody was led to needs none.
  const ringed = focused instanceof HTMLHeadingElement ? focused : way.slice(0, 3).find(hasRing);
  if (!ringed) return ['it has no ring'];
  const whole = ringed.getBoundingClientRect();
  const seen = upFrom(parentOf(ringed)).reduce(
    (box, element) => {
      if (getComputedStyle(element).overflow === 'visible' || element === document.body) return box;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return {
        left: Math.max(box.left, left),
        top: Math.max(box.top, top),
        right: Math.min(box.right, right),
        bottom: Math.min(box.bottom, bottom),
      };
    },
    { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
  );
  const box = {
    left: Math.max(whole.left, seen.left),
    top: Math.max(whole.top, seen.top),
    right: Math.min(whole.right, seen.right),
    bottom: Math.min(whole.bottom, seen.bottom),
  };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  // WCAG 2.4.11 asks that it is not wholly hidden. A message that grows by a line may push a part of it below the screen.
  const isSeen = width > whole.width / 2 && height > whole.height / 2;
  if (width <= 0 || height <= 0) return [`it is out of sight (${Math.round(whole.left)}, ${Math.round(whole.top)})`];
  if (!isSeen && whole.height < innerHeight / 2)
    return [`only ${Math.round(width)} × ${Math.round(height)} of it is seen`];

  const hitAt = (x: number, y: number) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const covers = (element: Element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
  for (const part of [0.1, 0.5, 0.9]) {
    const hit = hitAt(box.left + width / 2, box.top + part * height);
    const over = upFrom(hit).filter((element) => !way.includes(element));
    const cover = over.find(covers);
    if (cover) return [`${cover.localName}.${cover.className} covers it`];
  }
  return [];
}
