/**
 * `npm run picture`: draws the picture in README.md from the demo as it runs, so that it never shows what is not there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../server/adapters/log.ts';
import { startDemo } from '../../server/demo/main.ts';
import { focusedName, openBrowser, tabTo } from '../harness/visitor.ts';

const PICTURE = 'stories/foyer.png';
const folder = mkdtempSync(join(tmpdir(), 'foyer-picture-'));
const demo = await startDemo({ port: 0, dataFolder: folder, log: silentLog });
const browser = await openBrowser();
try {
  const { api, url } = demo.urls.centres[0] ?? { api: '', url: '' };
  const { performances } = (await (await fetch(`${api}/performances`)).json()) as {
    performances: { id: string; hall: { id: string }; availability: { free: number } }[];
  };
  const [shown] = performances
    .filter(({ hall }) => hall.id === 'schouwburg')
    .sort((one, other) => other.availability.free - one.availability.free);
  const context = await browser.newContext({
    viewport: { width: 1360, height: 1120 },
    locale: 'nl-BE',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(new URL(`voorstelling/${shown?.id}`, url).href);
  await page.getByRole('button', { name: 'Zoom in' }).waitFor();
  await tabTo(page, /^Hele zaal/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Rij /);
  for (let row = 0; row < 7; row += 1) await page.keyboard.press('ArrowDown');
  for (let chosen = 1; chosen <= 2; chosen += 1) {
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('ArrowRight');
      if (/, vrij$/.test(await focusedName(page)) && (step > 9 || chosen > 1)) break;
    }
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Verwijder .*rij/i })
      .nth(chosen - 1)
      .waitFor();
  }
  await page.getByText('Kies plaats per plaats').click();
  await page.getByRole('combobox', { name: /rij/i }).last().selectOption('under-26');
  await page.getByLabel('E-mailadres').fill('an.peeters@voorbeeld.be');
  await page.getByRole('heading', { name: 'Kies uw plaatsen' }).evaluate((heading) => heading.scrollIntoView());
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}
