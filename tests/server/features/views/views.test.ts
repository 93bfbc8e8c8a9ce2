import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createViews } from '../../../../server/features/views/index.ts';
import { createTestCentre, TEST_ORIGIN, type TestCentre } from '../../../harness/centre.ts';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>';

describe('the views of a centre', () => {
  let centre: TestCentre;
  const root = mkdtempSync(join(tmpdir(), 'foyer-views-'));
  const viewsFolder = join(root, 'views');
  before(async () => {
    mkdirSync(join(viewsFolder, 'drafts.svg'), { recursive: true });
    writeFileSync(join(viewsFolder, 'stalls.svg'), DRAWING);
    writeFileSync(join(viewsFolder, 'balcony-1.webp'), 'a photo');
    writeFileSync(join(viewsFolder, 'notes.txt'), 'for nobody');
    writeFileSync(join(viewsFolder, 'huge.jpg'), new Uint8Array(2_000_001));
    writeFileSync(join(root, 'secret.svg'), 'for nobody');
    centre = await createTestCentre({ seed: false, config: { viewsFolder } });
  });
  after(async () => {
    await centre.stop();
    rmSync(root, { recursive: true });
  });

  it('are shown on any page, and may be kept for ever', async () => {
    const answer = await centre.request('/views/stalls.svg', { headers: { Origin: 'https://anywhere.example' } });
    assert.equal(await answer.text(), DRAWING);
    assert.equal(answer.headers.get('Content-Type'), 'image/svg+xml');
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(answer.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    assert.equal(answer.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    assert.equal((await centre.request('/views/balcony-1.webp')).headers.get('Content-Type'), 'image/webp');
  });

  it('can be read by the pages of the centre', async () => {
    const answer = await centre.request('/views/stalls.svg', { headers: { Origin: TEST_ORIGIN } });
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), TEST_ORIGIN);
  });

  it('cannot run script when a drawing is opened by itself', async () => {
    const { headers } = await centre.request('/views/stalls.svg');
    assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*sandbox/);
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  });

  it('are not sent again to who has them', async () => {
    const etag = (await centre.request('/views/stalls.svg')).headers.get('ETag') ?? '';
    const again = await centre.request('/views/stalls.svg', { headers: { 'If-None-Match': etag } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });

  for (const name of [
    ...['nowhere.svg', 'notes.txt', 'drafts.svg', 'huge.jpg', 'STALLS.SVG', 'stalls', '.svg', 'stalls.svg%00'],
    ...['..%2Fsecret.svg', '%2e%2e%2fsecret.svg', '..%5Csecret.svg', '../secret.svg', 'drafts.svg/x.svg', ''],
  ]) {
    it(`are all there is: not ${JSON.stringify(name)}`, async () => {
      const { status } = await centre.request(`/views/${name}`);
      assert.ok(status === 404 || status === 400, String(status));
    });
  }

  it('are none for a centre without them, and a folder that is not there is said at once', async () => {
    assert.equal(await createViews(undefined).find('stalls.svg'), undefined);
    assert.throws(() => createViews(join(root, 'nowhere')), /nowhere, is not there/);
  });
});
