import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Centre, PerformanceList } from '../../sdk/contract/index.ts';
import { verifyTicketCode } from '../../sdk/model/ticket-code.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { checkSignature } from '../../server/adapters/tickets/index.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { pay, takeTwo } from '../harness/buying.ts';
import { readPdf } from '../harness/pdf.ts';
import { openBrowser, type Visitor, visit } from '../harness/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-cluster-'));

describe('a cluster of three centres', () => {
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, dataFolder: join(folder, 'data'), log: silentLog, say: () => {} });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const centre = (id: string) => demo.urls.centres.find((one) => one.id === id)!;
  const ids = () => demo.urls.centres.map(({ id }) => id);

  /** A performance of each centre with many free seats; `skip` gives each test its own. */
  async function openAt(id: string, skip = 0): Promise<PerformanceList['performances'][number]> {
    const list = (await (await fetch(`${centre(id).api}/performances?limit=200`)).json()) as PerformanceList;
    const own = list.performances.filter(
      ({ owner, state, availability }) => !owner && state === 'on-sale' && availability.free > 120,
    );
    const found = own[skip];
    assert.ok(found, `${id} sells nothing with many free seats`);
    return found;
  }

  /** How many tickets of the order that is shown are genuine by each centre's own key, and by no other's. */
  async function ticketsByCentre({ page }: Visitor): Promise<Record<string, number>> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download de tickets/ }).click();
    const { pages } = await readPdf(readFileSync(await (await download).path()));
    const keys = await Promise.all(
      demo.urls.centres.map(async ({ id, api }) => ({
        id,
        ticketKeys: ((await (await fetch(api)).json()) as Centre).ticketKeys,
      })),
    );
    const counts: Record<string, number> = {};
    for (const { qr } of pages) {
      const verdicts = await Promise.all(
        keys.map(async ({ id, ticketKeys }) => ({
          id,
          valid: (await verifyTicketCode(qr ?? '', ticketKeys, checkSignature)).valid,
        })),
      );
      const owners = verdicts.filter(({ valid }) => valid).map(({ id }) => id);
      assert.equal(owners.length, 1, `a ticket is genuine by the key of ${owners.join(', ') || 'nobody'}`);
      counts[owners[0]!] = (counts[owners[0]!] ?? 0) + 1;
    }
    return counts;
  }

  it('sells from its site two seats of each in one cart, paid once; every ticket is its own centre’s', async () => {
    const visitor = await visit(browser, 'desktop');
    const { page } = visitor;
    await page.goto(demo.urls.cluster);
    await page.getByText('U koopt bij Cultuurcentrum De Lantaarn').waitFor();
    for (const [index, id] of ids().entries()) {
      const { title } = await openAt(id);
      await page.getByLabel('Huis', { exact: true }).selectOption(id);
      await page.getByLabel('Alleen waar nog plaats is').check();
      await page.getByLabel('Zoek op titel, genre of huis').fill(title.nl);
      const link = page.getByRole('link', { name: title.nl, exact: true });
      await link.last().click();
      await page.getByRole('heading', { name: title.nl, level: 1 }).waitFor();
      await takeTwo(page, 2 * (index + 1));
      if (index < 2) await page.getByRole('link', { name: 'Het hele programma' }).click();
    }
    for (const { name } of demo.urls.centres)
      await page.getByText(`Speelt in ${name}`, { exact: true }).first().waitFor();
    await page.getByText('Uw gegevens blijven bij Cultuurcentrum De Lantaarn').waitFor();
    await pay(visitor.page);
    assert.deepEqual(await ticketsByCentre(visitor), { 'de-lantaarn': 2, 'de-brug': 2, 'de-melkerij': 2 });
    assert.deepEqual(await visitor.context.cookies(), []);
    assert.deepEqual(visitor.complaints, []);
    await visitor.leave();
  });

  it('does the same from one centre’s own website, which need not be the first', async () => {
    const visitor = await visit(browser, 'phone');
    const { page } = visitor;
    const [own, near, far] = [
      await openAt('de-brug', 1),
      await openAt('de-lantaarn', 1),
      await openAt('de-melkerij', 1),
    ];
    const pages = [own.id, `de-lantaarn.${near.id}`, `de-melkerij.${far.id}`];
    for (const [index, id] of pages.entries()) {
      await page.goto(new URL(`voorstelling/${id}`, centre('de-brug').url).href);
      await takeTwo(page, 2 * (index + 1));
    }
    await page.getByText('Uw gegevens blijven bij Muziekcentrum De Brug.').waitFor();
    await pay(visitor.page);
    assert.deepEqual(await ticketsByCentre(visitor), { 'de-lantaarn': 2, 'de-brug': 2, 'de-melkerij': 2 });
    assert.deepEqual(visitor.complaints, []);
    await visitor.leave();
  });

  it('lets a visitor buy at another centre, on every page of its site', async () => {
    const visitor = await visit(browser, 'desktop');
    const { page } = visitor;
    const { id, title } = await openAt('de-brug');
    const buyAt = async (name: string) => {
      const seller = page.getByRole('complementary');
      await seller.getByText('Wat betekent dat?').click();
      await seller.getByRole('link', { name }).click();
    };
    await page.goto(demo.urls.cluster);
    await buyAt('Muziekcentrum De Brug');
    await page.getByText('U koopt bij Muziekcentrum De Brug').waitFor();
    await page.getByLabel('Zoek op titel, genre of huis').fill(title.nl);
    await page.getByRole('link', { name: title.nl, exact: true }).last().click();
    await page.getByText('U koopt bij Muziekcentrum De Brug').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('bij'), 'de-brug');
    await buyAt('Gemeenschapscentrum De Melkerij');
    await page.getByText('U koopt bij Gemeenschapscentrum De Melkerij').waitFor();
    assert.match(new URL(page.url()).searchParams.get('id') ?? '', /^de-brug\./);
    await page.getByRole('heading', { name: title.nl, level: 1 }).waitFor();
    assert.ok(id);
    await visitor.leave();
  });

  it('takes the performance along to another language, and nothing that a buyer brings back from paying', async () => {
    const { page, leave } = await visit(browser, 'desktop');
    const performance = await openAt('de-lantaarn');
    await page.goto(`${demo.urls.cluster}voorstelling/?id=${performance.id}&foyer_return=nobody`);
    const german = page.getByRole('link', { name: 'DE', exact: true });
    await page.locator('foyer-performance[performance]').waitFor({ state: 'attached' });
    assert.deepEqual(
      [...new URL((await german.getAttribute('href')) ?? '', demo.urls.cluster).searchParams],
      [
        ['bij', 'de-lantaarn'],
        ['id', performance.id],
      ],
    );
    await leave();
  });

  it('goes on without a centre whose process is gone, says so, and has it back', async () => {
    const visitor = await visit(browser, 'desktop');
    const { page } = visitor;
    const there = page.getByText('Speelt in Gemeenschapscentrum De Melkerij').first();
    await page.goto(demo.urls.cluster);
    await there.waitFor();
    await demo.apart.kill();
    try {
      await page.reload();
      await page
        .getByText(/Gemeenschapscentrum De Melkerij is op dit moment niet bereikbaar/)
        .first()
        .waitFor();
      await page.getByText('Speelt in Muziekcentrum De Brug').first().waitFor();
    } finally {
      await demo.apart.start();
    }
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await there.waitFor();
    await visitor.leave();
  });
});
