import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type InlineConfig } from 'vite';
import { quietKonva } from '../../.build/quiet-konva.ts';
import { BASE_URL } from '../../stories/fixtures/fake-api.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { serveApi } from '../harness/fake-api.ts';

const HOST = 'https://www.delantaarn.example';

const OTHERS = ['foyer-ticket-types', 'foyer-cart', 'foyer-checkout', 'foyer-order'];

/** Konva as it is on npm, our templates as they are written. */
const PLAIN: InlineConfig = {
  configFile: false,
  base: './',
  define: { 'process.env.NODE_ENV': "'production'" },
  build: { target: 'es2022', lib: { entry: { foyer: 'components/embed.ts' }, formats: ['es'] } },
};

describe('what the build leaves out of Konva, of Lit and of the templates is missed by nobody', () => {
  let browser: Browser;

  before(async () => {
    browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
  });
  after(() => browser.close());

  /** Opens a seat map that runs on the code of one build. */
  async function open(config: InlineConfig): Promise<Page> {
    const built = await build({ ...config, logLevel: 'warn', build: { ...config.build, write: false } });
    const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const context = await browser.newContext({ locale: 'nl-BE', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.route(`${HOST}/**`, (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const file = files.find(({ fileName }) => fileName === path);
      return route.fulfill(
        file?.type === 'chunk'
          ? { contentType: 'text/javascript', body: file.code }
          : {
              contentType: 'text/html; charset=utf-8',
              body: `<!doctype html><html lang="nl"><title>De Lantaarn</title>
                <foyer-shop centre="${BASE_URL}">
                  <foyer-seat-map performance="het-laatste-licht"></foyer-seat-map>
                  ${OTHERS.map((tag) => `<${tag}></${tag}>`).join('')}
                </foyer-shop>
                <script type="module" src="/foyer.js"></script>`,
            },
      );
    });
    await serveApi(page, HOST);
    await page.goto(HOST);
    return page;
  }

  /** What is on Konva's layers now. */
  const painted = (page: Page) =>
    page
      .locator('foyer-seat-map .konvajs-content canvas')
      .evaluateAll((layers) => layers.map((layer) => (layer as HTMLCanvasElement).toDataURL()));

  /** Waits until both pages show the same, and something else than before. */
  async function same(pages: readonly [Page, Page], before: readonly string[]): Promise<string[]> {
    for (;;) {
      const [lean, plain] = await Promise.all([painted(pages[0]), painted(pages[1])]);
      if (lean.length > 0 && lean.join() === plain.join() && lean.join() !== before.join()) return lean;
    }
  }

  it('paints the hall pixel for pixel as whole Konva does, from afar, near, in another size and in the dark', {
    timeout: 30_000,
  }, async () => {
    const pages = [await open({}), await open(PLAIN)] as const;
    const act = (one: (page: Page) => Promise<unknown>) => Promise.all(pages.map(one));
    const blank = await pages[0].evaluate(() => document.createElement('canvas').toDataURL());
    let shown = await same(pages, [blank]);
    await act((page) => page.getByRole('button', { name: 'Zoom in' }).click());
    shown = await same(pages, shown);
    await act((page) => page.setViewportSize({ width: 700, height: 900 }));
    shown = await same(pages, shown);
    await act((page) => page.addStyleTag({ content: ':root { color-scheme: dark }' }));
    shown = await same(pages, shown);
    assert.equal(shown.length, 1);
  });

  it('says the same words, in the same styles', { timeout: 30_000 }, async () => {
    const [lean, plain] = [await open({}), await open(PLAIN)];
    for (const page of [lean, plain]) {
      await page.locator('foyer-seat-map .konvajs-content canvas').first().waitFor();
      await page.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), OTHERS);
    }
    const words = (page: Page) => page.locator('body').ariaSnapshot();
    assert.equal(await words(lean), await words(plain));
    const styles = await stylesOf(plain);
    assert.ok(styles.length > 50);
    assert.deepEqual(await stylesOf(lean), styles);
  });
});

describe('Konva is made lean for the whole stage', () => {
  const root = mkdtempSync(join(tmpdir(), 'foyer-stage-'));
  const stage = join(root, 'components/seat-map/stage');
  before(() => mkdirSync(join(stage, 'parts'), { recursive: true }));
  after(() => rmSync(root, { recursive: true }));

  /** Builds a stage of these files, and gives its code. */
  async function buildStage(files: Readonly<Record<string, string>>): Promise<string> {
    const konva = ['Global', 'Layer', 'Shape', 'Stage'].map((name) => `export * from 'konva/lib/${name}.js';`);
    writeFileSync(join(stage, 'stage.ts'), [...konva, "export * from './parts/part.ts';"].join('\n'));
    for (const [file, code] of Object.entries(files)) writeFileSync(join(stage, file), code);
    const built = await build({
      ...{ root, configFile: false, logLevel: 'silent', plugins: [quietKonva()] },
      resolve: { alias: { konva: resolve('node_modules/konva') } },
      build: { write: false, minify: false, lib: { entry: join(stage, 'stage.ts'), formats: ['es'] } },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    return outputs.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  }

  const method = /^\s*moveToBottom\(\) \{/m;

  it('keeping what any of its files asks', async () => {
    const code = 'export const lower = (node) => node.moveToBottom();';
    assert.match(await buildStage({ 'parts/part.ts': code }), method);
    assert.doesNotMatch(await buildStage({ 'parts/part.ts': '' }), method);
  });

  it('with the shapes it imports', async () => {
    const code = await buildStage({ 'parts/part.ts': "export { Rect } from 'konva/lib/shapes/Rect.js';" });
    assert.match(code, /cornerRadius/);
  });

  it('and no other code may bring in a part of Konva that was not counted', async () => {
    writeFileSync(join(root, 'other.ts'), "export { Rect } from 'konva/lib/shapes/Rect.js';");
    const part = "export * from '../../../../other.ts';";
    await assert.rejects(buildStage({ 'parts/part.ts': part }), /does not import .*shapes\/Rect\.js/);
  });
});

/** The rules of every element as the browser understands them; in custom properties it keeps white space. */
const stylesOf = (page: Page) =>
  page.evaluate(
    (tags) =>
      tags.flatMap((tag) => {
        const { elementStyles } = customElements.get(tag) as unknown as {
          elementStyles: { styleSheet: CSSStyleSheet }[];
        };
        return elementStyles.flatMap(({ styleSheet }) =>
          [...styleSheet.cssRules].map(({ cssText }) => cssText.replace(/\s+/g, ' ').replaceAll(', ', ',')),
        );
      }),
    ['foyer-seat-map', ...OTHERS],
  );
