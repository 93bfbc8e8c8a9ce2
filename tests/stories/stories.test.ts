import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { isComplaint, type Log } from '../harness/complaints.ts';
import { openStorybook, type Story } from '../harness/storybook.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'] as const;

const storybook = await openStorybook();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });

/** Pages that show no story now; as many as stories are looked at side by side. */
const idle: Page[] = [];

describe('every story', { concurrency: 2 }, () => {
  after(async () => {
    await browser.close();
    await storybook.stop();
  });

  it('is there at all', () => {
    assert.ok(storybook.stories.length > 0);
  });

  for (const story of storybook.stories) {
    it(`${story.title} › ${story.name} is without fault, narrow and wide, light and dark`, async () => {
      const page = idle.pop() ?? (await browser.newPage({ locale: 'nl-BE', reducedMotion: 'reduce' }));
      assert.deepEqual(await faultsOf(story, page), []);
      idle.push(page);
    });
  }
});

async function faultsOf(story: Story, page: Page): Promise<string[]> {
  const faults = new Set<string>();
  page.on('console', (message) => {
    const log: Log = { type: message.type(), args: [message.text()] };
    if (isComplaint(log)) faults.add(`console (${log.type}) at ${message.location().url}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.add(`uncaught: ${error.stack ?? error.message}`));
  await storybook.show(page, story);
  const error = page.locator('body.sb-show-errordisplay #error-message');
  if (await error.count()) return [...faults, `could not be rendered: ${await error.textContent()}`];
  await page.addScriptTag({ content: AXE });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const fault of await tooWide(page, width)) faults.add(fault);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const fault of await axeFaults(page)) faults.add(`${width} px, ${colorScheme}: ${fault}`);
    }
  }
  page.removeAllListeners();
  return [...faults];
}

async function tooWide(page: Page, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`${width} px: the page scrolls sideways, it is ${wide} px wide`] : [];
}

/** What axe finds in what is shown, one line for each place. */
async function axeFaults(page: Page): Promise<string[]> {
  const results = (await page.evaluate(
    // In the page, axe is a global.
    `axe.run('#storybook-root', { resultTypes: ['violations'] })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) at ${node.target.flat().join(' ')}\n${node.failureSummary ?? ''}`),
  );
}
