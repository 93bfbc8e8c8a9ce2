import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import type { PerformanceList } from '../../../sdk/contract/index.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../../server/demo/main.ts';
import { SITE_WORDS } from '../../../server/demo/sites/words.ts';
import { openBrowser } from '../visitor.ts';
import { type Picture, readPicture, shrink } from './picture.ts';
import { CLUSTER, nameOf, type Opened, type Round, SCHEMES, viewsOf, type Width } from './series.ts';

/** A Wednesday in the season, so far ahead that all of it is still to come by the database's clock too, which is the machine's. */
const WHEN = new Date('2036-10-08T10:00:00+02:00');
const HEIGHTS: Readonly<Record<Width, number>> = { 360: 740, 768: 1024, 1280: 900 };
/** Pictures are kept at half the size of the screen. */
const TIMES = 2;
/** Pictures in a row of which two must be equal, so that a page that never comes to rest is said to be one. */
const MOST_LOOKS = 100;
/** How often a programme is asked for until its neighbours' is in it, and the milliseconds in between. */
const MOST_ASKED = 300;
const BETWEEN = 200;
/** How often a page is opened that says that a centre is out of reach, and the milliseconds in between. */
const MOST_VISITS = 20;
const BETWEEN_VISITS = 1000;
const PATIENCE = 120_000;

/** What the centres' own pages say instead of a price. */
const OUT_OF_REACH = Object.values(SITE_WORDS).map(({ unreachable }) => unreachable);

export interface Screen {
  readonly name: string;
  readonly picture: Picture;
}

/** The demo on a day that never changes, and a browser that looks at it. */
export interface Studio {
  /**
   * All screens of a site at that width, in one window: each view of each page in each scheme.
   * @throws Error when a page never comes to rest, or says every time that a centre is out of reach.
   */
  photograph(round: Round): Promise<readonly Screen[]>;
  close(): Promise<void>;
}

export async function openStudio(): Promise<Studio> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-screens-'));
  const demo = await startDemo({ port: 0, dataFolder: folder, log: silentLog, say: () => {}, at: WHEN });
  const browser = await openBrowser();
  const performances = new Map<string, string>();

  async function close(): Promise<void> {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  async function openWindow(width: Width): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: HEIGHTS[width] },
      locale: 'nl-BE',
      timezoneId: 'Europe/Brussels',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE);
    await context.clock.setFixedTime(WHEN);
    await waitForLetters(context);
    return context.newPage();
  }

  /** On a busy machine a centre is out of its neighbours' reach for a moment, and a page that says so is opened anew. */
  async function screensOf(page: Page, opened: Opened): Promise<readonly Screen[]> {
    for (let visit = 0; visit < MOST_VISITS; visit += 1) {
      if (visit > 0) await pause(BETWEEN_VISITS);
      const answer = await page.goto(addressOf(demo, opened, performances));
      const screens = answer?.ok() ? await lookAt(page, opened) : undefined;
      if (screens) return screens;
    }
    throw new Error(`${page.url()} says that a centre is out of reach, ${MOST_VISITS} times in a row.`);
  }

  try {
    for (const { id, api } of demo.urls.centres) performances.set(id, await sellingAt(api));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    close,
    async photograph({ width, pages }) {
      const page = await openWindow(width);
      const screens: Screen[] = [];
      for (const opened of pages) screens.push(...(await screensOf(page, opened)));
      await page.context().close();
      return screens;
    },
  };
}

/** Each view of the page in each scheme; undefined when the page says that a centre is out of reach. */
async function lookAt(page: Page, opened: Opened): Promise<readonly Screen[] | undefined> {
  const screens: Screen[] = [];
  for (const view of viewsOf(opened.kind)) {
    if (view === 'hall') await page.locator('#tickets').evaluate((shop) => shop.scrollIntoView());
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const picture = await pictureOf(page);
      if (!picture) return undefined;
      screens.push({ name: nameOf(opened, view, colorScheme), picture });
    }
  }
  return screens;
}

