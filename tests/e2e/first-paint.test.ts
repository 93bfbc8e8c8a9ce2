import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { faultsOf } from '../harness/axe.ts';
import { EXAMPLE, exampleOf } from '../harness/docs.ts';
import { freePort } from '../harness/free-port.ts';
import { compare, type Picture, readPicture } from '../harness/screens/picture.ts';
import { openBrowser, SIZES, type Size, visit } from '../harness/visitor.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page saw of itself while it came to life. */
interface Seen {
  shift: number;
  skeletons: number;
}

/** Follows layout shifts and skeletons from the first moment. */
function watch(): void {
  const seen: Seen = { shift: 0, skeletons: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const elements = document.querySelectorAll('foyer-programme, foyer-calendar, foyer-performance');
    for (const { shadowRoot } of elements) seen.skeletons += shadowRoot?.querySelectorAll('.skeleton').length ?? 0;
    requestAnimationFrame(look);
  };
  look();
}

describe('a page made on a server, by its page of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-first-paint-'));
  let demo: Demo;
  let browser: Browser;
  let host: ChildProcess;
  let origin = '';
  let slowPort = 0;
  let pages: { readonly tag: string; readonly path: string }[] = [];

  before(async () => {
    const port = await freePort();
    slowPort = await freePort();
    origin = `http://localhost:${port}`;
    demo = await startDemo({
      ...{
        port: 0,
        dataFolder: join(folder, 'data'),
        log: silentLog,
        say: () => {},
        guests: [origin, `http://localhost:${slowPort}`],
      },
    });
    const here = { [EXAMPLE.server]: new URL(demo.urls.index).origin, 8080: String(port) };
    for (const { path, text } of exampleOf('docs/first-paint.md', here)) writeFileSync(join(folder, path), text);
    host = spawn(process.execPath, [join(folder, 'server.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    assert.ok(host.stdout);
    await once(host.stdout, 'data');
    const list = (await (await fetch(`${demo.urls.centres[0]?.api}/performances`)).json()) as PerformanceList;
    const own = list.performances.find(({ state, owner }) => state === 'on-sale' && !owner);
    pages = [
      { tag: 'foyer-programme', path: '/' },
      { tag: 'foyer-calendar', path: '/kalender' },
      { tag: 'foyer-performance', path: `/voorstelling?id=${own?.id}` },
    ];
    // The first of each kind takes longer, on a busy machine longer than the page waits.
    for (const { path } of pages) await fetch(origin + path);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    host?.kill();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    path: string,
    { scripts = true, size = 'desktop' as Size, held = '**/foyer.js' as string | RegExp } = {},
  ) {
    const visitor = await visit(browser, size);
    await visitor.context.addInitScript(watch);
    /** The elements' code stays away until it is let through. */
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await visitor.page.route(held, async (route) => {
      await gate;
      await (scripts ? route.continue() : route.abort());
    });
    await visitor.page.goto(origin + path, { waitUntil: 'commit' });
    return { ...visitor, letThrough };
  }

  /** Until it is the element itself that is seen. */
  const alive = (page: Page, tag: string) =>
    page.waitForFunction((name) => {
      const root = document.querySelector(name)?.shadowRoot;
      return root?.querySelector('[role=status]') && !root.querySelector('link');
    }, tag);
  const seenBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

  it('has no page for a performance that is not there', async () => {
    const answer = await fetch(`${origin}/voorstelling?id=nergens`);
    assert.equal(answer.status, 404);
    assert.doesNotMatch(await answer.text(), /foyer-buy-button/);
  });

  for (const [index, what] of ['programme', 'calendar', 'performance'].entries()) {
    const pageOf = () => pages[index] ?? { tag: '', path: '' };

    describe(`shows its ${what}`, () => {
      it('where no script runs: readable, in style, with ways on', async () => {
        const { tag, path } = pageOf();
        const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES.phone });
        const page = await context.newPage();
        await page.goto(origin + path);
        const element = page.locator(tag);
        assert.ok(((await element.boundingBox())?.height ?? 0) > 200);
        const title = element.locator('[part=title]');
        assert.equal(await title.evaluate((heading) => getComputedStyle(heading).fontWeight), '650');
        const href = await element.locator('a:visible').first().getAttribute('href');
        assert.match(href ?? '', /voorstelling\?id=|#tickets/);
        assert.equal(await element.locator('button.button:visible').count(), 0);
        await context.close();
      });

      for (const size of ['phone', 'desktop'] as const) {
        it(`and is the same once it lives, without anything moving (${size})`, async () => {
          const { tag, path } = pageOf();
          const { page, complaints, leave, letThrough } = await open(path, { size });
          await page.locator(`${tag} [part=title]`).first().waitFor({ state: 'attached' });
          await page.waitForFunction(() => document.readyState !== 'loading');
          const before = await pictureOf(page, tag);
          letThrough();
          await alive(page, tag);
          const after = await pictureOf(page, tag);
          const { same, difference } = compare(before, after);
          assert.ok(same, difference);
          assert.deepEqual(await seenBy(page), { shift: 0, skeletons: 0 });
          assert.deepEqual(complaints, []);
          await leave();
        });
      }

      it('with nothing for axe to say, before it lives', async () => {
        const { tag, path } = pageOf();
        const { page, leave } = await open(path);
        await page.locator(`${tag} [part=title]`).first().waitFor({ state: 'attached' });
        await page.evaluate(AXE);
        const results = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        assert.deepEqual(faultsOf(results), []);
        await leave();
      });
    });
  }

  it('keeps who is at a link at that link', async () => {
    const { page, leave, letThrough } = await open('/');
    const link = page.locator('foyer-programme a').nth(2);
    await link.focus();
    const href = await link.getAttribute('href');
    letThrough();
    await alive(page, 'foyer-programme');
    const focused = () => document.querySelector('foyer-programme')?.shadowRoot?.activeElement?.getAttribute('href');
    assert.equal(await page.evaluate(focused), href);
    await leave();
  });

  it('keeps what was looked for before it lived, and where the caret was', async () => {
    const { page, complaints, leave, letThrough } = await open('/');
    const within = page.locator('foyer-programme');
    const search = within.locator('#search');
    await search.pressSequentially('zot');
    await search.press('ArrowLeft');
    await within.locator('#genre').selectOption({ label: 'Theater' });
    await within.locator('#free').check();
    await search.focus();
    letThrough();
    await alive(page, 'foyer-programme');
    const state = () => {
      const root = document.querySelector('foyer-programme')?.shadowRoot;
      const field = root?.activeElement as HTMLInputElement;
      const free = root?.querySelector<HTMLInputElement>('#free')?.checked;
      const genre = root?.querySelector<HTMLSelectElement>('#genre')?.value;
      return { at: field.id, value: field.value, caret: field.selectionStart, genre, free };
    };
    const kept = { at: 'search', value: 'zot', caret: 2, genre: 'theater', free: true };
    assert.deepEqual(await page.evaluate(state), kept);
    await search.press('u');
    assert.equal(await search.inputValue(), 'zout');
    const titles = await within.locator('.title').allTextContents();
    assert.ok(titles.length > 0 && titles.every((title) => /zout/i.test(title)), titles.join());
    assert.deepEqual(complaints, []);
    await leave();
  });

  for (const [path, tag, button, answered] of [
    ['/', 'foyer-programme', 'Filters', '.more.open'],
    ['/kalender', 'foyer-calendar', 'Week', '.grid.week'],
  ] as const)
    it(`does what was pressed before its elements' code came: ${button}`, async () => {
      const { page, complaints, leave, letThrough } = await open(path, { size: 'phone', held: /\/chunks\// });
      await page.waitForFunction(() => document.readyState === 'complete');
      await page.getByRole('button', { name: button, exact: true }).click();
      letThrough();
      await alive(page, tag);
      await page.locator(`${tag} ${answered}`).waitFor();
      assert.deepEqual(complaints, []);
      await leave();
    });

  it('has a link to every performance where no script runs', async () => {
    const { performances } = (await (
      await fetch(`${demo.urls.centres[0]?.api}/performances?limit=200`)
    ).json()) as PerformanceList;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(origin);
    const links = await page
      .locator('foyer-programme a:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const missing = performances.filter(
      ({ id }) => !links.some((href) => href?.endsWith(`id=${encodeURIComponent(id)}`)),
    );
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
    await context.close();
  });

  for (const [index, what] of ['programme', 'calendar', 'performance'].entries())
    it(`has nothing to ask before its ${what} lives, and asks then`, async () => {
      const { tag = '', path = '' } = pages[index] ?? {};
      const { page, leave, letThrough } = await open(path);
      let answer = () => {};
      const gate = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const asked: string[] = [];
      await page.route(/\/centres\/de-lantaarn(\/performances.*)?$/, async (route) => {
        asked.push(new URL(route.request().url()).pathname);
        await gate;
        await route.continue();
      });
      letThrough();
      await page.waitForFunction((name) => {
        const root = document.querySelector(name)?.shadowRoot;
        return root?.querySelector('[role=status]') && !root.querySelector('script');
      }, tag);
      const list = page.waitForResponse(/\/performances\?limit=200$/);
      answer();
      assert.equal((await list).status(), 200);
      await alive(page, tag);
      assert.equal(asked.filter((one) => one.endsWith('/performances')).length, 1);
      await leave();
    });

  it('is whole where its script came while it was still being read', async (context) => {
    const html = (await (await fetch(origin)).text()).replace('type="module"', 'type="module" async');
    const [cut] = [...html.matchAll(/<li class="item/g)].map(({ index }) => index).slice(3);
    assert.ok(cut);
    let readOn = () => {};
    const slow = createServer(({ url }, response) => {
      if (url !== '/') return void response.writeHead(204).end();
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.write(html.slice(0, cut));
      readOn = () => response.end(html.slice(cut));
    });
    context.after(() => {
      slow.close();
      slow.closeAllConnections();
    });
    await once(slow.listen(slowPort), 'listening');
    const { page, complaints, leave } = await visit(browser, 'desktop');
    await page.goto(`http://localhost:${slowPort}`, { waitUntil: 'commit' });
    await page.waitForFunction(() =>
      document.querySelector('foyer-programme:defined')?.shadowRoot?.querySelector('.item'),
    );
    readOn();
    await alive(page, 'foyer-programme');
    const programme = page.locator('foyer-programme');
    const inRoot = () =>
      [...(document.querySelector('foyer-programme')?.shadowRoot?.children ?? [])].map(
        (one) => one.role ?? one.className,
      );
    assert.deepEqual(await page.evaluate(inRoot), ['programme cards', 'status', 'alert']);
    assert.equal(await programme.locator('#search').count(), 1);
    assert.deepEqual(complaints, []);
    await leave();
  });

  it('tells search engines of a performance in the page itself', async () => {
    const path = pages[2]?.path ?? '';
    const html = await (await fetch(origin + path)).text();
    const [, json] = /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(html) ?? [];
    assert.equal(JSON.parse(json ?? '{}')['@id'], `https://www.example.be${path}`);
  });
});

/** What of an element is on the screen. */
async function pictureOf(page: Page, tag: string): Promise<Picture> {
  const box = await page.locator(tag).boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const clip = { x: 0, y: 0, width, height: Math.min(height, (box?.y ?? 0) + (box?.height ?? 0)) };
  return readPicture(await page.screenshot({ animations: 'disabled', clip }));
}
