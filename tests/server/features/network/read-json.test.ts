import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJson, UnreadableAnswer } from '../../../../server/features/network/read-json.ts';

const answer = (body: BodyInit | null, type = 'application/json') =>
  new Response(body, { headers: type ? { 'Content-Type': type } : {} });

describe('the JSON of another server', () => {
  it('is read, whatever parameters its type has', async () => {
    assert.deepEqual(await readJson(answer('{"a":"é"}')), { a: 'é' });
    assert.deepEqual(await readJson(answer('[]', 'Application/JSON; charset=utf-8')), []);
  });

  for (const [kind, given] of [
    ['of another type', answer('{}', 'text/html')],
    ['of a type that only begins alike', answer('{}', 'application/jsonp')],
    ['without a type', answer(new Uint8Array([123, 125]), '')],
    ['that is not well-formed', answer('{')],
    ['that is nothing', answer(null)],
    ['that is not UTF-8', answer(new Uint8Array([0x22, 0xff, 0x22]))],
  ] as const) {
    it(`is refused when it is one ${kind}`, () => assert.rejects(readJson(given), UnreadableAnswer));
  }

  it('is read to 2 MB and no further, whatever it says of its length', async () => {
    let sent = 0;
    const cancelled = Promise.withResolvers<void>();
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
      cancel: () => cancelled.resolve(),
    });
    await assert.rejects(readJson(answer(endless)), UnreadableAnswer);
    await cancelled.promise;
    assert.ok(sent < 3 * 1024 * 1024, `${sent} bytes were taken`);
    assert.equal(((await readJson(answer(JSON.stringify('x'.repeat(2_000_000))))) as string).length, 2_000_000);
  });

  it('breaks with what the connection broke with', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) });
    await assert.rejects(readJson(answer(broken)), /reset/);
  });
});
