import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { openBrowser, visit } from '../harness/visitor.ts';

describe('what a visitor looks for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-looking-for-'));
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, dataFolder: join(folder, 'data'), log: silentLog, say: () => {} });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const deBrug = () => demo.urls.centres.find(({ id }) => id === 'de-brug')!;

  /** All that says what is looked for and found. */
  const shown = async (page: Page) => {
    const programme = page.locator('foyer-programme');
    await programme.locator('.title').first().waitFor();
    return {
      titles: await programme.locator('.title').allTextContents(),
      genre: await programme.locator('#genre').inputValue(),
      words: await programme.locator('#search').inputValue(),
      free: await programme.locator('#free').isChecked(),
    };
  };

  /** Until it is the element itself that is seen, and all have answered. */
  const alive = (page: Page) =>
    page.waitForFunction(() => {
      const root = document.querySelector('foyer-programme')?.shadowRoot;
      return root?.querySelector('[role=status]') && root.querySelector('[part=base]')?.ariaBusy === 'false';
    });

  for (const [site, addressOf] of [
    ['the site of a centre', () => `${deBrug().url}?utm_source=brief`],
    ['the site of a cluster', () => `${demo.urls.cluster}?bij=de-brug`],
  ] as const)
    it(`is there again on the way back, and by the link, on ${site}`, async () => {
      const { performances } = (await (
        await fetch(`${deBrug().api}/performances?limit=200`)
      ).json()) as PerformanceList;
      const wanted = performances.find(
        ({ owner, state, availability }) => !owner && state === 'on-sale' && availability.free,
      );
      assert.ok(wanted);
      const words = wanted.title.nl.slice(0, 4).trim().toLowerCase();

      const { page, context, complaints, leave } = await visit(browser, 'desktop');
      await page.goto(addressOf());
      await alive(page);
      const programme = page.locator('foyer-programme');
      await programme.locator('#genre').selectOption(wanted.genre);
      await programme.locator('#free').check();
      await programme.locator('#search').pressSequentially(words);
      const before = await shown(page);
      assert.ok(before.titles.includes(wanted.title.nl));
      assert.deepEqual([before.genre, before.words, before.free], [wanted.genre, words, true]);
      const link = page.url();
      assert.ok(link.startsWith(`${addressOf()}&`), link);

      await programme.locator('.title').first().click();
      await page.waitForURL(/voorstelling/);
      await page.goBack();
      const way = () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type;
      assert.equal(await page.evaluate(way), 'back_forward', 'the page was made anew');
      await alive(page);
      assert.equal(page.url(), link);
      assert.deepEqual(await shown(page), before);

      const shared = await context.newPage();
      await shared.goto(link);
      await alive(shared);
      assert.deepEqual(await shown(shared), before);
      assert.deepEqual(complaints, []);
      await leave();
    });

  it('is what a server paints, for who has no script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${deBrug().url}?genre=jazz`);
    const painted = await page.locator('foyer-programme .title').allTextContents();
    const { performances } = (await (await fetch(`${deBrug().api}/performances?limit=200`)).json()) as PerformanceList;
    const jazz = performances.filter(({ genre }) => genre === 'jazz').map(({ title }) => title.nl);
    assert.ok(jazz.length > 0 && jazz.length < performances.length);
    assert.deepEqual(painted.toSorted(), jazz.toSorted());
    await context.close();
  });

  it('can be taken away from what was painted before its element lives', async () => {
    const { page, complaints, leave } = await visit(browser, 'desktop');
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/foyer.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(`${deBrug().url}?genre=jazz&q=e&free=1`, { waitUntil: 'commit' });
    const programme = page.locator('foyer-programme');
    await programme.locator('#search').fill('');
    await programme.locator('#free').uncheck();
    letThrough();
    await alive(page);
    await page.waitForURL(({ search }) => search === '?genre=jazz');
    const { genre, words, free } = await shown(page);
    assert.deepEqual([genre, words, free], ['jazz', '', false]);
    assert.deepEqual(complaints, []);
    await leave();
  });
});
