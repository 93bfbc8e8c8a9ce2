import type { Page } from 'playwright-core';
import { DESK, inBrowser, loadEngine, type TooSlow } from './measure.ts';
import { median, quantile } from './statistics.ts';

/** What a key costs, and how much there is for assistive technology to keep, with its tree switched on. */
export interface Keys {
  /** Milliseconds from the press until the moved focus has been shown. */
  readonly p50: number;
  readonly p95: number;
  /** Things in the accessibility tree that are told. */
  readonly nodes: number;
}

const PRESSES = 40;
const WALK = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];

/** Walks over our map by arrow keys, as the browser gets them from a keyboard. */
export const measureKeys = (url: string, seats: number): Promise<Keys | TooSlow> =>
  inBrowser(DESK, async (opened) => {
    const { page, cdp } = opened;
    await loadEngine(opened, url, 'ours', seats);
    await cdp.send('Accessibility.enable');
    await page.evaluate(() => bench.show());
    await page.evaluate(() => bench.enterByKeys());
    const times = await walk(page);
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const told = nodes.filter(({ ignored }) => !ignored).length;
    return { p50: median(times), p95: quantile(times, 0.95), nodes: told };
  });

/** Presses key after key. @returns milliseconds from each until the moved focus has been shown. */
export async function walk(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    await page.evaluate(() => bench.awaitKey());
    await page.keyboard.press(WALK[press % WALK.length] ?? 'ArrowRight');
    times.push((await page.evaluate(() => bench.keyShown())) ?? Number.NaN);
  }
  return times;
}
