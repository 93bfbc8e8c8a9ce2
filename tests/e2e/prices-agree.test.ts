import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { fingerprint, generatedCart, pricedCarts } from '../harness/pricing.ts';
import { pageWith } from '../harness/pricing-page.ts';

/** What the page of this test has of the generator and the kernel. */
type InPage = typeof globalThis & { given: typeof import('../harness/pricing.ts') };

const CARTS = 100_000;
const AT_ONCE = 1000;

describe('the browser’s preview and the server’s decision', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
    // Another language and zone than the server's: neither may matter to a price.
    page = await pageWith(browser, 'tests/harness/pricing.ts', { locale: 'fr-BE', timezoneId: 'Pacific/Auckland' });
  });
  after(() => browser.close());

  it(`are the same to the cent and the reason for ${CARTS.toLocaleString('en')} carts`, async () => {
    const theirs = page.evaluate(
      ([carts, atOnce]) => {
        const { given } = globalThis as InPage;
        return Array.from({ length: carts / atOnce }, (_, index) =>
          given.fingerprint(given.pricedCarts(index * atOnce, atOnce)),
        );
      },
      [CARTS, AT_ONCE] as const,
    );
    const ours = Array.from({ length: CARTS / AT_ONCE }, (_, index) =>
      fingerprint(pricedCarts(index * AT_ONCE, AT_ONCE)),
    );
    assert.deepEqual(await theirs, ours);
    assert.equal(new Set(ours).size, ours.length, 'no two thousands are the same');
  });

  it('would show that one cent in one cart differs', () => {
    const [cart] = [...pricedCarts(1, 1)];
    assert.ok(cart);
    const [line, ...lines] = cart.lines;
    assert.ok(line);
    const changed = { ...cart, lines: [{ ...line, cents: line.cents + 1 }, ...lines] };
    assert.notEqual(fingerprint([changed]), fingerprint([cart]));
  });

  it('are compared on carts that have a bit of everything', () => {
    const seeds = Array.from({ length: 2000 }, (_, seed) => seed);
    const kinds = new Set(
      [...pricedCarts(0, seeds.length)].flatMap(({ lines }) => lines.flatMap(({ why }) => why.map(({ kind }) => kind))),
    );
    assert.deepEqual(kinds, new Set(['price', 'rule', 'subscription', 'pass', 'uitpas', 'fee']));
    const effects = new Set(seeds.flatMap((seed) => generatedCart(seed).list.rules.map(({ effect }) => effect.kind)));
    assert.equal(effects.size, 6);
  });
});
