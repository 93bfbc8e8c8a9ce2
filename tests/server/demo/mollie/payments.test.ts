import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openShop } from './shop.ts';

describe('creating and changing a payment at the Mollie emulator', () => {
  it('behaviour 2: answers hal+json with links under the address the caller uses', () => {
    const shop = openShop();
    const { status, headers, document } = shop.tryCreate();
    assert.equal(status, 201);
    assert.match(headers['content-type'] ?? '', /^application\/hal\+json/);
    assert.equal(document._links.self?.href, `https://api.mollie.com/v2/payments/${document.id}`);
    assert.match(document._links.checkout?.href ?? '', /^https:\/\/pay\.example\/checkout\/select-method\//);
  });

  it('behaviour 3: gives each payment an id and a checkout token that cannot be guessed from one another', () => {
    const shop = openShop();
    const created = Array.from({ length: 200 }, () => shop.create());
    assert.equal(new Set(created.map(({ id }) => id)).size, 200);
    assert.equal(new Set(created.map(({ _links }) => _links.checkout?.href)).size, 200);
  });

  it('behaviour 4: takes only a string with exactly the decimals of the currency', () => {
    const shop = openShop();
    for (const value of [37, '37', '37.0', '37.000', '37,00', '-37.00', '', ' 37.00']) {
      const { status, document } = shop.tryCreate({ amount: { currency: 'EUR', value } });
      assert.deepEqual([status, document.field], [422, 'amount.value'], String(value));
    }
    const yen = (value: string) => shop.tryCreate({ amount: { currency: 'JPY', value } });
    assert.equal(yen('3700.00').document.field, 'amount.value');
    assert.equal(yen('3700').document.amount.value, '3700');
  });

  it('behaviour 4: refuses what is below or above every method, or the one that was chosen', () => {
    const shop = openShop();
    const create = (value: string, method?: string) => shop.tryCreate({ amount: { currency: 'EUR', value }, method });
    assert.match(create('0.00').document.detail, /lower than the minimum/);
    assert.match(create('50000.01').document.detail, /higher than the maximum/);
    assert.equal(create('50000.01').document.field, 'amount');
    assert.equal(create('10000.01', 'creditcard').status, 422);
    assert.equal(create('10000.00', 'creditcard').status, 201);
  });

  it('behaviour 5: names the field that is missing, one by one', () => {
    const shop = openShop();
    for (const field of ['amount', 'description', 'redirectUrl']) {
      const { status, document } = shop.tryCreate({ [field]: undefined });
      assert.deepEqual([status, document.field], [422, field]);
    }
    assert.equal(shop.tryCreate({ description: undefined }).document.detail, "The 'description' field is missing");
    assert.equal(shop.tryCreate({ amount: { currency: 'EUR' } }).document.field, 'amount.value');
  });

  it('behaviour 5: refuses locales, methods, issuers, addresses and metadata it cannot use', () => {
    const shop = openShop();
    const fieldOf = (changes: object) => shop.tryCreate(changes).document.field;
    assert.equal(fieldOf({ locale: 'nl' }), 'locale');
    assert.equal(fieldOf({ method: 'payconiq' }), 'method');
    assert.equal(fieldOf({ method: 'paypal' }), 'method');
    assert.equal(fieldOf({ method: 'kbc', issuer: 'ing' }), 'issuer');
    assert.equal(fieldOf({ redirectUrl: 'foyer://terug' }), 'redirectUrl');
    assert.equal(fieldOf({ cancelUrl: 'terug' }), 'cancelUrl');
    assert.equal(fieldOf({ metadata: { note: 'x'.repeat(1100) } }), 'metadata');
  });

  it('behaviour 5: cuts a long description off instead of refusing it', () => {
    assert.equal(openShop().create({ description: 'é'.repeat(300) }).description, 'é'.repeat(255));
  });

  it('answers 400 to broken JSON and 415 to what is no JSON', () => {
    const shop = openShop();
    assert.equal(shop.request('POST', '/payments', undefined, { raw: '{"amount":' }).status, 400);
    assert.equal(shop.request('POST', '/payments', undefined, { raw: '[]' }).status, 400);
    assert.equal(shop.tryCreate({}, { contentType: 'text/plain' }).status, 415);
    assert.equal(shop.request('PUT', '/payments', {}).status, 405);
    assert.equal(shop.request('GET', '/payment').status, 404);
  });

  it('behaviour 7: refuses webhook addresses Mollie could not reach, but only where it is strict', () => {
    const strict = openShop({ strictWebhooks: true });
    for (const host of ['localhost:4000', '127.0.0.1', '192.168.1.2', 'shop', 'shop.local', '[::1]']) {
      const webhookUrl = `http://${host}/webhook`;
      const { document } = strict.tryCreate({ webhookUrl });
      assert.equal(document.field, 'webhookUrl', host);
      assert.match(document.detail, /unreachable from Mollie's point of view/);
      assert.equal(openShop().tryCreate({ webhookUrl }).status, 201);
    }
    assert.equal(strict.tryCreate().status, 201);
  });

  it('changes what may change, tells nobody, and never changes the amount', () => {
    const shop = openShop();
    const { id } = shop.create();
    const patch = (changes: object) => shop.request('PATCH', `/payments/${id}`, changes);
    assert.equal(patch({ redirectUrl: 'https://shop.example/nu' }).document.redirectUrl, 'https://shop.example/nu');
    assert.equal(patch({ method: 'belfius' }).document.method, 'belfius');
    assert.equal(patch({ amount: { currency: 'EUR', value: '1.00' } }).document.field, 'amount');
    assert.deepEqual(shop.told(), []);
    shop.machine.pay(id);
    assert.equal(patch({ redirectUrl: 'https://shop.example/straks' }).document.field, 'redirectUrl');
  });

  it('behaviour 11: cannot end a payment by a redirect method', () => {
    const shop = openShop();
    const { id, isCancelable } = shop.create({ method: 'bancontact' });
    assert.equal(isCancelable, false);
    const { status, document } = shop.request('DELETE', `/payments/${id}`);
    assert.deepEqual([status, document.detail], [422, 'The payment cannot be cancelled']);
    assert.equal(shop.read(id).status, 'open');
  });

  it('behaviour 11: ends a bank transfer and tells the shop', () => {
    const shop = openShop();
    shop.machine.setMethod('test_lantaarn', 'banktransfer', true);
    const { id, isCancelable } = shop.create({ method: 'banktransfer' });
    assert.equal(isCancelable, true);
    const { status, document } = shop.request('DELETE', `/payments/${id}`);
    assert.deepEqual([status, document.status], [200, 'canceled']);
    assert.deepEqual(shop.told(), [id]);
  });
});
