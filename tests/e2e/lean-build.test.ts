import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type InlineConfig } from 'vite';
import { BASE_URL } from '../../stories/fixtures/fake-api.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { serveApi } from '../harness/fake-api.ts';

const HOST = 'https://www.delantaarn.example';

const OTHERS = ['foyer-ticket-types', 'foyer-cart', 'foyer-checkout', 'foyer-order'];

/** Lit as it is on npm, our templates as they are written. */
const PLAIN: InlineConfig = {
  configFile: false,
  base: './',
  define: { 'process.env.NODE_ENV': "'production'" },
  build: { target: 'es2022', lib: { entry: { foyer: 'components/embed.ts' }, formats: ['es'] } },
};

describe('what the build leaves out of Lit and of the templates is missed by nobody', () => {
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

  it('says the same words, in the same styles', { timeout: 30_000 }, async () => {
    const [lean, plain] = [await open({}), await open(PLAIN)];
    for (const page of [lean, plain]) {
      await page.locator('foyer-seat-map canvas.hall').waitFor();
      await page.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), OTHERS);
    }
    const words = (page: Page) => page.locator('body').ariaSnapshot();
    assert.equal(await words(lean), await words(plain));
    const styles = await stylesOf(plain);
    assert.ok(styles.length > 50);
    assert.deepEqual(await stylesOf(lean), styles);
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