/** The screen at half its size, once it is at rest; undefined when it says that a centre is out of reach. */
async function pictureOf(page: Page): Promise<Picture | undefined> {
  let last: Buffer | undefined;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const loaded = await page.waitForFunction(howLoaded, OUT_OF_REACH).catch(async (cause: unknown) => {
      const awaited = await page.evaluate(() => String(Reflect.get(globalThis, 'awaited')));
      throw new Error(`${page.url()} is not there yet; what it waits for: ${awaited}`, { cause });
    });
    if ((await loaded.jsonValue()) === 'partly') return undefined;
    // What is drawn on a canvas follows the page by some frames.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
    });
    const now = await page.screenshot({ animations: 'disabled' });
    if (last?.equals(now)) return shrink(readPicture(now), TIMES);
    last = now;
  }
  throw new Error(`${page.url()} never comes to rest.`);
}

/** The first performance that a centre sells of its own, once its neighbours' are in its programme too. */
async function sellingAt(api: string): Promise<string> {
  for (let asked = 0; asked < MOST_ASKED; asked += 1) {
    const { performances } = (await (await fetch(`${api}/performances`)).json()) as PerformanceList;
    const owners = new Set(performances.map(({ owner }) => owner?.id));
    const first = performances.find(({ state, owner }) => state === 'on-sale' && !owner);
    if (first && owners.size === 3) return first.id;
    await pause(BETWEEN);
  }
  throw new Error(`${api} sells nothing of its own, or never shows its neighbours' programme.`);
}

function addressOf(demo: Demo, { site, kind, language }: Opened, performances: ReadonlyMap<string, string>): string {
  const root = language === 'nl' ? '/' : `/${language}/`;
  if (site === CLUSTER) {
    const [first] = performances.values();
    const paths = { home: '', performance: `voorstelling/?id=${first}`, calendar: 'kalender/', subscriptions: '' };
    return new URL(root + paths[kind], demo.urls.cluster).href;
  }
  const performance = `voorstelling/${performances.get(site)}`;
  const paths = { home: '', performance, calendar: 'kalender', subscriptions: 'abonnementen' };
  const path = root + paths[kind];
  return new URL(path.length > 1 ? path.replace(/\/$/, '') : path, demo.urls.centres.find(({ id }) => id === site)?.url)
    .href;
}

/** In a picture, letters that are late are waited for. */
async function waitForLetters(context: BrowserContext): Promise<void> {
  await context.route('**/style.css', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replaceAll('display:optional', 'display:block'),
    });
  });
}

/**
 * In the page: `wholly` when its letters and the pictures in sight are there and nothing says that it is still busy,
 * `partly` when it says that a centre is out of reach, and null before either.
 */
function howLoaded(outOfReach: readonly string[]): 'wholly' | 'partly' | null {
  const allIn = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? allIn(element.shadowRoot) : []),
    ]);
  const all = allIn(document);
  const lacksCentre = (element: Element) =>
    element.matches(':state(partly), :state(failed), .notice') ||
    (element.matches('.note, .facts') && outOfReach.some((words) => element.textContent.includes(words)));
  if (all.some(lacksCentre)) return 'partly';

  const inSight = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const isReady = (element: Element) => {
    if (element.matches(':not(:defined), :state(loading), [aria-busy="true"], .skeleton')) return false;
    // An element that still waits for its words has drawn nothing yet.
    if ('isUpdatePending' in element && element.isUpdatePending) return false;
    if (element instanceof HTMLImageElement) return element.complete || !inSight(element);
    const canvases = element.matches('foyer-seat-map') ? element.shadowRoot?.querySelectorAll('canvas') : undefined;
    // Of the hall there are several pictures, of which a slow machine shows another than a fast one.
    return !canvases || [...canvases].some((canvas) => canvas.checkVisibility({ visibilityProperty: true }));
  };
  const awaited = [
    ...(document.readyState === 'complete' ? [] : ['the page']),
    ...(document.fonts.status === 'loaded' ? [] : ['its letters']),
    ...all.flatMap((element) => (isReady(element) ? [] : `${element.localName}.${element.className}`)),
  ];
  // For who waits in vain.
  Object.assign(globalThis, { awaited });
  return awaited.length === 0 ? 'wholly' : null;
}
