import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { installPackage } from '../harness/built-package.ts';
import { pay, takeTwo } from '../harness/buying.ts';
import { EXAMPLE, type ExampleFile, exampleOf } from '../harness/docs.ts';
import { showNode } from '../harness/drupal.ts';
import { type StaticServer, serveFolder } from '../harness/static-server.ts';
import { openBrowser, visit } from '../harness/visitor.ts';
import { startWordpress } from '../harness/wordpress.ts';

/** What readers of the pages have in their project besides our package. */
const FRAMEWORKS = [
  'vite',
  'react',
  'react-dom',
  'vue',
  '@vitejs/plugin-vue',
  'svelte',
  '@sveltejs/vite-plugin-svelte',
];

const pageOf = (title: string, body: string): string =>
  `<!doctype html><html lang="nl"><meta charset="utf-8" /><title>${title}</title>${body}`;

describe('who follows a page of the documentation sells', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-hosts-'));
  const sites = join(folder, 'sites');
  let demo: Demo;
  let browser: Browser;
  let server: StaticServer;
  let performance = '';
  before(async () => {
    mkdirSync(sites);
    server = await serveFolder(sites);
    const dataFolder = join(folder, 'data');
    demo = await startDemo({ port: 0, dataFolder, log: silentLog, say: () => {}, guests: [server.origin] });
    installPackage(folder, FRAMEWORKS);
    browser = await openBrowser();
    const list = await fetch(`${demo.urls.centres[0]?.api}/performances?limit=200`);
    const { performances } = (await list.json()) as PerformanceList;
    performance =
      performances.find(({ state, availability }) => state === 'on-sale' && availability.free > 200)?.id ?? '';
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const demoServer = () => ({ [EXAMPLE.server]: new URL(demo.urls.index).origin });

  function write(project: string, files: readonly ExampleFile[]): void {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
  }

  /** Does what the page says: its files, its build. The demo's addresses are those of this demo. */
  async function follow(host: string): Promise<string> {
    const project = join(folder, host);
    const here = { ...demoServer(), [EXAMPLE.performance]: performance };
    write(project, exampleOf(`docs/hosts/${host}.md`, here));
    const config = join(project, 'vite.config.js');
    const configFile = existsSync(config) && config;
    const outDir = join(sites, host);
    await build({ root: project, base: './', configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
    return `${server.origin}/${host}/`;
  }

  async function buyAt(address: string, choose?: (page: Page) => Promise<void>): Promise<void> {
    const visitor = await visit(browser, 'desktop');
    const { page, complaints } = visitor;
    await page.goto(address);
    await choose?.(page);
    const shop = page.url();
    await takeTwo(page);
    await pay(page);
    assert.equal(page.url(), shop, 'the buyer came back to the page');
    assert.deepEqual(complaints, []);
    await visitor.leave();
  }

  it('from nothing, with the two pages of the first five minutes', async () => {
    write(join(sites, 'start'), exampleOf('docs/start.md', demoServer()));
    await buyAt(`${server.origin}/start/`, async (page) => {
      await page.locator(`a[href*="${performance}"]`).click();
      await page.waitForURL(/tickets\.html/);
    });
  });

  for (const host of ['plain', 'react', 'vue', 'svelte']) {
    it(`with ${host}`, async () => buyAt(await follow(host)));
  }

  it('with the template of a Drupal theme, rendered by a Twig that is not Drupal’s', async () => {
    const html = showNode(demoServer(), performance);
    write(join(sites, 'drupal'), [{ path: 'index.html', text: pageOf('Drupal', html) }]);
    await buyAt(`${server.origin}/drupal/`);
    assert.doesNotMatch(showNode(demoServer(), ''), /foyer-shop/, 'a node without a performance sells nothing');
  });

  it('with the shortcode of the WordPress plugin, run by PHP', async () => {
    const wordpress = await startWordpress();
    const [shortcode] = exampleOf('docs/hosts/wordpress.md', { [EXAMPLE.performance]: performance });
    const [, attribute = '', content] =
      /^\[foyer performance="(.*?)"\](.*)\[\/foyer\]$/m.exec(shortcode?.text ?? '') ?? [];
    const centres = demo.urls.centres[0]?.api ?? '';
    const { html, modules } = await wordpress.show({ centres, attributes: { performance: attribute }, content });
    wordpress.stop();
    const script = `<script type="module" src="${modules.foyer}"></script>`;
    write(join(sites, 'wordpress'), [{ path: 'index.html', text: pageOf('WordPress', `${html}${script}`) }]);
    await buyAt(`${server.origin}/wordpress/`);
  });
});
