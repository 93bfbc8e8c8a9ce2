import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { takeTwo } from '../harness/buying.ts';
import { chooseByPointer } from '../harness/hall-on-page.ts';
import { readPdf } from '../harness/pdf.ts';
import { focusedName, openBrowser, type Size, tabTo, type Visitor, visit } from '../harness/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
const FREE = /^Rij .*, vrij$/i;

/** In the page: notes what moved without anybody having done anything. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) shifts.push(`${entry.value} at ${Math.round(entry.startTime)} ms`);
  }).observe({ type: 'layout-shift', buffered: true });
}

describe('a visitor of the centre’s website buys two seats', () => {
  let demo: Demo;
  let browser: Browser;
  let performances: PerformanceList['performances'];
  before(async () => {
    demo = await startDemo({ port: 0, dataFolder: join(folder, 'data'), log: silentLog, say: () => {} });
    browser = await openBrowser();
    const list = await fetch(`${api()}/performances`);
    performances = ((await list.json()) as PerformanceList).performances.filter(
      ({ hall, state, availability }) => hall.id === 'schouwburg' && state === 'on-sale' && availability.free > 200,
    );
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const api = () => demo.urls.centres[0]?.api ?? '';
  const site = () => demo.urls.centres[0]?.url ?? '';

  /** Opens the page of a performance, each test its own, and waits for the plan. */
  async function open(size: Size, index: number): Promise<Visitor> {
    const visitor = await visit(browser, size);
    await visitor.page.goto(new URL(`voorstelling/${performances[index]?.id}`, site()).href);
    await visitor.page.getByRole('button', { name: 'Zoom in' }).waitFor();
    return visitor;
  }

  /** What is left to do once an order is paid: nothing broke, nothing was stored, and the tickets are real. */
  async function assertTickets({ page, context, complaints }: Visitor, press: () => Promise<void>): Promise<void> {
    await page.getByRole('heading', { name: 'Uw tickets zijn klaar' }).waitFor();
    assert.equal(new URL(page.url()).search, '', 'the return code does not stay in the address');
    const download = page.waitForEvent('download');
    await press();
    const pdf = await readPdf(readFileSync(await (await download).path()));
    const codes = pdf.pages.map(({ qr }) => qr ?? '');
    assert.equal(codes.length, 2);
    const keyFile = join(folder, 'centre.json');
    writeFileSync(keyFile, await (await fetch(api())).text());
    for (const code of codes) {
      const verdict = execFileSync(process.execPath, [
        'server/cli/foyer.ts',
        'ticket',
        'verify',
        code,
        '--key',
        keyFile,
      ]);
      assert.match(verdict.toString(), /^valid/);
    }
    // Browsers complain of every refused request; that of a choice that leaves a seat alone was answered on the page.
    assert.deepEqual(
      complaints.filter((text) => !text.includes('status of 409')),
      [],
    );
    assert.deepEqual(await context.cookies(), []);
    const mailbox = await (await fetch(demo.urls.mailbox)).text();
    assert.match(mailbox, /tickets/i);
  }

  for (const [index, size] of (['desktop', 'phone'] as const).entries()) {
    it(`with the pointer, on a ${size}`, async () => {
      const visitor = await open(size, index);
      const { page } = visitor;
      if (size === 'phone') await page.getByRole('button', { name: 'Kies een deel' }).click();
      await page
        .getByRole('button', { name: /^Parterre/ })
        .first()
        .click();
      await chooseByPointer(page, size, 1);
      await chooseByPointer(page, size, 2);
      await page.getByRole('radio', { name: /-26/ }).first().check({ force: true });
      await page.getByLabel('E-mailadres').fill('an.peeters@voorbeeld.example');
      const order = () => page.getByRole('button', { name: /^Bestel en betaal/ }).click();
      await order();
      if (await leavesASeatAlone(page)) {
        await page.getByRole('button', { name: /^Neem/ }).first().click();
        // What was said stays readable for a screen reader; what was offered goes.
        await page.getByRole('button', { name: /^Neem/ }).first().waitFor({ state: 'hidden' });
        await order();
      }
      await page.getByRole('button', { name: 'Bancontact' }).click();
      await page.getByRole('radio', { name: 'Betaald' }).check();
      await page.locator('button.button').click();
      await assertTickets(visitor, () => page.getByRole('button', { name: /Download de tickets/ }).click());
      await visitor.leave();
    });

    it(`with the keyboard alone, on a ${size}`, async () => {
      const visitor = await open(size, 2 + index);
      const { page } = visitor;
      // The parts of the hall are one stop of the Tab key; arrows lead from one to the next.
      await tabTo(page, /^Hele zaal/);
      await page.keyboard.press('ArrowRight');
      if (size === 'phone') {
        assert.match(await focusedName(page), /^Kies een deel/);
        await page.keyboard.press('Enter');
        await tabTo(page, /^Parterre/);
      }
      assert.match(await focusedName(page), /^Parterre/);
      await page.keyboard.press('Enter');
      await page.getByRole('gridcell').first().waitFor({ state: 'attached' });
      await tabTo(page, /^Rij /i);
      await chooseByKeys(page, 1);
      await chooseByKeys(page, 2);
      await tabTo(page, /^E-mailadres/);
      await page.keyboard.type('an.peeters@voorbeeld.example');
      await page.keyboard.press('Enter');
      if (await leavesASeatAlone(page)) {
        await tabTo(page, /^Neem/);
        await page.keyboard.press('Enter');
        // What was said stays readable for a screen reader; what was offered goes.
        await page.getByRole('button', { name: /^Neem/ }).first().waitFor({ state: 'hidden' });
        await tabTo(page, /^Bestel en betaal/);
        await page.keyboard.press('Enter');
      }
      await page.getByRole('button', { name: 'Bancontact' }).waitFor();
      await tabTo(page, /^Bancontact/);
      await page.keyboard.press('Enter');
      await page.getByRole('radio', { name: 'Betaald' }).waitFor();
      await tabTo(page, /^Betaald/);
      await page.keyboard.press('Enter');
      await assertTickets(visitor, async () => {
        await tabTo(page, /Download de tickets/);
        await page.keyboard.press('Enter');
      });
      await visitor.leave();
    });
  }

  it('and is told on every other page that places are held, with the way back, while nothing there moves', async () => {
    const visitor = await open('phone', 4);
    const { page } = visitor;
    await takeTwo(page);
    await page.addInitScript(watchShifts);
    for (const path of ['', 'kalender', 'fr', 'nergens']) {
      await page.goto(new URL(path, site()).href);
      await page.getByRole('region', { name: /^(Uw mandje|Votre panier)$/ }).waitFor();
      assert.deepEqual(await page.evaluate('shifts'), [], path);
    }
    await page.goto(site());
    const bar = page.getByRole('region', { name: 'Uw mandje' });
    assert.match((await bar.textContent()) ?? '', /2 plaatsen vastgehouden tot \d\d:\d\d/);
    await bar.getByRole('link', { name: 'Naar uw mandje' }).click();
    await page.getByRole('heading', { name: 'Uw plaatsen', exact: true }).waitFor();
    assert.equal(await bar.count(), 0, 'where the cart itself is, nothing else says it');
    await visitor.leave();
  });

  /** Whether the order was refused because the choice leaves a seat alone; then the map offers a better one. */
  async function leavesASeatAlone(page: Page): Promise<boolean> {
    const refused = page.getByText('Zo blijft er één stoel alleen over. ').first();
    await page.getByRole('button', { name: 'Bancontact' }).or(refused).waitFor();
    return refused.isVisible();
  }

  /** Walks to the right until a free seat has the focus, and takes it. */
  async function chooseByKeys(page: Page, count: number): Promise<void> {
    for (let step = 0; step < 40 && !FREE.test(await focusedName(page)); step += 1) {
      await page.keyboard.press(step % 12 === 11 ? 'ArrowDown' : 'ArrowRight');
    }
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Verwijder .*rij/i })
      .nth(count - 1)
      .waitFor();
  }
});
