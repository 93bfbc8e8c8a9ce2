import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openShop } from './shop.ts';

describe('faults of the Mollie emulator, behaviour 22', () => {
  it('answers 429, 500, 502 and 503 without doing anything', () => {
    for (const [fault, status] of [
      ['rate-limited', 429],
      ['server-error', 500],
      ['unavailable', 503],
    ] as const) {
      const shop = openShop();
      shop.machine.failNext({ method: 'POST' }, fault);
      const answer = shop.tryCreate();
      assert.equal(answer.status, status);
      assert.equal(answer.headers['retry-after'], '0');
      assert.equal(shop.machine.payments().length, 0);
      assert.equal(shop.tryCreate().status, 201);
    }
    const shop = openShop();
    shop.machine.failNext({}, 'bad-gateway');
    const { body } = shop.machine.answer({
      method: 'GET',
      path: '/payments',
      query: new URLSearchParams(),
      base: 'https://api.mollie.com/v2',
      authorization: null,
      idempotencyKey: null,
      contentType: null,
      body: '',
    });
    assert.match(body ?? '', /<html>/);
  });

  it('creates the payment and then breaks off, hangs, or answers nothing or half', () => {
    for (const fault of ['cut', 'hang', 'empty', 'server-error-after'] as const) {
      const shop = openShop();
      shop.machine.failNext({ method: 'POST' }, fault);
      shop.tryCreate({}, { idempotencyKey: 'once' });
      assert.equal(shop.machine.payments().length, 1, fault);
      const [payment] = shop.machine.payments();
      assert.equal(shop.create({}, { idempotencyKey: 'once' }).id, payment?.id, fault);
    }
  });

  it('does not see a fresh payment at the first reading', () => {
    const shop = openShop();
    const { id } = shop.create();
    shop.machine.failNext({ method: 'GET', path: /^\/payments\/tr_/ }, 'not-found');
    const { status, document } = shop.request('GET', `/payments/${id}`);
    assert.deepEqual([status, document.detail], [404, `No payment exists with token ${id}.`]);
    assert.equal(shop.read(id).id, id);
  });

  it('meets only the requests it is meant for, as often as it is meant to', () => {
    const shop = openShop();
    const { id } = shop.create();
    shop.machine.failNext({ method: 'GET', path: /tr_/ }, 'server-error', 2);
    assert.equal(shop.request('GET', '/payments').status, 200);
    assert.equal(shop.request('GET', `/payments/${id}`).status, 500);
    assert.equal(shop.request('GET', `/payments/${id}`).status, 500);
    assert.equal(shop.request('GET', `/payments/${id}`).status, 200);
  });
});
