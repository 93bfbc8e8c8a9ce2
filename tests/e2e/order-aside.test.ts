import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { pay, takeTwo } from '../harness/buying.ts';
import { openBrowser, visit } from '../harness/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-aside-'));

describe('a visitor with an order who looks at another performance', () => {
  let demo: Demo;
  let browser: Browser;
  let performances: PerformanceList['performances'];
  before(async () => {
    demo = await startDemo({ port: 0, dataFolder: join(folder, 'data'), log: silentLog, say: () => {} });
    browser = await openBrowser();
    const list = await fetch(`${demo.urls.centres[0]?.api}/performances`);
    performances = ((await list.json()) as PerformanceList).performances.filter(
      ({ owner, hall, state, availability }) =>
        !owner && hall.id === 'schouwburg' && state === 'on-sale' && availability.free > 200,
    );
    assert.ok(performances.length > 1, 'the demo plays two evenings in the same hall');
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const go = async (page: Page, index: number) =>
    page.goto(new URL(`voorstelling/${performances[index]?.id}`, demo.urls.centres[0]?.url).href);
  const hall = (page: Page) => page.getByRole('group', { name: 'Zaalplan' });
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true });
  const show = (page: Page, what: string) => page.getByRole('button', { name: `Toon ${what}` });

  for (const size of ['desktop', 'phone'] as const) {
    it(`that is paid, sees its hall and a way to the tickets, and comes back, on a ${size}`, async () => {
      const visitor = await visit(browser, size);
      const { page } = visitor;
      await go(page, 0);
      await takeTwo(page);
      await pay(page);
      assert.equal(await hall(page).isVisible(), false, 'the tickets stand in place of the hall');

      await go(page, 1);
      await hall(page).waitFor();
      await heading(page, 'Uw tickets').waitFor();
      assert.equal(await heading(page, 'Uw tickets zijn klaar').isVisible(), false);
      const [line, map] = [await show(page, 'tickets').boundingBox(), await hall(page).boundingBox()];
      assert.ok(line && map && line.y < map.y, 'the way to the tickets stands above the hall');

      await show(page, 'tickets').click();
      await heading(page, 'Uw tickets zijn klaar').waitFor();
      await hall(page).waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Verder kiezen' }).click();
      await hall(page).waitFor();

      // What is chosen here stands beside the tickets, after a reload too.
      await takeTwo(page);
      await page.reload();
      await heading(page, 'Uw plaatsen').waitFor();
      await heading(page, 'Uw tickets').waitFor();

      await go(page, 0);
      await show(page, 'tickets').click();
      await heading(page, 'Uw tickets zijn klaar').waitFor();
      assert.deepEqual(visitor.complaints, []);
      await visitor.leave();
    });
  }

  it('that is still to be paid, finds it with the time that is left, and pays it after choosing elsewhere', async () => {
    const visitor = await visit(browser, 'desktop');
    const { page } = visitor;
    await go(page, 0);
    await takeTwo(page);
    await page.getByLabel('E-mailadres').fill('an.peeters@voorbeeld.example');
    await page.getByRole('button', { name: /^Bestel en betaal/ }).click();
    await page.getByRole('button', { name: 'Bancontact' }).waitFor();

    await go(page, 1);
    await hall(page).waitFor();
    await heading(page, /^Nog te betalen tot \d\d:\d\d$/).waitFor();
    await takeTwo(page);
    await show(page, 'bestelling').click();
    await heading(page, 'Nog niet betaald').waitFor();
    await page.getByRole('link', { name: 'Ga verder met betalen' }).click();
    await page.getByRole('button', { name: 'Bancontact' }).click();
    await page.getByRole('radio', { name: 'Betaald' }).check();
    await page.locator('button.button').click();
    await heading(page, 'Uw tickets zijn klaar').waitFor();
    await page.waitForURL(new RegExp(`/${performances[0]?.id}$`));

    // What was chosen at the other one is still held.
    await go(page, 1);
    await page
      .getByRole('button', { name: /^Verwijder/ })
      .nth(1)
      .waitFor();
    await heading(page, 'Uw tickets').waitFor();
    assert.deepEqual(visitor.complaints, []);
    await visitor.leave();
  });
});
