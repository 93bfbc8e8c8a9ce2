import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { build } from 'vite';
import { BASE_URL } from '../../stories/fixtures/fake-api.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { EMBED, openHost } from '../harness/embed-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-embed-'));

describe('the embed on a strict page of another origin', () => {
  let browser: Browser;

  before(async () => {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visit = (body: string, prepare?: (page: Page) => Promise<void>) =>
    openHost(browser, { folder, body, ...(prepare && { prepare }) });

  const defined = (page: Page, tag: string) =>
    page.waitForFunction((name) => customElements.get(name) !== undefined, tag);

  it('loads nothing but itself before an element is used', async () => {
    const { page, fetched, faults } = await visit('<p>Welkom</p>');
    await page.waitForLoadState('networkidle');
    assert.deepEqual([fetched(), faults], [['foyer'], []]);
  });

  it('loads just what the page uses', async () => {
    const { page, fetched, faults } = await visit(
      `<foyer-shop centre="${BASE_URL}"><foyer-cart></foyer-cart></foyer-shop>`,
    );
    await defined(page, 'foyer-cart');
    await defined(page, 'foyer-shop');
    await page.waitForLoadState('networkidle');
    const names = fetched();
    assert.deepEqual(
      ['foyer', 'base', 'shop', 'cart', 'seat-map', 'stage', 'checkout', 'order'].map((name) => names.includes(name)),
      [true, true, true, true, false, false, false, false],
    );
    assert.deepEqual(faults, []);
  });

  it('asks at once for all that an element begins with', { timeout: 30_000 }, async () => {
    const missing = new Set(['cart', 'base', 'words']);
    const held: Route[] = [];
    const { page, faults } = await visit('<foyer-cart></foyer-cart>', async (page) => {
      await page.route(`${EMBED}/chunks/**`, async (route) => {
        missing.delete(/chunks\/(\w+)-/.exec(route.request().url())?.[1] ?? '');
        held.push(route);
        if (missing.size === 0) await Promise.all(held.splice(0).map((one) => one.fallback()));
      });
    });
    await defined(page, 'foyer-cart');
    assert.deepEqual(faults, []);
  });

  it('shows the seats of a performance without a breach of the policy, a cookie or anything stored', async () => {
    const { page, faults } = await visit(
      `<foyer-shop centre="${BASE_URL}"><foyer-seat-map performance="het-laatste-licht"></foyer-seat-map></foyer-shop>`,
    );
    await page.locator('foyer-seat-map canvas:visible').first().waitFor();
    assert.deepEqual(faults, []);
    assert.deepEqual(await page.context().cookies(), []);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  });

  it('serves tags that come later', async () => {
    const { page, faults } = await visit('<p>Welkom</p>');
    await page.evaluate(() => document.body.append(document.createElement('foyer-order')));
    await defined(page, 'foyer-order');
    assert.deepEqual(faults, []);
  });

  it('survives being pasted twice', async () => {
    const { page, faults } = await visit(
      `<foyer-cart></foyer-cart><script type="module" src="${EMBED}/foyer.js?again"></script>`,
    );
    await defined(page, 'foyer-cart');
    await page.waitForLoadState('networkidle');
    assert.deepEqual(faults, []);
  });

  it('fetches again what did not arrive', async () => {
    let missed = 0;
    const { page } = await visit('<foyer-cart></foyer-cart>', async (prepared) => {
      await prepared.route('**/chunks/cart-*.js', (route) => {
        missed += 1;
        return missed === 1 ? route.abort() : route.fallback();
      });
    });
    await defined(page, 'foyer-cart');
    assert.equal(missed, 2);
  });
});
