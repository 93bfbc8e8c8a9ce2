import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KEY, NEIGHBOUR, openShop, TOKEN } from './shop.ts';

describe('accounts of the Mollie emulator', () => {
  it('behaviour 1: answers 401 with Mollie’s error document to a missing or unknown key', () => {
    const shop = openShop();
    for (const key of [null, 'test_stranger', '']) {
      const { status, document } = shop.request('GET', '/payments', undefined, { key });
      assert.equal(status, 401);
      assert.equal(document.detail, 'Missing authentication, or failed to authenticate');
    }
  });

  it('behaviour 1: shows an account its own payments and nobody else’s', () => {
    const shop = openShop();
    const { id } = shop.create();
    assert.equal(shop.request('GET', `/payments/${id}`, undefined, { key: NEIGHBOUR }).status, 404);
    assert.equal(shop.request('GET', '/payments', undefined, { key: NEIGHBOUR }).document.count, 0);
    assert.equal(shop.request('GET', '/payments').document.count, 1);
  });

  it('behaviour 1: refuses to exist beside a live key', () => {
    assert.throws(() => openShop({ apiKeys: { [KEY]: 'De Lantaarn', live_lantaarn: 'De Lantaarn' } }), /live_/);
  });

  it('behaviour 6: refuses profile and mode with a key, for the key fixes both', () => {
    const shop = openShop();
    assert.equal(shop.tryCreate({ profileId: 'pfl_1234567890' }).document.field, 'profileId');
    assert.equal(shop.tryCreate({ testmode: true }).document.field, 'testmode');
    assert.equal(shop.request('GET', '/payments?testmode=true').status, 422);
  });

  it('behaviour 6: wants profile and mode with an access token, and never acts for live mode', () => {
    const shop = openShop();
    const { profileId } = shop.create();
    const by = { key: TOKEN };
    assert.equal(shop.tryCreate({ profileId }, by).status, 403);
    assert.equal(shop.tryCreate({ testmode: true }, by).document.field, 'profileId');
    assert.equal(shop.tryCreate({ testmode: true, profileId: 'pfl_1234567890' }, by).document.field, 'profileId');
    assert.equal(shop.tryCreate({ testmode: true, profileId }, by).status, 201);
    assert.equal(shop.request('GET', '/payments').document.count, 2);
  });
});
