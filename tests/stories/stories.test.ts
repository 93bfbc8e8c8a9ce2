import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { ASKED, ASKED_IN_FORCED_COLOURS, faultsOf } from '../harness/axe.ts';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { isComplaint, type Log } from '../harness/complaints.ts';
import { openStorybook, type Story } from '../harness/storybook.ts';
import { everyLook, type Look, looksAt, nameOf, propertiesOf, readingLooks } from './looks.ts';

const storybook = await openStorybook();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });

/** Pages that show no story now; as many as stories are looked at side by side. */
const idle: Page[] = [];

// Three, because each waits now and then until its story has settled.
describe('every story', { concurrency: 3 }, () => {
  after(async () => {
    await browser.close();
    await storybook.stop();
  });

  it('is there at all', () => {
    assert.ok(storybook.stories.length > 0);
  });

  for (const [index, story] of storybook.stories.entries()) {
    const isRead = ['Guides', 'Reference'].includes(story.title);
    const looks = isRead ? readingLooks : story.name === 'Default' ? everyLook : looksAt(index);
    it(`${story.title} › ${story.name} is without fault in ${looks.length} looks`, async () => {
      const page = idle.pop() ?? (await browser.newPage({ locale: 'nl-BE', reducedMotion: 'reduce' }));
      const faults = await lookFor(story, looks, page);
      idle.push(page);
      if (faults.length > 0) assert.fail(`\n${faults.join('\n')}`);
    });
  }
});

/** What is wrong with a story, each once, with where it is so. */
async function lookFor(story: Story, looks: readonly Look[], page: Page): Promise<string[]> {
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
  else await lookAt(page, looks, found);
  page.removeAllListeners();
  return [...faults].map(([fault, places]) => `${fault}  [${places.join(', ')}]`);
}

async function lookAt(
  page: Page,
  looks: readonly Look[],
  found: (fault: string, where: string) => void,
): Promise<void> {
  const isQuiet = quietOf(page);
  const own = await page.evaluate(() => document.documentElement.dir);
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: 800 });
    await page.emulateMedia({ colorScheme: look.scheme, forcedColors: look.forced ? 'active' : 'none' });
    const { language, face, direction = own } = look;
    await page.evaluate(dress, { language, direction, properties: propertiesOf(face) });
    do await page.evaluate(settle);
    while (!isQuiet());
    for (const fault of [...(await tooWide(page, look.width)), ...(await axeFaults(page, look))])
      found(fault, nameOf(look));
  }
}

/** Whether all that the page asked for since is there: the words of a language are fetched when they are needed. */
function quietOf(page: Page): () => boolean {
  let open = 0;
  const add = (count: number) => () => {
    open += count;
  };
  page.on('request', add(1));
  page.on('requestfinished', add(-1));
  page.on('requestfailed', add(-1));
  return () => open === 0;
}

interface Clothes {
  readonly language: string;
  readonly direction: string;
  /** Of a centre's face. */
  readonly properties: Readonly<Record<string, string>>;
}

/** In the page: what the toolbar of Storybook does, to a story that stays in the state it came to. */
function dress({ language, direction, properties }: Clothes): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = direction;
  const worn = [...documentElement.style].filter((property) => property.startsWith('--foyer-theme-'));
  for (const property of worn) documentElement.style.removeProperty(property);
  for (const [property, value] of Object.entries(properties)) documentElement.style.setProperty(property, value);
}

/** In the page: resolves when every element has drawn what it knows. */
async function settle(): Promise<void> {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  for (const element of all(document)) if ('updateComplete' in element) await element.updateComplete;
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function tooWide(page: Page, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`the page scrolls sideways: it is ${wide} px wide`] : [];
}

/** What axe finds in what is shown, one line for each place. */
async function axeFaults(page: Page, { forced }: Look): Promise<string[]> {
  const asked = JSON.stringify(forced ? ASKED_IN_FORCED_COLOURS : ASKED);
  // In the page, axe is a global.
  return faultsOf((await page.evaluate(`axe.run('#storybook-root', ${asked})`)) as AxeResults);
}
