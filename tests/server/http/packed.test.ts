import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createTestCentre, TEST_ORIGIN, type TestCentre } from '../../harness/centre.ts';

const PLAN = '/plans/kleine-zaal/1';

describe('packed answers', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  const ask = async (path: string, accepted?: string) => {
    const headers = { Origin: TEST_ORIGIN, ...(accepted === undefined ? {} : { 'Accept-Encoding': accepted }) };
    const answer = await centre.request(path, { headers });
    return { answer, coding: answer.headers.get('Content-Encoding'), bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('unpack to the same plan, in brotli before gzip before nothing', async () => {
    const plain = await ask(PLAN);
    assert.equal(plain.coding, null);
    for (const accepted of ['br', 'gzip, deflate, br, zstd', 'BR;q=0.5, gzip']) {
      const { coding, bytes } = await ask(PLAN, accepted);
      assert.equal(coding, 'br');
      assert.equal(brotliDecompressSync(bytes).toString(), plain.bytes.toString());
      assert.ok(bytes.length < plain.bytes.length * 0.7);
    }
    for (const accepted of ['gzip', 'br;q=0, gzip', 'gzip;q=0.1']) {
      const { coding, bytes } = await ask(PLAN, accepted);
      assert.equal(coding, 'gzip');
      assert.equal(gunzipSync(bytes).toString(), plain.bytes.toString());
    }
    for (const accepted of ['', 'identity', 'brr', 'gzip;q=0', 'br;q=0.0'])
      assert.equal((await ask(PLAN, accepted)).coding, null);
  });

  it('tell caches on what they depend, and stay readable for the centre’s pages', async () => {
    for (const accepted of [undefined, 'br']) {
      const { answer } = await ask(PLAN, accepted);
      assert.equal(answer.headers.get('Vary'), 'Accept-Encoding, Origin');
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), TEST_ORIGIN);
      assert.match(answer.headers.get('Cache-Control') ?? '', /immutable/);
      assert.ok(answer.headers.get('ETag'));
    }
  });

  it('are left as they are where packing gains nothing, or where there is something of the visitor', async () => {
    assert.equal((await ask('/performances/het-gedacht/status', 'br')).coding, null);
    assert.equal((await ask('/plans/niets/1', 'br')).coding, null);
    const cart = await centre.request('/carts', {
      method: 'POST',
      headers: { Origin: TEST_ORIGIN, 'Accept-Encoding': 'br' },
    });
    assert.equal(cart.headers.get('Content-Encoding'), null);
  });

  it('answer that the plan is still the same without sending it', async () => {
    const { answer } = await ask(PLAN, 'br');
    const tag = answer.headers.get('ETag') ?? '';
    const again = await centre.request(PLAN, { headers: { 'If-None-Match': tag, 'Accept-Encoding': 'br' } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });
});
