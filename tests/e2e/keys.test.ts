import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { EXAMPLE } from '../harness/docs.ts';
import { type StaticServer, serveFolder } from '../harness/static-server.ts';
import { sitDown, type Typist } from '../harness/typist.ts';
import { openBrowser, type Size, type Visitor, visit } from '../harness/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-keys-'));
const DAY = new Intl.DateTimeFormat('nl-BE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Brussels',
});
const EMAIL = 'an.peeters@voorbeeld.example';

/** What somebody's page must allow to sell from a centre's server, and nothing else. */
const policyFor = (origin: string): string =>
  [
    "default-src 'none'",
    `script-src ${origin}`,
    `connect-src ${origin}`,
    `img-src data: blob: ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/** Where somebody sits down, and for how long. */
interface Seat {
  readonly address: string;
  readonly size: Size;
  /** More keys than this are too many. */
  readonly most: number;
}

describe('with a keyboard and nothing else', () => {
  let demo: Demo;
  let browser: Browser;
  let baker: StaticServer;
  before(async () => {
    const headers: Record<string, string> = {};
    baker = await serveFolder(folder, headers);
    const dataFolder = join(folder, 'data');
    demo = await startDemo({ port: 0, dataFolder, log: silentLog, say: () => {}, guests: [baker.origin] });
    headers['content-security-policy'] = policyFor(new URL(demo.urls.index).origin);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    await baker?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const page = (id: string, path: string) => new URL(path, demo.urls.centres.find((one) => one.id === id)?.url).href;

  /** The first performance that a centre plays itself and has plenty of places for. */
  async function plentyAt(id: string): Promise<PerformanceList['performances'][number]> {
    const { api } = demo.urls.centres.find((one) => one.id === id) ?? {};
    const { performances } = (await (await fetch(`${api}/performances?limit=200`)).json()) as PerformanceList;
    const found = performances.find(
      ({ owner, state, availability }) => !owner && state === 'on-sale' && availability.free > 150,
    );
    assert.ok(found, `${id} sells nothing of which there is plenty`);
    return found;
  }

  /** Sits down at a page; no key may lead where nobody sees the focus, and no more of them may be needed than said. */
  async function at(
    { address, size, most }: Seat,
    act: (typist: Typist, visitor: Visitor) => Promise<void>,
  ): Promise<number> {
    const visitor = await visit(browser, size);
    await visitor.page.goto(address);
    const typist = sitDown(visitor.page);
    await act(typist, visitor);
    assert.deepEqual(typist.faults(), []);
    assert.deepEqual(visitor.complaints, []);
    const { route } = typist;
    assert.ok(route.length <= most, `${route.length} keys, at most ${most}:\n${route.join('\n')}`);
    await visitor.leave();
    return route.length;
  }

  /** From the top of a page to what it is about. */
  async function skip(typist: Typist): Promise<void> {
    await typist.pressTo('Tab', /^Naar de inhoud$/);
    await typist.press('Enter');
  }

  const placesIn = (page: Page, count: number) =>
    page
      .getByRole('button', { name: /^Verwijder .*rij/i })
      .nth(count - 1)
      .waitFor();

  /** Two free seats on the map, from wherever one is before it. */
  async function takeTwo(typist: Typist, { page }: Visitor): Promise<void> {
    await page.getByRole('gridcell').first().waitFor({ state: 'attached' });
    await typist.pressTo('Tab', /^Rij /);
    for (const count of [1, 2]) {
      await typist.pressTo('f', /^Rij .*, vrij$/);
      await typist.press('Enter');
      await placesIn(page, count);
    }
  }

  /** The best two places, from wherever one is before the map. */
  async function takeBest(typist: Typist, { page }: Visitor): Promise<void> {
    await page.getByRole('gridcell').first().waitFor({ state: 'attached' });
    await typist.pressTo('Tab', /^Hele zaal$/);
    await typist.pressTo('ArrowLeft', /^Beste plaatsen$/);
    await typist.press('Enter');
    await page.getByRole('button', { name: 'Zoek plaatsen' }).waitFor();
    await typist.pressTo('Tab', /^Zoek plaatsen$/);
    await typist.press('Enter');
    await typist.pressTo('Tab', /^Neem deze 2 plaatsen$/);
    await typist.press('Enter');
    await placesIn(page, 2);
  }

  /** From a cart with something in it to the tickets. */
  async function pay(typist: Typist, { page }: Visitor, done = 'Uw tickets zijn klaar'): Promise<void> {
    await typist.pressTo('Tab', /^E-mailadres/);
    await typist.type(EMAIL);
    await typist.leaveBy('Enter', page.getByRole('button', { name: 'Bancontact' }));
    await typist.pressTo('Tab', /^Bancontact/);
    await typist.leaveBy('Enter', page.getByRole('radio', { name: 'Betaald' }));
    await typist.pressTo('Tab', /^Betaald/);
    await typist.leaveBy('Enter', page.getByRole('heading', { name: done }));
  }

  for (const size of ['desktop', 'phone'] as const) {
    it(`from the calendar to two tickets, on a ${size}`, async (test) => {
      const address = page('de-lantaarn', 'kalender');
      const { title, startsAt } = await plentyAt('de-lantaarn');
      const day = DAY.format(new Date(startsAt));
      const keys = await at({ address, size, most: 50 }, async (typist, visitor) => {
        const { page } = visitor;
        // What the server painted is there at once; keys are answered when the element has taken its place.
        await page.waitForFunction(() => document.querySelector('foyer-calendar')?.matches(':state(ready)'));
        await skip(typist);
        await typist.pressTo('Tab', /voorstelling/);
        await typist.pressTo('ArrowRight', new RegExp(`^${day}`));
        await typist.press('Enter');
        await typist.pressTo('Tab', new RegExp(`^${title.nl}$`));
        await typist.leaveBy('Enter', page.getByRole('button', { name: 'Zoom in' }));
        await skip(typist);
        await takeTwo(typist, visitor);
        await pay(typist, visitor);
        await typist.pressTo('Tab', /^Download de tickets/);
      });
      test.diagnostic(`${keys} keys`);
    });
  }

  it('through a subscription that says and shows what is missing, to its tickets', async (test) => {
    const address = page('de-lantaarn', 'abonnementen');
    const keys = await at({ address, size: 'desktop', most: 66 }, async (typist, visitor) => {
      const subscription = visitor.page.locator('foyer-subscription');
      /** What there is to see and to hear of the way that is left. */
      const stands = async (text: string) => {
        await subscription.locator('[part=progress]', { hasText: text }).waitFor();
        await subscription.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });
      };
      await subscription.getByRole('button', { name: /Lach mee/ }).waitFor();
      await skip(typist);
      await typist.pressTo('Tab', /^Kies dit abonnement: Lach mee/);
      await typist.press('Enter');
      await subscription.getByText('Nog 3 voorstellingen').waitFor();
      for (const [title, left] of [
        ['Wie het laatst lacht', 'Nog 2 voorstellingen.'],
        ['Het meisje', 'Nog 1 voorstelling.'],
        ['Alles komt goed', 'Uw abonnement is volledig.'],
      ] as const) {
        await typist.pressTo('Tab', new RegExp(`^Kies ${title}`));
        await typist.press('Enter');
        await stands(left);
      }
      await pay(typist, visitor);
      await typist.pressTo('Tab', /^Download de tickets/);
    });
    test.diagnostic(`${keys} keys`);
  });

  for (const size of ['desktop', 'phone'] as const) {
    it(`through the button of the README on a bare page, out of it and in again, to two tickets, on a ${size}`, async (test) => {
      const { id } = await plentyAt('de-lantaarn');
      const [button = ''] = /<foyer-buy-button .*?>/.exec(readFileSync('README.md', 'utf8')) ?? [];
      const here = button.replace(EXAMPLE.server, new URL(demo.urls.index).origin).replace('…', id);
      writeFileSync(
        join(folder, 'index.html'),
        `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Bij de bakker</title>
        <script type="module" src="${new URL('foyer.js', demo.urls.index)}"></script>${here}</foyer-buy-button>`,
      );
      const address = `${baker.origin}/`;
      const keys = await at({ address, size, most: 46 }, async (typist, visitor) => {
        const { page } = visitor;
        await page.getByRole('button', { name: 'Koop tickets' }).waitFor();
        await typist.pressTo('Tab', /^Koop tickets$/);
        await typist.press('Enter');
        await page.getByRole('dialog').waitFor();
        assert.match(await typist.press('Escape'), /^Koop tickets$/);
        await typist.press('Enter');
        await takeBest(typist, visitor);
        // Out of the seats, and out of the dialog.
        await typist.press('Escape');
        assert.match(await typist.press('Escape'), /Verder met 2 plaatsen$/);
        assert.equal(await typist.press('Enter'), 'Uw plaatsen');
        await pay(typist, visitor);
        assert.equal(page.url(), address);
        await typist.pressTo('Tab', /^Download de tickets/);
        assert.match(await typist.press('Escape'), /Uw bestelling$/);
      });
      test.diagnostic(`${keys} keys`);
    });
  }

  for (const size of ['desktop', 'phone'] as const) {
    it(`down every page and up again the same way, on a ${size}`, async () => {
      const { id } = await plentyAt('de-lantaarn');
      for (const path of ['', 'kalender', 'abonnementen', `voorstelling/${id}`]) {
        await at({ address: page('de-lantaarn', path), size, most: 200 }, async (typist, visitor) => {
          await visitor.page.waitForLoadState('load');
          await typist.pressTo('Tab', /^tickets@/);
          const down = typist.route.length;
          await typist.pressTo('Shift+Tab', /^Naar de inhoud/);
          const names = typist.route.map((step) => step.replace(/^.* → /, ''));
          assert.deepEqual(names.slice(down), names.slice(0, down - 1).toReversed(), path);
        });
      }
    });
  }
});
