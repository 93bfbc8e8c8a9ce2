import { readFileSync } from 'node:fs';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../../harness/browser.ts';

declare global {
  var bench: typeof import('./page/main.ts').bench;
}

/** What one engine did with one hall, in one browser of its own. Milliseconds unless it says otherwise. */
export interface Visit {
  readonly shown: number;
  /** Until a hand can do something. */
  readonly usable: number;
  readonly blocked: number;
  readonly far: readonly number[];
  readonly near: readonly number[];
  readonly zoom: readonly number[];
  /** Microseconds. */
  readonly pointer: readonly number[];
  readonly changes: readonly number[];
  /** MiB that came with the first frame, and MiB more of the renderer's memory after everything. */
  readonly heap: number;
  readonly memory: number;
  /** Bytes of the hall's data, gzip. */
  readonly data: number;
}

/** An engine that did not come to an end: after so many seconds it was left. */
export interface TooSlow {
  readonly seconds: number;
}

export interface Profile {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly touch: boolean;
  /** How many times slower the processor is made. */
  readonly slower: number;
}

export const DESK: Profile = { width: 1280, height: 1100, ratio: 1, touch: false, slower: 1 };
export const PHONE: Profile = { width: 390, height: 844, ratio: 3, touch: true, slower: 4 };

const FLAGS = [...BROWSER_FLAGS, '--disable-frame-rate-limit', '--disable-gpu-vsync', '--js-flags=--expose-gc'];
export const LIMIT_MS = 90_000;

export interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** MiB of the process that the page lives in. */
  memory(): Promise<number>;
}

/** Does something in a browser of its own, which ends with it, or when time is up. */
export async function inBrowser<T>(
  { width, height, ratio, touch, slower }: Profile,
  work: (opened: Opened) => Promise<T>,
): Promise<T | TooSlow> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: FLAGS });
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<TooSlow>((resolve) => {
    timer = setTimeout(() => resolve({ seconds: LIMIT_MS / 1000 }), LIMIT_MS);
  });
  const working = async () => {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: ratio,
      hasTouch: touch,
      isMobile: touch,
      locale: 'nl-BE',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const browserCdp = await browser.newBrowserCDPSession();
    return work({ page, cdp, memory: () => rendererMemory(browserCdp) });
  };
  try {
    const work = working();
    // When time is up the browser goes away under it, and nobody waits for what it then says.
    work.catch(() => undefined);
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

async function rendererMemory(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024)
    .reduce((most, one) => Math.max(most, one), 0);
}

/** MiB that the page's scripts hold on to. */
async function heapOf({ cdp }: Opened): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
}

/** Loads an engine with a hall, and stops before the clock starts. */
export async function loadEngine({ page }: Opened, url: string, engine: string, seats: number): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate(([name, size]) => bench.load(name, size), [engine, seats] as const);
}

/** All that one engine does with one hall. */
export const visit = (url: string, engine: string, seats: number, profile: Profile): Promise<Visit | TooSlow> =>
  inBrowser(profile, async (opened) => {
    const { page, memory } = opened;
    await loadEngine(opened, url, engine, seats);
    const [heapBefore, memoryBefore] = [await heapOf(opened), await memory()];
    const { shown, usable, blocked } = await page.evaluate(() => bench.show());
    const heap = (await heapOf(opened)) - heapBefore;
    const { far, near, zoom } = await page.evaluate(() => bench.gestures());
    const pointer = await page.evaluate(() => bench.pointer());
    const changes = await page.evaluate(() => bench.changes());
    const grown = (await memory()) - memoryBefore;
    const data = await page.evaluate(() => bench.dataBytes());
    return { shown, usable, blocked, far, near, zoom, pointer, changes, heap, memory: grown, data };
  });
