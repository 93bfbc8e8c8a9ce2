import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR, NEIGHBOUR, openShop } from './shop.ts';

const by = { idempotencyKey: 'foyer-1' };

describe('idempotency keys at the Mollie emulator', () => {
  it('behaviour 19: gives the first answer again for an hour, and says so', () => {
    const shop = openShop();
    const first = shop.tryCreate({}, by);
    shop.clock.advance(HOUR - 1);
    const again = shop.tryCreate({}, by);
    assert.equal(again.document.id, first.document.id);
    assert.equal(again.headers['idempotent-replayed'], 'true');
    assert.equal(first.headers['idempotent-replayed'], undefined);
    assert.equal(shop.machine.payments().length, 1);
  });

  it('behaviour 19: has forgotten it after an hour and creates another payment', () => {
    const shop = openShop();
    const first = shop.create({}, by);
    shop.clock.advance(HOUR);
    assert.notEqual(shop.create({}, by).id, first.id);
  });

  it('behaviour 19: refuses the key for another request', () => {
    const shop = openShop();
    shop.create({}, by);
    assert.equal(shop.tryCreate({ description: 'Iets anders' }, by).status, 400);
  });

  it('behaviour 19: answers 409 while the first request is still under way', async () => {
    const shop = openShop();
    const { promise, resolve } = Promise.withResolvers<void>();
    shop.machine.failNext({ method: 'POST' }, { slow: promise });
    const first = shop.tryCreate({}, by);
    assert.equal(shop.tryCreate({}, by).status, 409);
    resolve();
    await first.delivery;
    assert.equal(shop.create({}, by).id, first.document.id);
  });

  it('behaviour 19: repeats refusals too, but not what was never decided', () => {
    const shop = openShop();
    const refused = shop.tryCreate({ description: undefined }, by);
    assert.equal(shop.tryCreate({ description: undefined }, by).headers['idempotent-replayed'], 'true');
    assert.equal(refused.status, 422);
    shop.machine.failNext({}, 'server-error');
    assert.equal(shop.tryCreate({}, { idempotencyKey: 'foyer-2' }).status, 500);
    assert.equal(shop.tryCreate({}, { idempotencyKey: 'foyer-2' }).status, 201);
  });

  it('behaviour 19: looks at the key of POST only, and keeps accounts apart', () => {
    const shop = openShop();
    const { id } = shop.create({}, by);
    assert.equal(shop.request('GET', `/payments/${id}`, undefined, by).status, 200);
    assert.equal(shop.request('DELETE', `/payments/${id}`, {}, by).status, 422);
    assert.notEqual(shop.create({}, { ...by, key: NEIGHBOUR }).id, id);
  });
});
