import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { errorSchema } from '../../sdk/contract/index.ts';
import { answerOf, createTestCentre, type TestCentre } from '../harness/centre.ts';

describe('the app', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  const ask = (path: string, init?: RequestInit) => centre.app.request(path, init);

  it('says that it lives and whether it can work', async () => {
    assert.deepEqual(await (await ask('/health')).json(), { status: 'alive' });
    assert.deepEqual(await (await ask('/ready')).json(), { ready: true, problems: [] });
  });

  it('describes every route of a centre in OpenAPI 3.1, with its errors', async () => {
    const document = (await (await ask('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, unknown> };
    };
    assert.equal(document.openapi, '3.1.0');
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace('/centres/{centre}', '') || '/'}`),
    );
    for (const route of [
      'get /',
      'get /performances',
      'get /performances/{performance}',
      'get /performances/{performance}/status',
      'get /performances/{performance}/live',
      'get /plans/{plan}/{version}',
      'post /carts',
      'get /carts/{cart}',
      'post /carts/{cart}/lines',
      'patch /carts/{cart}/lines',
      'post /carts/{cart}/release',
      'post /carts/{cart}/extend',
      'post /carts/{cart}/order',
      'get /orders/{order}',
    ]) {
      assert.ok(routes.includes(route), route);
    }
    const hold = document.paths['/centres/{centre}/carts/{cart}/lines']!.post!;
    assert.ok('409' in hold.responses && '422' in hold.responses && '429' in hold.responses);
    for (const name of ['Cart', 'Line', 'HoldRequest', 'Error']) assert.ok(name in document.components.schemas, name);
  });

  it('tells a path that does not exist from a method it does not have', async () => {
    const nowhere = await ask(`${centre.base}/nowhere`);
    assert.deepEqual([nowhere.status, (await answerOf(nowhere)).code], [404, 'not_found']);
    const wrong = await ask(`${centre.base}/carts`, { method: 'DELETE' });
    assert.deepEqual([wrong.status, (await answerOf(wrong)).code], [405, 'method_not_allowed']);
    assert.equal(wrong.headers.get('Allow'), 'POST');
    assert.equal((await ask('/centres/niemand/performances')).status, 404);
    assert.equal((await ask('/')).status, 404);
  });

  it('gives every answer an id, the caller’s own when it is a decent one', async () => {
    const own = await ask('/health', { headers: { 'X-Request-Id': 'my-request-1' } });
    assert.equal(own.headers.get('X-Request-Id'), 'my-request-1');
    const made = await ask('/health', { headers: { 'X-Request-Id': '<script>' } });
    assert.match(made.headers.get('X-Request-Id') ?? '', /^[0-9a-f-]{36}$/);
  });

  it('protects every answer from being sniffed, framed or kept', async () => {
    for (const path of ['/health', centre.base, `${centre.base}/nowhere`]) {
      const { headers } = await ask(path);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'; frame-ancestors 'none'/);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('Set-Cookie'), null);
    }
  });

  it('refuses a body over 64 kB, announced or not', async () => {
    const large = JSON.stringify({ x: 'y'.repeat(70_000) });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    const stream = new Blob([large]).stream();
    for (const body of [{ body: large }, { body: stream, duplex: 'half' }]) {
      const answer = await ask(`${centre.base}/carts`, { ...init, ...body } as RequestInit);
      assert.deepEqual([answer.status, (await answerOf(answer)).code], [413, 'body_too_large']);
    }
  });

  it('answers everything that is wrong by the contract', async () => {
    const answers = await Promise.all([
      centre.request('/carts', { json: { surprise: 1 } }),
      centre.request('/carts', { json: [] }),
      centre.request('/carts/no-uuid'),
      centre.request('/performances?limit=0'),
      centre.request('/performances?from=yesterday'),
      centre.request('/plans/kleine-zaal/nil'),
      centre.request('/performances/UPPER'),
    ]);
    for (const answer of answers) {
      assert.equal(answer.status, 400);
      assert.equal(errorSchema.parse(await answer.json()).error.code, 'invalid_request');
    }
  });

  it('names the field that is wrong', async () => {
    assert.equal((await answerOf(await centre.request('/carts', { json: { surprise: 1 } }))).field, 'surprise');
    assert.equal((await answerOf(await centre.request('/performances?limit=0'))).field, 'limit');
  });
});
