import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { CENTRES } from '../../server/demo/cluster.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'foyer-pages-'));

/** Inside margins of one centimetre, in CSS pixels. */
const A4 = { width: 718, height: 1047 };

/**
 * Whether the elements themselves have taken the place of what a server painted. The painted ones have a stylesheet of the
 * server's, which axe copies into a `style` that the page's policy rightly refuses.
 */
const isAlive = () =>
  [...document.querySelectorAll('*')].every(({ shadowRoot }) => !shadowRoot?.querySelector('link[rel=stylesheet]'));

describe('every page of the demo', () => {
  let demo: Demo;
  let browser: Browser;
  /** Of each centre, one that sells. */
  const performances = new Map<string, string>();
  let soldOut = '';
  before(async () => {
    demo = await startDemo({ port: 0, dataFolder: folder, log: silentLog, say: () => {} });
    browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
    for (const { id, api } of demo.urls.centres) {
      const list = (await (await fetch(`${api}/performances`)).json()) as PerformanceList;
      soldOut ||= list.performances.find(({ availability }) => availability.level === 'sold-out')?.id ?? '';
      performances.set(id, list.performances.find(({ state, owner }) => state === 'on-sale' && !owner)!.id);
    }
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const site = (id: string, path: string) => new URL(path, demo.urls.centres.find((one) => one.id === id)!.url).href;
  const cluster = (path: string) => new URL(path, demo.urls.cluster).href;
  it('a page that sells prints its hall on the first sheet', async () => {
    const page = await browser.newPage({ viewport: A4 });
    await page.goto(site('de-lantaarn', `/voorstelling/${performances.get('de-lantaarn')}`));
    await page.locator('foyer-seat-map canvas:visible').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const plan = page.locator('foyer-seat-map .print canvas');
    // What prints comes when nothing else is to be done.
    while ((await plan.count()) === 0) await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const { y = 0, height = 0 } = (await plan.boundingBox()) ?? {};
    assert.ok(height > 200 && y + height < A4.height, `it goes from ${y} to ${y + height}`);
    await page.close();
  });

  it('a full house has a waiting list in the place of its hall, and other evenings', async () => {
    const page = await browser.newPage();
    await page.goto(site('de-lantaarn', `/voorstelling/${soldOut}`));
    await page.getByRole('button', { name: 'Zet mij op de wachtlijst' }).waitFor();
    await page.locator('foyer-seat-map:state(sold-out)').waitFor({ state: 'attached' });
    assert.equal(await page.locator('foyer-seat-map').isVisible(), false);
    assert.ok((await page.locator('h2:has-text("Ook iets voor u") ~ .month a').count()) > 0);
    await page.close();
  });

  const pages: Record<string, () => string> = {
    ...Object.fromEntries(
      CENTRES.flatMap(({ profile: { id, name } }) => [
        [`the home of ${name}`, () => site(id, '/')],
        [`a page of ${name} that sells, in English`, () => site(id, `/en/voorstelling/${performances.get(id)}`)],
      ]),
    ),
    'a page of a full house': () => site('de-lantaarn', `/voorstelling/${soldOut}`),
    'a centre’s home in English': () => site('de-lantaarn', '/en'),
    'a centre’s calendar': () => site('de-melkerij', '/kalender'),
    'the calendar of all centres': () => cluster('/kalender/'),
    'the site of all centres': () => cluster('/'),
    'the site of all centres in English': () => cluster('/en/?bij=de-brug'),
    'a page of it that sells': () => cluster(`/voorstelling/?id=${performances.get('de-lantaarn')}`),
    'the index': () => demo.urls.index,
    'the mailbox': () => demo.urls.mailbox,
    'the payments': () => demo.urls.payments,
  };
  for (const [name, url] of Object.entries(pages)) {
    it(`${name}: no complaint in the console, no cookie, nothing axe finds, at phone and desktop size, light and dark`, async () => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(url());
      const isFull = url().endsWith(soldOut);
      if (isFull) await page.locator('foyer-waiting-list:state(ready)').waitFor();
      else if (url().includes('/voorstelling/')) await page.locator('foyer-seat-map canvas:visible').first().waitFor();
      await page.waitForFunction(isAlive);
      await page.evaluate(AXE);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) faults.push(`${width} px: scrolls sideways`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations } = (await page.evaluate(
            `axe.run(document, { resultTypes: ['violations'] })`,
          )) as AxeResults;
          for (const { id, nodes } of violations)
            faults.push(`${width} px, ${colorScheme}: ${id} at ${nodes[0]?.target.join(' ')}`);
        }
      }
      assert.deepEqual(faults, []);
      assert.deepEqual(await context.cookies(), []);
      await context.close();
    });
  }
});
