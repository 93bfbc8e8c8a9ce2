import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { build } from 'vite';
import { BASE_URL } from '../../stories/fixtures/fake-api.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { exampleOf } from '../harness/docs.ts';
import { EMBED, HOST, type HostPage, openHost, SHOP } from '../harness/embed-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-hostile-'));
const ELSEWHERE = 'https://www.uitkalender.example';

describe('the embed on pages that make it hard', () => {
  let browser: Browser;
  before(async () => {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: [...BROWSER_FLAGS],
      // The back button as visitors have it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (host: Partial<HostPage> = {}) => openHost(browser, { folder, body: SHOP, ...host });

  const seats = (page: Page | Frame) => page.locator('foyer-seat-map canvas').last();

  /** Takes the two best places by buttons; they are in the cart then. */
  async function choose(page: Page | Frame): Promise<void> {
    await page.getByRole('button', { name: 'Beste plaatsen' }).click();
    await page.getByRole('button', { name: 'Zoek plaatsen' }).click();
    await page.getByRole('button', { name: 'Neem deze 2 plaatsen' }).click();
    await page
      .getByRole('button', { name: /^Verwijder/ })
      .nth(1)
      .waitFor();
  }

  it('sells under a style sheet that takes every style away', async () => {
    const { page, faults } = await open({
      style: '* { all: unset !important }',
      context: { viewport: { width: 1000, height: 800 } },
    });
    await choose(page);
    const { width = 0, height = 0 } = (await seats(page).boundingBox()) ?? {};
    assert.ok(width > 500 && height > 200, `the hall is ${width} × ${height}`);
    assert.deepEqual(faults, []);
  });

  it('keeps its sizes where a rem is ten pixels', async () => {
    const sizes = async (style: string) => {
      const { page } = await open({ style });
      await choose(page);
      const measured = await page.evaluate(() =>
        [...document.querySelectorAll('foyer-seat-map, foyer-cart')].flatMap(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('button, p, h2, h3') ?? [])].map((one) => {
            const { fontSize, paddingInlineStart, minBlockSize } = getComputedStyle(one);
            return `${one.localName} ${one.textContent?.trim().slice(0, 20)}: ${fontSize} ${paddingInlineStart} ${minBlockSize}`;
          }),
        ),
      );
      await page.context().close();
      return measured.filter((line) => !/\d+:\d+/.test(line));
    };
    const usual = await sizes('body { font-size: 16px }');
    assert.ok(usual.length > 10);
    assert.deepEqual(await sizes('html { font-size: 62.5% } body { font-size: 1.6rem }'), usual);
  });

  it('opens its dialog above whatever the page puts on top', async () => {
    const { page, faults } = await open({
      body: `<header>Menu</header><foyer-buy-button centre="${BASE_URL}" performance="het-laatste-licht"></foyer-buy-button>`,
      style:
        'header { position: fixed; inset: 0 0 auto; block-size: 50%; z-index: 2147483647; background: red } foyer-buy-button { position: absolute; inset-block-end: 0 }',
    });
    await page.getByRole('button', { name: /tickets/i }).click();
    await page.getByRole('dialog').waitFor();
    await seats(page).waitFor();
    assert.equal(
      await page.evaluate(() => document.elementFromPoint(innerWidth / 2, 40)?.localName),
      'foyer-buy-button',
    );
    assert.deepEqual(faults, []);
  });

  it('sells when the page has two versions of it, and names both to the page’s author', async () => {
    const { page, faults, told } = await open({
      twice: true,
      scripts: ['/foyer.js', '/other/foyer.js']
        .map((path) => `<script type="module" src="${EMBED}${path}"></script>`)
        .join(''),
      change: (path, text) => (path.startsWith('/other/') ? text.replaceAll(/([`'"])0\.1\.0\1/g, '$10.2.0$1') : text),
    });
    await choose(page);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(faults, []);
    assert.ok(
      told.length > 0 && told.every((text) => text.includes('0.1.0') && text.includes('0.2.0')),
      told.join('\n'),
    );
  });

  it('goes on where it was after it was taken out of the page and put back', async () => {
    const { page, faults } = await open();
    await choose(page);
    await page.evaluate(() => {
      const shop = document.querySelector('foyer-shop');
      shop?.remove();
      return new Promise((resolve) => requestAnimationFrame(() => resolve(document.body.append(shop ?? ''))));
    });
    await seats(page).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Verwijder/ }).count(), 2);
    assert.deepEqual(faults, []);
  });

  it('goes on where it was after the back button', async () => {
    const { page, faults } = await open();
    await choose(page);
    await page.evaluate(() =>
      addEventListener('pageshow', (event) => document.documentElement.toggleAttribute('data-kept', event.persisted)),
    );
    await page.goto(`${HOST}/contact`);
    // A page that was kept does not load again, which is what going back otherwise waits for.
    await page.goBack({ waitUntil: 'commit' });
    await page.locator('html[data-kept]').waitFor();
    await seats(page).waitFor();
    const remove = page.getByRole('button', { name: /^Verwijder/ });
    assert.equal(await remove.count(), 2);
    await remove.first().click();
    await remove.nth(1).waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
  });

  it('leaves the link that stands in it to who blocks scripts', async () => {
    const blocked = await open({ prepare: (page) => page.route(`${EMBED}/**`, (route) => route.abort()) });
    assert.ok(await blocked.page.getByRole('link', { name: 'Bestel aan de kassa' }).isVisible());
    const usual = await open();
    await seats(usual.page).waitFor();
    assert.ok(!(await usual.page.getByRole('link', { name: 'Bestel aan de kassa' }).isVisible()));
  });

  it('sells in a frame on somebody else’s page', async () => {
    const { page, faults } = await open({
      prepare: (prepared) =>
        prepared.route(`${ELSEWHERE}/**`, (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><html lang="nl"><title>Kalender</title><iframe title="Tickets" src="${HOST}/" style="width:800px;height:700px"></iframe>`,
          }),
        ),
    });
    await page.goto(`${ELSEWHERE}/`);
    const frame = page.frames().find((one) => one.url().startsWith(HOST));
    assert.ok(frame);
    await choose(frame);
    assert.deepEqual(faults, []);
  });

  it('needs no scrolling sideways at 400 % on a window of 1280', async () => {
    const { page, faults } = await open({ context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } });
    await choose(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(faults, []);
  });

  it('sells in the few colours of who forces them', async () => {
    const { page, faults } = await open({ context: { forcedColors: 'active', colorScheme: 'dark' } });
    await choose(page);
    const bare = await page.evaluate(() =>
      [...(document.querySelector('foyer-seat-map')?.shadowRoot?.querySelectorAll('button') ?? [])]
        .filter((button) => button.checkVisibility() && button.offsetWidth > 1)
        .filter((button) => !button.querySelector('svg') && getComputedStyle(button).borderStyle === 'none')
        .map((button) => button.outerHTML.replaceAll(/<!--.*?-->|\s+/g, ' ')),
    );
    assert.deepEqual(bare, [], 'every button has an edge, now that its ground says nothing');
    assert.deepEqual(faults, []);
  });

  it('tells analytics what happened once the visitor agrees, and nothing before', async () => {
    const [script] = exampleOf('docs/events.md', {});
    const { page, faults } = await open({
      scripts: ['/analytics.js', '/foyer.js']
        .map((path) => `<script type="module" src="${EMBED}${path}"></script>`)
        .join(''),
      prepare: (prepared) =>
        prepared.route(`${EMBED}/analytics.js`, (route) =>
          route.fulfill({
            contentType: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
            body: script?.text ?? '',
          }),
        ),
    });
    await choose(page);
    const told = () => page.evaluate(() => Reflect.get(window, 'dataLayer'));
    assert.equal(await told(), undefined);
    await page.evaluate(() => document.dispatchEvent(new Event('consent-given')));
    assert.deepEqual(await told(), [{ name: 'foyer-seats-change', performance: 'het-laatste-licht', places: 2 }]);
    assert.deepEqual(faults, []);
  });
});
