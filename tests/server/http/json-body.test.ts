import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jsonBody } from '../../../server/http/json-body.ts';
import { bareApp, codeOf } from '../../harness/http.ts';

const app = bareApp();
app.use(jsonBody());
app.all('/', async (context) => context.json({ got: await context.req.text() }));

const post = (body: BodyInit | undefined, type?: string) =>
  app.request('/', { method: 'POST', body, headers: type ? { 'Content-Type': type } : {} });
const JSON_TYPE = 'application/json';

describe('a body', () => {
  it('that is JSON comes through, and is still there for the route', async () => {
    for (const type of [JSON_TYPE, 'application/json; charset=utf-8', 'Application/JSON']) {
      assert.deepEqual(await (await post('{"a":"é 🎭"}', type)).json(), { got: '{"a":"é 🎭"}' });
    }
  });

  it('may be missing altogether', async () => {
    assert.equal((await post(undefined)).status, 200);
    assert.equal((await post(undefined, JSON_TYPE)).status, 200);
  });

  it('of any other type is refused, so that a browser must ask before it writes', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
    ]) {
      const answer = await post('{}', type);
      assert.deepEqual([answer.status, await codeOf(answer)], [415, 'json_required']);
    }
    assert.equal((await post(new Uint8Array([123, 125]))).status, 415);
  });

  for (const [what, body] of [
    ['half a text', '{"a":'],
    ['a trailing comma', '{"a":1,}'],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['a comment', '{} // hello'],
  ] as const) {
    it(`with ${what} is not JSON`, async () => {
      const answer = await post(body, JSON_TYPE);
      assert.deepEqual([answer.status, await codeOf(answer)], [400, 'invalid_json']);
    });
  }

  it('with a NUL or half a character says in which field', async () => {
    for (const bad of ['"\\u0000"', '"\\ud83c"', '"a\\udfad"']) {
      const answer = await post(`{"lines":[{"name":${bad}}]}`, JSON_TYPE);
      assert.equal(answer.status, 400);
      assert.equal(((await answer.json()) as { error: { field: string } }).error.field, 'lines.0.name');
    }
    assert.equal(await codeOf(post('{"\\u0000":1}', JSON_TYPE)), 'invalid_request');
  });

  it('may be nested as deep as it is long without harm', async () => {
    const answer = await post('['.repeat(30_000) + ']'.repeat(30_000), JSON_TYPE);
    assert.ok(answer.status === 200 || answer.status === 400);
  });

  it('is answered by 200 or a code, whatever bytes it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        const answer = await post(Uint8Array.from(bytes), JSON_TYPE);
        assert.ok(answer.status < 500);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
