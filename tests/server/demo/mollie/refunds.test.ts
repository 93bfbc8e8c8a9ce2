import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR, KEY, openShop } from './shop.ts';

function openPaidShop(method?: 'bancontact' | 'voucher') {
  const shop = openShop();
  const { id } = shop.create();
  shop.machine.pay(id, method);
  shop.machine.webhooks.clear();
  const refund = (value: string, extra: object = {}) =>
    shop.request('POST', `/payments/${id}/refunds`, { amount: { currency: 'EUR', value }, ...extra });
  return { ...shop, id, refund };
}

describe('money that goes back at the Mollie emulator', () => {
  it('behaviour 20: gives back in parts, and says what is left', () => {
    const shop = openPaidShop();
    const { status, document } = shop.refund('10.00', { metadata: { refund: 'r1' } });
    assert.deepEqual([status, document.status, document.metadata], [201, 'pending', { refund: 'r1' }]);
    shop.refund('12.50');
    const payment = shop.read(shop.id);
    assert.deepEqual([payment.amountRefunded?.value, payment.amountRemaining?.value], ['22.50', '14.50']);
    assert.equal(payment.status, 'paid');
  });

  it('behaviour 20: refuses more than is left, nothing, another currency, and what is not paid', () => {
    const shop = openPaidShop();
    for (const value of ['37.01', '0.00']) {
      const { status, document } = shop.refund(value);
      assert.deepEqual([status, document.field], [422, 'amount.value']);
      assert.equal(document.detail, 'The specified amount cannot be refunded');
    }
    assert.equal(shop.refund('1.00', { amount: { currency: 'USD', value: '1.00' } }).status, 422);
    const open = shop.create();
    const body = { amount: { currency: 'EUR', value: '1.00' } };
    assert.equal(shop.request('POST', `/payments/${open.id}/refunds`, body).status, 422);
    assert.equal(openPaidShop('voucher').refund('1.00').status, 422);
  });

  it('behaviour 20: takes the same amount within the hour for a mistake', () => {
    const shop = openPaidShop();
    shop.refund('10.00');
    const twin = shop.refund('10.00');
    assert.deepEqual([twin.status, twin.document.detail], [409, 'A duplicate refund has been detected']);
    assert.equal(shop.refund('10.01').status, 201);
    shop.clock.advance(HOUR);
    assert.equal(shop.refund('10.00').status, 201);
  });

  it('behaviour 20: queues a refund while the balance is too low', () => {
    const shop = openPaidShop();
    shop.machine.refunds.setBalance(KEY, 1500);
    assert.equal(shop.refund('10.00').document.status, 'pending');
    const { document } = shop.refund('20.00');
    assert.equal(document.status, 'queued');
    shop.machine.refunds.setBalance(KEY, 2000);
    assert.equal(shop.request('GET', `/payments/${shop.id}/refunds/${document.id}`).document.status, 'pending');
  });

  it('behaviour 20: takes a refund back until it has left', () => {
    const shop = openPaidShop();
    const { id } = shop.refund('37.00').document;
    assert.equal(shop.request('DELETE', `/payments/${shop.id}/refunds/${id}`).status, 204);
    assert.equal(shop.read(shop.id).amountRemaining?.value, '37.00');
    const other = shop.refund('37.00').document;
    shop.machine.refunds.process(other.id);
    assert.equal(shop.request('DELETE', `/payments/${shop.id}/refunds/${other.id}`).status, 422);
  });

  it('behaviour 20: tells the shop, by the payment’s id, once a refund is under way, arrived or failed', () => {
    const shop = openPaidShop();
    const { id } = shop.refund('37.00').document;
    assert.deepEqual(shop.told(), []);
    shop.machine.refunds.process(id);
    shop.machine.refunds.arrive(id);
    shop.machine.refunds.fail(id);
    assert.deepEqual(shop.told(), [shop.id, shop.id, shop.id]);
    assert.equal(shop.read(shop.id).amountRefunded?.value, '0.00');
  });

  it('behaviour 21: a chargeback is told, and leaves the payment paid', () => {
    const shop = openPaidShop();
    shop.machine.chargeback(shop.id);
    assert.deepEqual(shop.told(), [shop.id]);
    const payment = shop.read(shop.id);
    assert.deepEqual([payment.status, payment.amountChargedBack?.value], ['paid', '37.00']);
    const { document } = shop.request('GET', `/payments/${shop.id}/chargebacks`);
    assert.match(document._embedded.chargebacks?.[0]?.id ?? '', /^chb_/);
  });
});
