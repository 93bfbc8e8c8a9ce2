import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { chooseByPointer } from '../harness/hall-on-page.ts';
import { focusedName, openBrowser, type Size, visit } from '../harness/visitor.ts';

/** A way to two seats: what somebody does on the page of a performance once its hall is there. */
interface Way {
  readonly name: string;
  readonly size: Size;
  /** Chooses two seats; gives the number of key presses from the start of the map, for ways that have keys. */
  choose(page: Page): Promise<number | undefined>;
  /** No more keys than this are needed in any hall. */
  readonly most?: number;
}

const HALLS = ['schouwburg', 'concertzaal', 'vlakke-zaal'] as const;
// What is special about a place may have to be confirmed first; these ways are to ordinary seats.
const FREE = /^Rij .*, vrij$/i;

const WAYS: readonly Way[] = [
  { name: 'the pointer', size: 'desktop', choose: (page) => byPointer(page, 'desktop') },
  { name: 'touch, on a phone', size: 'phone', choose: (page) => byPointer(page, 'phone') },
  { name: 'best available, on a phone', size: 'phone', choose: byBestAvailable },
  { name: 'keys on the map', size: 'desktop', choose: byKeysOnTheMap, most: 10 },
  { name: 'keys in the list', size: 'desktop', choose: byKeysInTheList, most: 12 },
];

const folder = mkdtempSync(join(tmpdir(), 'foyer-ways-'));

describe('the ways to two seats', () => {
  let demo: Demo;
  let browser: Browser;
  let performances: (PerformanceList['performances'][number] & { readonly site: string })[];
  before(async () => {
    demo = await startDemo({ port: 0, dataFolder: join(folder, 'data'), log: silentLog, say: () => {} });
    browser = await openBrowser();
    const lists = demo.urls.centres.map(async ({ api, url }) => {
      const list = (await (await fetch(`${api}/performances`)).json()) as PerformanceList;
      return list.performances.filter(({ owner }) => !owner).map((one) => ({ ...one, site: url }));
    });
    performances = (await Promise.all(lists))
      .flat()
      .filter(({ state, availability }) => state === 'on-sale' && availability.free > 100);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const hall of HALLS) {
    for (const way of WAYS) {
      it(`${hall}, by ${way.name}`, async (test) => {
        const performance = performances.find((one) => one.hall.id === hall);
        assert.ok(performance, `the demo sells seats in ${hall}`);
        const visitor = await visit(browser, way.size);
        const { page } = visitor;
        await page.goto(new URL(`voorstelling/${performance.id}`, performance.site).href);
        await page.getByRole('button', { name: 'Zoom in' }).waitFor();
        await page.getByRole('gridcell').first().waitFor({ state: 'attached' });
        const keys = await way.choose(page);
        await page
          .getByRole('button', { name: /^Verwijder .*rij/i })
          .nth(1)
          .waitFor();
        if (keys !== undefined) {
          test.diagnostic(`${keys} keys`);
          assert.ok(keys <= (way.most ?? 0), `${keys} keys, at most ${way.most}`);
        }
        assert.deepEqual(visitor.complaints, []);
        await visitor.leave();
      });
    }
  }
});

/** Presses keys one by one and counts them from the one that brought the focus into the map. */
function keyboard(page: Page) {
  let count = 0;
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    count += 1;
    return focusedName(page);
  };
  const isInMap = () => page.evaluate(() => document.activeElement?.localName === 'foyer-seat-map');
  return {
    count: () => count,
    press,
    async enterMap(): Promise<void> {
      for (let stop = 0; stop < 40 && !(await isInMap()); stop += 1) await page.keyboard.press('Tab');
      count = 1;
    },
    /** Presses a key until the focus is on something by this name; it may be there already. */
    async pressUntil(key: string, name: RegExp): Promise<void> {
      let now = await focusedName(page);
      for (let stop = 0; stop < 60 && !name.test(now); stop += 1) now = await press(key);
      assert.match(now, name, `${key} leads there`);
    },
  };
}

const chosen = (page: Page, count: number) =>
  page
    .getByRole('button', { name: /^Verwijder .*rij/i })
    .nth(count - 1)
    .waitFor();

async function byPointer(page: Page, size: Size): Promise<undefined> {
  for (const count of [1, 2]) await chooseByPointer(page, size, count);
}

async function byBestAvailable(page: Page): Promise<undefined> {
  await page.getByRole('button', { name: 'Beste plaatsen' }).click();
  await page.getByRole('button', { name: 'Zoek plaatsen' }).click();
  await page.getByRole('button', { name: 'Neem deze 2 plaatsen' }).click();
}

async function byKeysOnTheMap(page: Page): Promise<number> {
  const keys = keyboard(page);
  await keys.enterMap();
  await keys.pressUntil('Tab', /^Rij /);
  for (const count of [1, 2]) {
    await keys.pressUntil('f', FREE);
    await keys.press('Enter');
    await chosen(page, count);
  }
  return keys.count();
}

async function byKeysInTheList(page: Page): Promise<number> {
  const keys = keyboard(page);
  await keys.enterMap();
  // Before the first of the buttons that belong together comes the last.
  await keys.pressUntil('ArrowLeft', /^Lijst$/);
  await keys.press('Enter');
  // The list comes with its first use; a visitor sees it before going on.
  await page.getByRole('button', { name: FREE }).first().waitFor();
  await keys.pressUntil('Tab', FREE);
  await keys.press('Enter');
  await chosen(page, 1);
  await keys.pressUntil('f', FREE);
  await keys.press('Enter');
  await chosen(page, 2);
  return keys.count();
}
