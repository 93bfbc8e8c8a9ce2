import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KEY, NEIGHBOUR, openShop } from './shop.ts';

const USUAL = ['bancontact', 'kbc', 'belfius', 'ideal', 'creditcard'];

describe('payment methods at the Mollie emulator', () => {
  const methods = (shop: ReturnType<typeof openShop>, query = '') =>
    (shop.request('GET', `/methods${query}`).document._embedded.methods ?? []).map(({ id }) => id);

  it('behaviour 23: offers what a Belgian profile has', () => {
    assert.deepEqual(methods(openShop()), USUAL);
  });

  it('behaviour 23: leaves out what does not take the amount or the currency', () => {
    const shop = openShop();
    assert.deepEqual(methods(shop, '?amount[value]=10000.01&amount[currency]=EUR'), USUAL.slice(0, 4));
    assert.deepEqual(methods(shop, '?amount[value]=0.01&amount[currency]=EUR'), ['kbc', 'ideal', 'creditcard']);
    assert.deepEqual(methods(shop, '?amount[value]=20.00&amount[currency]=USD'), ['creditcard']);
    assert.equal(shop.request('GET', '/methods?amount[value]=20.00').document.field, 'amount.currency');
  });

  it('behaviour 23: shows wallets and issuers to who asks', () => {
    const shop = openShop();
    shop.machine.setMethod(KEY, 'applepay', true);
    assert.deepEqual(methods(shop), USUAL);
    assert.deepEqual(methods(shop, '?includeWallets=applepay'), [...USUAL, 'applepay']);
    const { document } = shop.request('GET', '/methods/kbc?include=issuers');
    assert.deepEqual(
      document.issuers?.map(({ id }) => id),
      ['kbc', 'cbc'],
    );
    assert.equal(shop.request('GET', '/methods/kbc').document.issuers, undefined);
  });

  it('behaviour 23: a method that is switched off disappears from one profile and cannot be paid with', () => {
    const shop = openShop();
    shop.machine.setMethod(KEY, 'belfius', false);
    assert.ok(!methods(shop).includes('belfius'));
    assert.equal(shop.tryCreate({ method: 'belfius' }).document.field, 'method');
    assert.equal(shop.tryCreate({ method: 'belfius' }, { key: NEIGHBOUR }).status, 201);
    assert.ok(shop.request('GET', '/methods/all').document.count > USUAL.length);
  });
});
