import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../../harness/browser.ts';
import type { Kept } from './begun.ts';
import type { Front } from './front.ts';
import { watch } from './probe.ts';

/** A phone on slow 4G: 400 ms to every request, 1.6 Mbit/s down, 0.75 up, a processor four times slower. */
const PHONE = { width: 390, height: 844, ratio: 3, slower: 4 };
const SLOW_4G = {
  offline: false,
  latency: 400,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
/** Nothing was asked for so long: the page has come to rest. */
const QUIET_MS = 2000;
/** One stroke of a finger, and how many pixels a second it goes. */
const SWIPE_PX = 6000;
const SWIPE_SPEED = 6000;
const LIMIT_MS = 60_000;
/** The browser tells of no event that was answered faster. */
export const FASTEST_MS = 16;

/** One page, opened for the first time. Milliseconds since it was asked for, unless it says otherwise. */
export interface Visit {
  readonly requests: number;
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly shown: number;
  /** When it is the element itself, which answers. */
  readonly lives: number;
  /** From a tap, as soon as something was shown, to the next frame. */
  readonly answer: number;
  readonly blocked: number;
  readonly shift: number;
  readonly shifts: readonly string[];
}

/** What is still alive after a number of mounts and unmounts. */
export interface Left {
  readonly mounts: number;
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS, '--js-flags=--expose-gc'] });

async function openPage(
  browser: Browser,
  kept: Kept = {},
): Promise<{ page: Page; cdp: CDPSession; close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: PHONE.width, height: PHONE.height },
    deviceScaleFactor: PHONE.ratio,
    hasTouch: true,
    isMobile: true,
    locale: 'nl-BE',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.addInitScript(watch);
  await page.addInitScript((entries) => Object.assign(localStorage, entries), kept);
  return { page, cdp: await context.newCDPSession(page), close: () => context.close() };
}

/** Opens a page as somebody with a phone does who was never there. */
export async function visit(browser: Browser, front: Front, path: string, kept?: Kept): Promise<Visit> {
  const { page, cdp, close } = await openPage(browser, kept);
  try {
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slower });
    front.take();
    let last = Date.now();
    let requests = -1;
    page.on('requestfinished', () => {
      last = Date.now();
    });
    page.on('request', (request) => {
      last = Date.now();
      if (!request.url().startsWith('data:')) requests += 1;
    });
    await page.goto(front.url + path, { waitUntil: 'commit' });
    await page.waitForFunction(() => seen.lives > 0);
    const rest = async () => {
      while (Date.now() - last < QUIET_MS) await page.waitForTimeout(100);
    };
    await rest();
    // What a tap moves is the visitor's own doing, and what it blocks is its answer.
    const { shown, lives, blocked, shift, shifts } = await page.evaluate(() => seen);
    const weights = front.take();
    const asked = requests;
    const answer = await tap(page);
    const sum = (of: 'plain' | 'gzip' | 'brotli') => weights.reduce((total, weight) => total + weight[of], 0);
    const bytes = { plain: sum('plain'), gzip: sum('gzip'), brotli: sum('brotli') };
    return { requests: asked, ...bytes, shown, lives, answer, blocked, shift, shifts };
  } finally {
    await close();
  }
}

/** Taps the first thing that can be pressed, or the middle of a map. */
async function tap(page: Page): Promise<number> {
  const at = await page.evaluate(() => {
    const element = document.querySelector('[data-subject]');
    const root = element?.shadowRoot ?? element;
    addEventListener(
      'click',
      (event) => event.composedPath().some((one) => one instanceof HTMLAnchorElement) && event.preventDefault(),
      true,
    );
    const control =
      root?.querySelector('canvas, circle, button:not(:disabled), input, select, summary, a[href]') ?? element;
    control?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.touchscreen.tap(at.x, at.y);
  await page.waitForTimeout(1500);
  const inputs = await page.evaluate(() => seen.inputs);
  return Math.max(FASTEST_MS, ...inputs.map(({ duration }) => duration));
}

/** Puts it on the page and takes it off again, each time when it has shown itself; counts after each of `after`. */
export async function mountOften(
  browser: Browser,
  url: string,
  after: readonly number[],
  kept?: Kept,
): Promise<Left[]> {
  const { page, cdp, close } = await openPage(browser, kept);
  try {
    await page.goto(url);
    await page.waitForFunction(() => seen.shown > 0);
    const left: Left[] = [];
    let mounts = 0;
    for (const goal of after) {
      await page.evaluate(comeAndGo, goal - mounts);
      mounts = goal;
      left.push({ mounts, ...(await count(page, cdp)) });
    }
    return left;
  } finally {
    await close();
  }
}

async function comeAndGo(times: number): Promise<void> {
  const spot = document.querySelector('[data-spot]');
  const template = document.querySelector('template');
  if (!spot || !template) throw new Error('The page has no place for it.');
  const frame = () => new Promise(requestAnimationFrame);
  for (let time = 0; time < times; time += 1) {
    spot.replaceChildren(template.content.cloneNode(true));
    const element = spot.querySelector('[data-subject]');
    const until = performance.now() + 10_000;
    while (!isShown(element) && performance.now() < until) await frame();
    if (!isShown(element)) throw new Error(`After ${time} mounts it did not show itself.`);
    await frame();
    spot.replaceChildren();
  }
}

async function count(page: Page, cdp: CDPSession): Promise<Omit<Left, 'mounts'>> {
  // A store rests some time after its last reader has gone.
  await page.waitForTimeout(2500);
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters');
  return { heap, nodes, listeners };
}

/** A long page, as it comes and as it is read. Milliseconds of each task over 50, the longest first. */
export interface Scrolled {
  readonly height: number;
  readonly coming: readonly number[];
  readonly scrolling: readonly number[];
}

/** Scrolls a page to its end with a finger, faster than anybody reads. */
export async function scroll(browser: Browser, url: string): Promise<Scrolled> {
  const { page, cdp, close } = await openPage(browser);
  try {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slower });
    await page.goto(url);
    await page.waitForFunction(() => seen.shown > 0);
    await page.waitForTimeout(QUIET_MS);
    const tasks = async () => (await page.evaluate(() => seen.tasks.splice(0))).sort((one, other) => other - one);
    const coming = await tasks();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += SWIPE_PX)
      await cdp.send('Input.synthesizeScrollGesture', {
        ...{ x: PHONE.width / 2, y: PHONE.height / 2, yDistance: -SWIPE_PX },
        ...{ speed: SWIPE_SPEED, gestureSourceType: 'touch', preventFling: false },
      });
    await page.waitForTimeout(QUIET_MS);
    return { height, coming, scrolling: await tasks() };
  } finally {
    await close();
  }
}
