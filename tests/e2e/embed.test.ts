import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { BASE_URL } from '../../stories/fixtures/fake-api.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { isComplaint } from '../harness/complaints.ts';
import { serveApi } from '../harness/fake-api.ts';

const HOST = 'https://www.delantaarn.example';
const EMBED = 'https://embed.tickets.example';
const folder = mkdtempSync(join(tmpdir(), 'foyer-embed-'));

/** What a strict host page must allow for Foyer, and nothing more. */
const policy = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `connect-src ${new URL(BASE_URL).origin}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

interface Visit {
  readonly page: Page;
  /** Chunks fetched, without their hash. */
  readonly fetched: () => string[];
  /** Errors, warnings and breaches of the page's policy. */
  readonly faults: string[];
}

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

  /** Opens a page whose body is this, with `foyer.js` in it. */
  async function visit(body: string, prepare?: (page: Page) => Promise<void>): Promise<Visit> {
    const context = await browser.newContext({ locale: 'nl-BE' });
    const page = await context.newPage();
    const files: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => void (request.url().startsWith(EMBED) && files.push(request.url())));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (isComplaint({ type: message.type(), args: [message.text()] })) faults.push(message.text());
    });
    await page.exposeFunction('reportBreach', (breach: string) => faults.push(breach));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        Reflect.get(window, 'reportBreach')(`policy: ${violatedDirective} ${blockedURI}`),
      );
    });
    await page.route(`${HOST}/**`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy(EMBED) },
        body: `<!doctype html><html lang="nl"><title>De Lantaarn</title><body>${body}
          <script type="module" src="${EMBED}/foyer.js"></script>`,
      }),
    );
    await page.route(`${EMBED}/**`, (route) =>
      route.fulfill({
        path: join(folder, new URL(route.request().url()).pathname),
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    await serveApi(page, HOST);
    await prepare?.(page);
    await page.goto(`${HOST}/`);
    const fetched = () =>
      files.map((url) => /([\w.-]+?)(-[\w-]{8})?\.js/.exec(new URL(url).pathname.slice(1))?.[1] ?? url);
    return { page, fetched: () => fetched().map((name) => name.replace('chunks/', '')), faults };
  }

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

  it('shows the seats of a performance without a breach of the policy, a cookie or anything stored', async () => {
    const { page, faults } = await visit(
      `<foyer-shop centre="${BASE_URL}"><foyer-seat-map performance="het-laatste-licht"></foyer-seat-map></foyer-shop>`,
    );
    await page.locator('foyer-seat-map canvas').first().waitFor();
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
