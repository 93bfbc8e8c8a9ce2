import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerOf, createTestCentre, TEST_ORIGIN, type TestCentre } from '../../harness/centre.ts';

describe('pages of other origins', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  const ask = (method: string, origin?: string, path = '') =>
    centre.request(path, { method, headers: origin ? { Origin: origin } : {} });

  it('may read and write when they are the centre’s own', async () => {
    const answer = await ask('POST', TEST_ORIGIN, '/carts');
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), TEST_ORIGIN);
    assert.equal(answer.headers.get('Vary'), 'Origin');
    assert.match(answer.headers.get('Access-Control-Expose-Headers') ?? '', /Retry-After/);
  });

  it('are asked by the browser first, and told what they may send', async () => {
    const answer = await ask('OPTIONS', TEST_ORIGIN, '/carts');
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('Access-Control-Allow-Methods') ?? '', /PATCH/);
    assert.match(answer.headers.get('Access-Control-Allow-Headers') ?? '', /Authorization.*Idempotency-Key/);
  });

  for (const stranger of [
    'https://evil.example',
    'null',
    `${TEST_ORIGIN}.evil.example`,
    'http://www.de-proef.example',
  ]) {
    it(`may not write from ${stranger}, nor read the answer`, async () => {
      const write = await ask('POST', stranger, '/carts');
      assert.deepEqual([write.status, (await answerOf(write)).code], [403, 'origin_not_allowed']);
      for (const answer of [await ask('GET', stranger), await ask('OPTIONS', stranger, '/carts')]) {
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
      }
    });
  }

  it('need no permission when it is no page that asks', async () => {
    assert.equal((await ask('POST', undefined, '/carts')).status, 201);
  });

  it('never get a cookie, nor leave to send one', async () => {
    const answer = await ask('POST', TEST_ORIGIN, '/carts');
    assert.equal(answer.headers.get('Set-Cookie'), null);
    assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
  });
});
