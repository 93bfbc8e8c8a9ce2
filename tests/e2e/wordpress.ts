/**
 * `npm run check-wordpress`: does in WordPress itself what docs/hosts/wordpress.md says, as an administrator does it, and
 * buys on the pages: one with the shortcode, one with the block. Not among the tests of `npm test`, since it asks npm for
 * a WordPress of 160 MB.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { pay, takeTwo } from '../harness/buying.ts';
import { EXAMPLE, exampleOf } from '../harness/docs.ts';
import { type RealWordpress, startRealWordpress } from '../harness/real-wordpress.ts';
import { openBrowser, visit } from '../harness/visitor.ts';

async function check(browser: Browser, wordpress: RealWordpress, { urls }: Demo): Promise<void> {
  const centre = urls.centres[0]?.api ?? '';
  const { performances } = (await (await fetch(`${centre}/performances?limit=200`)).json()) as PerformanceList;
  const sold = performances.find(({ state, availability }) => state === 'on-sale' && availability.free > 200)?.id ?? '';

  const administrator = await browser.newPage();
  administrator.setDefaultTimeout(120_000);
  // The editor greets who comes for the first time, and proposes patterns for a new page, at moments of its own.
  const welcome = administrator.getByRole('dialog', { name: /^(Welcome|Choose a pattern)/ });
  const close = welcome.getByRole('button', { name: 'Close' });
  // One may come where the other was.
  await administrator.addLocatorHandler(welcome.first(), () => close.first().click(), { noWaitAfter: true });
  await activate(administrator, wordpress, centre);
  console.log('activated, and its settings are kept');
  const [shortcode] = exampleOf('docs/hosts/wordpress.md', { [EXAMPLE.performance]: sold });
  const byShortcode = await publish(administrator, wordpress, 'Met de shortcode', async (canvas) => {
    await insert(administrator, canvas, 'Shortcode');
    await canvas.getByRole('textbox', { name: 'Shortcode text' }).fill(shortcode?.text.trim() ?? '');
  });
  const byBlock = await publish(administrator, wordpress, 'Met het blok', async (canvas) => {
    await insert(administrator, canvas, 'Foyer tickets');
    await canvas.getByLabel('Performance').fill(sold);
  });
  for (const address of [byShortcode, byBlock]) {
    const visitor = await visit(browser, 'desktop');
    await visitor.page.goto(address);
    await takeTwo(visitor.page);
    await pay(visitor.page);
    assert.equal(visitor.page.url(), address, 'the buyer came back to the page');
    assert.deepEqual(visitor.complaints, []);
    await visitor.leave();
    console.log(`bought on ${address}`);
  }
}

/** As the page of the documentation says, up to the first page. */
async function activate(page: Page, { administrator, origin }: RealWordpress, centre: string): Promise<void> {
  await page.goto(`${origin}/wp-login.php`);
  await page.getByLabel('Username or Email Address').fill(administrator.name);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.goto(`${origin}/wp-admin/plugins.php`);
  await page.getByRole('link', { name: 'Activate Foyer' }).click();
  await page.getByText('Plugin activated.').waitFor();
  await page.goto(`${origin}/wp-admin/options-general.php?page=foyer`);
  await page.getByLabel('Centres that sell on this site').fill(`${centre}\nhttps://nobody.example/not-a-centre`);
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByText('Settings saved.').waitFor();
  assert.equal(await page.getByLabel('Centres that sell on this site').inputValue(), centre);
}

/** Writes a page in the block editor and publishes it; gives its address. */
async function publish(
  page: Page,
  { origin }: RealWordpress,
  title: string,
  write: (canvas: FrameLocator) => Promise<void>,
): Promise<string> {
  await page.goto(`${origin}/wp-admin/post-new.php?post_type=page`);
  const canvas = page.frameLocator('iframe[name="editor-canvas"]');
  await canvas.getByRole('textbox', { name: 'Add title' }).fill(title);
  await write(canvas);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const panel = page.getByLabel('Editor publish');
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  const address = await panel.getByRole('link', { name: 'View Page', exact: true }).getAttribute('href');
  assert.ok(address);
  return address;
}

/** A block by its name behind a slash, as the editor has it. */
async function insert(page: Page, canvas: FrameLocator, name: string): Promise<void> {
  await canvas.getByRole('button', { name: 'Add default block' }).click();
  await page.keyboard.type(`/${name}`);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
}

const folder = mkdtempSync(join(tmpdir(), 'foyer-wordpress-demo-'));
const wordpress = await startRealWordpress();
const demo = await startDemo({
  port: 0,
  dataFolder: folder,
  log: silentLog,
  say: () => {},
  guests: [wordpress.origin],
});
const browser = await openBrowser();
try {
  await check(browser, wordpress, demo);
} finally {
  await browser.close();
  await demo.stop();
  await wordpress.stop();
  rmSync(folder, { recursive: true, force: true });
}
