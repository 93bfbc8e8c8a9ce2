import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { Integrity } from '../../.build/integrity.ts';
import { EMBED, type HostPage, openHost, SHOP } from '../harness/embed-page.ts';
import { openBrowser } from '../harness/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-integrity-'));

describe('a page that names the hashes of what it embeds', () => {
  let browser: Browser;
  let files: Integrity['files'];
  before(async () => {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    files = (JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as Integrity).files;
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** With the loader's hash in its tag, and all hashes in a map of imports. */
  const open = (change: HostPage['change'] = (_, text) => text) =>
    openHost(browser, {
      ...{ folder, body: SHOP, change },
      importMap: JSON.stringify({
        integrity: Object.fromEntries(Object.entries(files).map(([path, hash]) => [`${EMBED}/${path}`, hash])),
      }),
      scripts: `<script type="module" src="${EMBED}/foyer.js" integrity="${files['foyer.js']}" crossorigin></script>`,
    });

  it('sells while they are what they were', async () => {
    const { page, faults } = await open();
    await page.locator('foyer-seat-map canvas:visible').first().waitFor();
    assert.deepEqual(faults, []);
  });

  it('runs no other loader, and its link remains', async () => {
    const { page, fetched } = await open((path, text) =>
      path === '/foyer.js' ? `${text};document.title='taken'` : text,
    );
    await page.waitForLoadState('networkidle');
    assert.deepEqual(fetched(), ['foyer']);
    assert.equal(await page.title(), 'De Lantaarn');
    assert.ok(await page.getByRole('link', { name: 'Bestel aan de kassa' }).isVisible());
  });

  it('runs no other chunk, and its link remains', async () => {
    const { page, faults } = await open((path, text) =>
      path.includes('/seat-map-') ? `${text};document.title='taken'` : text,
    );
    await page.waitForFunction(() => customElements.get('foyer-cart') !== undefined);
    await page.waitForLoadState('networkidle');
    assert.ok(
      faults.some((text) => text.includes('integrity')),
      faults.join('\n'),
    );
    assert.equal(await page.title(), 'De Lantaarn');
    assert.ok(await page.getByRole('link', { name: 'Bestel aan de kassa' }).isVisible());
  });
});
