import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openShop } from './shop.ts';

describe('lists at the Mollie emulator', () => {
  it('behaviour 24: goes from newest to oldest by cursor, each once, and ends with null', () => {
    const shop = openShop();
    const created = Array.from({ length: 7 }, () => shop.create().id);
    const seen: string[] = [];
    let target: string | undefined = '/payments?limit=3';
    const sizes: number[] = [];
    while (target) {
      const { document } = shop.request('GET', target);
      sizes.push(document.count);
      seen.push(...(document._embedded.payments ?? []).map(({ id }) => id));
      target = document._links.next?.href.slice('https://api.mollie.com/v2'.length);
      assert.ok(target !== undefined || document._links.next === null);
    }
    assert.deepEqual(seen, created.toReversed());
    assert.deepEqual(sizes, [3, 3, 1]);
  });

  it('behaviour 24: leads back as well', () => {
    const shop = openShop();
    for (let count = 0; count < 5; count += 1) shop.create();
    const first = shop.request('GET', '/payments?limit=2').document;
    assert.equal(first._links.previous, null);
    const next = first._links.next?.href.slice('https://api.mollie.com/v2'.length) ?? '';
    const previous = shop.request('GET', next).document._links.previous?.href ?? '';
    const back = shop.request('GET', previous.slice('https://api.mollie.com/v2'.length)).document;
    assert.deepEqual(
      back._embedded.payments?.map(({ id }) => id),
      first._embedded.payments?.map(({ id }) => id),
    );
  });

  it('behaviour 24: shows a payment that comes in between neither twice nor in the wrong place', () => {
    const shop = openShop();
    for (let count = 0; count < 4; count += 1) shop.create();
    const first = shop.request('GET', '/payments?limit=2').document;
    const late = shop.create().id;
    const second = shop.request(
      'GET',
      first._links.next?.href.slice('https://api.mollie.com/v2'.length) ?? '',
    ).document;
    const seen = [...(first._embedded.payments ?? []), ...(second._embedded.payments ?? [])].map(({ id }) => id);
    assert.equal(new Set(seen).size, 4);
    assert.ok(!seen.includes(late));
  });

  it('behaviour 24: refuses more than 250 at once and cursors of others', () => {
    const shop = openShop();
    assert.equal(shop.request('GET', '/payments?limit=250').status, 200);
    assert.equal(shop.request('GET', '/payments?limit=251').status, 400);
    assert.equal(shop.request('GET', '/payments?from=tr_1234567890').status, 400);
  });
});
