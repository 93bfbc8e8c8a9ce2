/**
 * `node tests/e2e/pictures.ts FOLDER`: pictures of the seat map to look at, from far and near, in every way it can be
 * seen: light, dark, forced colours, and through each kind of colour deficiency.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openStorybook, type Storybook } from '../harness/storybook.ts';
import { openBrowser } from '../harness/visitor.ts';

const STORIES = ['Chosen', 'Many Zones'];
const SIZES = { phone: { width: 360, height: 900 }, desktop: { width: 1280, height: 1000 } };
/** How often one zooms in, for the whole hall, one section, and single seats. */
const LEVELS = { overview: 0, section: 2, seats: 4 };
const DEFICIENCIES = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;

interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly deficiency?: (typeof DEFICIENCIES)[number];
}

const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: colorScheme, colorScheme },
  { name: `forced-${colorScheme}`, colorScheme, forcedColors: 'active' as const },
  ...DEFICIENCIES.map((deficiency) => ({ name: `${deficiency}-${colorScheme}`, colorScheme, deficiency })),
]);

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Give a folder for the pictures: node tests/e2e/pictures.ts FOLDER');
mkdirSync(folder, { recursive: true });
const storybook = await openStorybook();
const browser = await openBrowser();
try {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const story of STORIES) await takePictures(storybook, browser, { folder, story, size, viewport });
  }
} finally {
  await browser.close();
  await storybook.stop();
}

interface Series {
  readonly folder: string;
  readonly story: string;
  readonly size: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

async function takePictures({ stories, show }: Storybook, browser: Browser, series: Series): Promise<void> {
  const story = stories.find(({ title, name }) => title === 'Seat map' && name === series.story);
  if (!story) throw new Error(`There is no story “${series.story}” of the seat map.`);
  const page = await browser.newPage({ viewport: series.viewport, locale: 'nl-BE', reducedMotion: 'reduce' });
  const devtools = await page.context().newCDPSession(page);
  await show(page, story);
  let zoomed = 0;
  for (const [level, steps] of Object.entries(LEVELS)) {
    for (; zoomed < steps; zoomed += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    for (const look of LOOKS) {
      await wear(page, devtools, look);
      const file = [series.story.toLowerCase().replace(' ', '-'), series.size, level, look.name].join('_');
      await page.screenshot({ path: join(series.folder, `${file}.png`), fullPage: true });
    }
  }
  await page.close();
}

async function wear(page: Page, devtools: CDPSession, look: Look): Promise<void> {
  const { colorScheme, forcedColors = 'none', deficiency = 'none' } = look;
  await page.emulateMedia({ colorScheme, forcedColors });
  await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: deficiency });
  // The map notices new colours by a transition, and draws in the frame after that.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
  });
}
