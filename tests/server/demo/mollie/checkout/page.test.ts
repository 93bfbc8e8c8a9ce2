import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createCheckoutApp } from '../../../../../server/demo/mollie/checkout/app.ts';
import { BROWSER_FLAGS, findBrowser } from '../../../../harness/browser.ts';
import { openShop } from '../shop.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the payment page in a browser', () => {
  let browser: Browser;
  let server: ReturnType<typeof serve>;
  let shop: ReturnType<typeof openShop>;
  let origin: string;

  before(async () => {
    browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
    await new Promise<void>((resolve) => {
      server = serve({ fetch: (request) => createCheckoutApp(shop.machine).fetch(request), port: 0 }, () => resolve());
    });
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    shop = openShop({ checkoutBaseUrl: origin });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  /** A payment whose shop is a page of this very server, so that coming back needs no other. */
  const create = () => shop.create({ locale: 'nl_BE', redirectUrl: `${origin}/icons/kbc.svg?terug` });

  it('is paid with the keyboard alone, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const { id, _links } = create();
    await page.goto(_links.checkout?.href ?? '');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/test-mode/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/terug$/);
    assert.deepEqual([shop.read(id).status, shop.read(id).method], ['paid', 'bancontact']);
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  });

  it('is driven by the selectors of public test drivers', async () => {
    const page = await browser.newPage();
    const { id, _links } = create();
    await page.goto(_links.checkout?.href ?? '');
    await page.getByText('KBC/CBC').click();
    await page.click('button[value="cbc"]');
    assert.match((await page.textContent('.header__amount')) ?? '', /37,00/);
    await page.click('input[value="canceled"]');
    await page.click('.button');
    await page.waitForURL(/terug$/);
    assert.deepEqual([shop.read(id).status, shop.read(id).issuer], ['canceled', 'cbc']);
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no accessibility violation on any page, in ${colorScheme}, and nothing wider than a phone`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      const { id, _links } = create();
      const look = async () => {
        assert.deepEqual(await violations(page), [], page.url());
        assert.equal(await page.evaluate<number>('document.documentElement.scrollWidth'), 320, page.url());
      };
      await page.goto(_links.checkout?.href ?? '');
      await look();
      await page.getByText('KBC/CBC').click();
      await look();
      await page.click('button[value="kbc"]');
      await look();
      await page.click('input[value="failed"]');
      await page.click('.button');
      await look();
      shop.machine.pay(id);
      await page.reload();
      await look();
      await page.goto(shop.read(id)._links.changePaymentState?.href ?? '');
      await look();
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
});
