import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { faultsOf } from '../harness/axe.ts';
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
      const faults = await lookFor(story, page);
      idle.push(page);
      if (faults.length > 0) assert.fail(`\n${faults.join('\n')}`);
    });
  }
});

/** What is wrong with a story, each once, with where it is so. */
async function lookFor(story: Story, page: Page): Promise<string[]> {
  const faults = new Map<string, string[]>();
  const found = (fault: string, where = 'anywhere') => faults.set(fault, [...(faults.get(fault) ?? []), where]);
  page.on('console', (message) => {
    const log: Log = { type: message.type(), args: [message.text()] };
    if (isComplaint(log)) found(`console (${log.type}) at ${message.location().url}: ${message.text()}`);
  });
  page.on('pageerror', (error) => found(`uncaught: ${error.stack ?? error.message}`));
  await storybook.show(page, story);
  const error = page.locator('body.sb-show-errordisplay #error-message');
  if (await error.count()) found(`could not be rendered: ${await error.textContent()}`);
  else await lookAt(page, found);
  page.removeAllListeners();
  return [...faults].map(([fault, places]) => `${fault}  [${places.join(', ')}]`);
}

async function lookAt(page: Page, found: (fault: string, where: string) => void): Promise<void> {
  await page.addScriptTag({ content: AXE });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const fault of await tooWide(page, width)) found(fault, `${width} px`);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const fault of await axeFaults(page)) found(fault, `${width} px ${colorScheme}`);
    }
  }
}

async function tooWide(page: Page, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`the page scrolls sideways: it is ${wide} px wide`] : [];
}

/** What axe finds in what is shown, one line for each place. */
async function axeFaults(page: Page): Promise<string[]> {
  // In the page, axe is a global.
  return faultsOf((await page.evaluate(`axe.run('#storybook-root')`)) as AxeResults);
}
