import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import type { PerformanceList } from '../../../sdk/contract/index.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../../server/demo/main.ts';
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
const PATIENCE = 120_000;

/** The same letters on every machine, from a package that is there anyway. */
const LETTERS = (['Regular', 'Bold'] as const).map((cut) => ({
  weight: cut === 'Bold' ? '600 900' : '100 500',
  data: readFileSync(`node_modules/pdfjs-dist/standard_fonts/LiberationSans-${cut}.ttf`).toString('base64'),
}));

export interface Screen {
  readonly name: string;
  readonly picture: Picture;
}

/** The demo on a day that never changes, and a browser that looks at it. */
export interface Studio {
  /** All screens of a site at that width, in one window: each view of each page in each scheme. */
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
    await putLetters(context);
    return context.newPage();
  }

  async function goTo(page: Page, opened: Opened): Promise<void> {
    await page.goto(addressOf(demo, opened, performances));
    if (opened.kind === 'performance') await page.locator('foyer-seat-map canvas:visible').first().waitFor();
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
      for (const opened of pages) {
        await goTo(page, opened);
        for (const view of viewsOf(opened.kind)) {
          if (view === 'hall') await page.locator('#tickets').evaluate((shop) => shop.scrollIntoView());
          for (const colorScheme of SCHEMES) {
            await page.emulateMedia({ colorScheme });
            screens.push({ name: nameOf(opened, view, colorScheme), picture: await pictureOf(page) });
          }
        }
      }
      await page.context().close();
      return screens;
    },
  };
}

/** The screen at half its size, once it is at rest. */
async function pictureOf(page: Page): Promise<Picture> {
  let last: Buffer | undefined;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await page.waitForFunction(hasLoaded);
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

async function putLetters(context: BrowserContext): Promise<void> {
  await context.addInitScript((letters) => {
    for (const { weight, data } of letters) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace('Letters of the screens', bytes, { weight }));
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root { --heading: "Letters of the screens" !important; --body: var(--heading) !important; }');
    document.adoptedStyleSheets.push(sheet);
  }, LETTERS);
}

/** In the page: its letters and the pictures in sight are there, and nothing says that it is still busy. */
function hasLoaded(): boolean {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const inSight = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return (
    document.readyState === 'complete' &&
    document.fonts.status === 'loaded' &&
    all(document).every((element) => {
      if (element.matches(':not(:defined), :state(loading), [aria-busy="true"], .skeleton')) return false;
      // An element that still waits for its words has drawn nothing yet.
      if ('isUpdatePending' in element && element.isUpdatePending) return false;
      return !(element instanceof HTMLImageElement) || element.complete || !inSight(element);
    })
  );
}
